import Auditing
import EventLog

/// What the pages of an audit say, ready to be set into their templates: every text is safe to show.
///
/// The templates (https://mustache.github.io/mustache.5.html) find the members by their names.
struct PageContent {
  /// Most findings of one rule that a section shows, and most events that a finding does.
  static let findingCap = 10
  static let evidenceCap = 5
  /// How many nights the trend goes back.
  static let nights = 30

  var day: String
  var level: String
  var verdict: String
  var facts: [Fact]
  var counts: [Count]
  var trends: [TrendChart]
  var movements: [Mover]
  /// The day of the first night of the trend.
  var firstNight: String?
  var hasNew: Bool
  var sections: [Section]
  var gone: [Gone]
  var carried: Int?
  var rules: [Rule]
  var version: String

  struct Fact {
    var label: String
    var value: String
    /// The whole value, where what is shown is only its beginning.
    var whole: String?
  }

  struct Count {
    var severity: String
    /// The severity as it is said of a number of findings.
    var noun: String
    var count: Int
    var isNone: Bool
    /// Against the night before: `+2`.
    var change: String?
  }

  struct Mover {
    var subject: String
    var name: String
    var before: String
    var after: String
    var line: Sparkline
  }

  struct Section {
    var title: String
    var count: Int
    var groups: [Group]
  }

  /// The findings of one rule in a section.
  struct Group {
    /// Whether it is open on a screen; on paper all are.
    var isOpen: Bool
    var rule: String
    var family: String
    var severity: String
    var meaning: String
    var remedy: String
    var count: Int
    var entries: [Entry]
    var more: Int?
  }

  struct Entry {
    var id: String
    var subject: String
    var message: String
    var since: String
    var cases: Int?
    var acceptance: String?
    var evidence: [Evidence]
    var moreEvidence: Int?
  }

  /// An event that a finding stands on.
  struct Evidence {
    var id: String
    var place: String
    var headline: String
    var sources: [Source]

    struct Source {
      var title: String
      var url: String?
    }
  }

  struct Gone {
    var id: String
    var rule: String
    var subject: String
    var since: String
  }

  struct Rule {
    var id: String
    var family: String
    var severity: String
    var meaning: String
    var found: String
  }
}
