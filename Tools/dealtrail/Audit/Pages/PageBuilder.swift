import ArgumentParser
import Auditing
import CanonicalJSON
import DealAudit
import DealEvents
import EventLog
import Foundation
import SQLiteLog
import Transparency

/// Makes the content of the pages from a result, and from the log what its findings stand on.
struct PageBuilder {
  let result: AuditResult
  let settings: AuditSettings
  let log: SQLiteEventStore?

  private let rules = Dictionary(uniqueKeysWithValues: AuditChecks(DealChecks.all).rules.map { ($0.id, $0) })

  init(_ result: AuditResult, _ settings: AuditSettings, log: SQLiteEventStore?) {
    self.result = result
    self.settings = settings
    self.log = log
  }

  func content() -> PageContent {
    let verdict = AuditVerdict(result)
    let nights = result.nights.filter { !$0.isPartial }.suffix(PageContent.nights - 1)
    return PageContent(
      day: result.started.day.description, level: verdict.level.rawValue, verdict: verdict.text,
      facts: facts, counts: counts(nights.last), trends: trends(Array(nights)), movements: movements,
      firstNight: nights.first?.day.description, hasNew: result.count(.new) > 0, sections: sections,
      gone: result.gone.map(Self.gone),
      carried: result.carried.isEmpty ? nil : result.carried.count,
      rules: ruleRows, version: Dealtrail.configuration.version)
  }

  private var facts: [PageContent.Fact] {
    let seconds = Double(result.finished.microseconds - result.started.microseconds) / 1e6
    let root = result.root.map { "\($0)" }
    return [
      .init(label: "Events in the log", value: "\(result.logSize)"),
      .init(label: "Root of the tree", value: root.map { $0.prefix(16) + "…" } ?? "unknown", whole: root),
      .init(
        label: "Signed checkpoint", value: result.checkpoint.map { "size \($0.size)" } ?? "none",
        whole: result.checkpointFile.map { Self.shown($0) }),
      .init(label: "Rows read", value: result.isWholeScan ? "all" : "what is new, and a part of the old"),
      .init(label: "Began", value: String(result.started.description.prefix(16)).replacing("T", with: " ") + " UTC"),
      .init(label: "Took", value: String(format: "%.1f s", seconds)),
    ]
  }

  private func counts(_ before: AuditNight?) -> [PageContent.Count] {
    Severity.allCases.reversed().map { severity in
      let count = result.count(severity)
      let change = before?.counts[severity].map { count - $0 }
      return PageContent.Count(
        severity: severity.rawValue, noun: severity == .info ? "notes" : severity.rawValue + "s", count: count,
        isNone: count == 0,
        change: change.map { $0 == 0 ? "as before" : $0 > 0 ? "+\($0)" : "−\(-$0)" })
    }
  }

  private func trends(_ nights: [AuditNight]) -> [TrendChart] {
    if nights.isEmpty { return [] }
    return Severity.allCases.reversed().map { severity in
      let values =
        nights.map { ($0.day.description, $0.counts[severity] ?? 0) }
        + [(result.started.day.description, result.count(severity))]
      return TrendChart(severity: severity.rawValue, values: values)
    }
  }

  private var movements: [PageContent.Mover] {
    result.movements.sorted { $0.distance > $1.distance }.prefix(PageContent.findingCap).map { movement in
      PageContent.Mover(
        subject: movement.subject.id, name: movement.name, before: Self.number(movement.before),
        after: Self.number(movement.after), line: Sparkline(movement.series))
    }
  }

  private var sections: [PageContent.Section] {
    let titles: [(AuditResult.State, String)] = [
      (.new, "New"), (.persisting, "Known from before"), (.accepted, "Accepted"),
    ]
    return titles.compactMap { state, title in
      let entries = result.ordered.filter { $0.state == state }
      if entries.isEmpty { return nil }
      var order: [String] = []
      for entry in entries where !order.contains(entry.finding.rule) { order.append(entry.finding.rule) }
      let groups = Dictionary(grouping: entries) { $0.finding.rule }
      return PageContent.Section(
        title: title, count: entries.count, groups: order.map { group($0, groups[$0]!) })
    }
  }

