import Auditing
import CanonicalJSON
import DealProjections
import DefinitionFiles
import EventLog
import Projecting

/// One link with titles that do not go together.
enum TitleCheck: PopulationCheck {
  static let rule = AuditRule(
    "conflicting_titles", .quality, .info, "Claims give one link titles that have nothing in common.",
    remedy: "Open the link; correct the source that has the wrong address or title.",
    parameters: [
      DefinitionParameter(
        "titles", 3, in: 2...1e6, "a link with more titles than this is taken for a list, such as a register")
    ], groupedAs: "links with conflicting titles")
  static let rules = [rule]

  struct Trait: Sendable {
    var link: String
    var title: String
    var subject: String
    var event: EventID
    var origin: String?
  }

  static func traits(of history: History, _ context: AuditContext) -> [Trait] {
    history.standing.flatMap { claim in
      claim.sources.compactMap { source in
        guard let url = source["url"]?.string, let title = source["title"]?.string else { return nil }
        return Trait(
          link: link(url), title: title, subject: history.subject.id, event: claim.id,
          origin: AuditLog.importOf(claim))
      }
    }
  }

  /// The address without what does not change the page: scheme, fragment (but where that is the page), last slash.
  private static func link(_ url: String) -> String {
    let isRouted = url.contains("#/") || url.contains("#!")
    let plain = (isRouted ? url[...] : url.prefix { $0 != "#" }).drop { $0 != "/" }.drop { $0 == "/" }
    return String(plain.last == "/" ? plain.dropLast() : plain)
  }

  static func observe(_ traits: [Trait], _ context: AuditContext) -> [Observation] {
    Dictionary(grouping: traits) { $0.link }.sorted { $0.key < $1.key }.compactMap { link, traits in
      let isList = Set(traits.map(\.title)).count > context.whole("titles", of: rule)
      guard !isList, let first = traits.first, let other = traits.first(where: { !areAlike(first.title, $0.title) })
      else {
        return nil
      }
      let origins = Set(traits.map(\.origin))
      return Observation(
        rule, about: link, cause: [], evidence: [first.event, other.event],
        origin: origins.count == 1 ? origins.first! : nil,
        "\"\(first.title)\" (\(first.subject)) and \"\(other.title)\" (\(other.subject))")
    }
  }

  /// Titles are alike when one has the other in it (sites append their names), or most words of the shorter one.
  private static func areAlike(_ a: String, _ b: String) -> Bool {
    let (left, right) = (SearchText.folded(a), SearchText.folded(b))
    if left.contains(right) || right.contains(left) { return true }
    let (first, second) = (words(a), words(b))
    let common = first.intersection(second).count
    return common * 2 >= min(first.count, second.count)
  }

  private static func words(_ title: String) -> Set<String> {
    Set(SearchText.words(title).split(separator: " ").map { SearchText.folded(String($0)) }.filter { !$0.isEmpty })
  }
}