  private func group(_ rule: String, _ entries: [AuditResult.Entry]) -> PageContent.Group {
    let hidden = entries.count - PageContent.findingCap
    return PageContent.Group(
      isOpen: entries[0].state != .accepted && entries[0].finding.severity > .info, rule: rule,
      family: rules[rule]?.family.shown ?? "", severity: entries[0].finding.severity.rawValue,
      meaning: rules[rule]?.meaning ?? "", remedy: entries[0].finding.remedy, count: entries.count,
      entries: entries.prefix(PageContent.findingCap).map(entry), more: hidden > 0 ? hidden : nil)
  }

  private func entry(_ entry: AuditResult.Entry) -> PageContent.Entry {
    let finding = entry.finding
    let (shown, hidden) = evidence(finding.evidence)
    let more = max(hidden, finding.count > 1 ? finding.count - shown.count : 0)
    return PageContent.Entry(
      id: finding.id, subject: Self.shown(finding.subject), message: Self.shown(finding.message),
      since: entry.since.description, cases: finding.count > 1 ? finding.count : nil,
      acceptance: entry.acceptance.map { acceptance in
        Self.shown(acceptance.reason) + (acceptance.until.map { ", until \($0)" } ?? "")
      }, evidence: shown, moreEvidence: more > 0 && !shown.isEmpty ? more : nil)
  }

  private func evidence(_ ids: [EventID]) -> (shown: [PageContent.Evidence], hidden: Int) {
    (ids.prefix(PageContent.evidenceCap).map(evidence), max(0, ids.count - PageContent.evidenceCap))
  }

  private func evidence(_ id: EventID) -> PageContent.Evidence {
    // A damaged log may not give its events; the finding stands without.
    guard let stored = (try? log?.event(id)) ?? nil else {
      return PageContent.Evidence(id: id.description, place: "", headline: "cannot be read", sources: [])
    }
    let event = stored.event
    let payload = event.data.flatMap { try? Vocabulary.payload(kind: event.kind, schema: event.schema, data: $0) }
    let headline = event.data == nil ? "was erased" : payload?.headline ?? "cannot be read"
    let sources = (event.sources?.array ?? []).map { source in
      let url = source["url"]?.string
      return PageContent.Evidence.Source(
        title: Self.shown(source["title"]?.string ?? source["publisher"]?.string ?? url ?? "source"),
        url: url.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? SafeText.shown($0) : nil })
    }
    return PageContent.Evidence(
      id: id.description,
      place: Self.shown("\(event.occurred) · \(KindNames.shown(event.kind, .en)) · \(event.subject)"),
      headline: Self.shown(headline), sources: sources)
  }

  private var ruleRows: [PageContent.Rule] {
    let found = Dictionary(grouping: result.entries) { $0.finding.rule }
    return AuditChecks(DealChecks.all).rules.map { rule in
      PageContent.Rule(
        id: rule.id, family: rule.family.shown,
        severity: (settings.severities[rule.id] ?? rule.severity).rawValue, meaning: rule.meaning,
        found: result.rules.contains(rule.id) ? "\(found[rule.id]?.count ?? 0)" : "not run")
    }
  }

  /// Most scalars of a text from a claim; the whole is in the log. Of characters, one can have any number.
  private static let textCap = 400

  private static func shown(_ text: String) -> String {
    let safe = SafeText.shown(text)
    let shown = safe.unicodeScalars.prefix(textCap)
    return shown.endIndex < safe.endIndex ? String(shown) + "…" : safe
  }

  private static func gone(_ finding: KnownFinding) -> PageContent.Gone {
    PageContent.Gone(
      id: Self.shown(finding.id), rule: Self.shown(finding.rule), subject: Self.shown(finding.subject),
      since: finding.since.description)
  }

  private static func number(_ value: Double?) -> String { value.map { String(format: "%.2f", $0) } ?? "unknown" }
}

extension AuditFacts.Movement {
  fileprivate var distance: Double { abs((after ?? 0) - (before ?? 0)) }
}
