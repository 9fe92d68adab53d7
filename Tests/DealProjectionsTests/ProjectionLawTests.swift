import CanonicalJSON
import DealEvents
import DefinitionFiles
import EventLog
import Foundation
import Plugins
import Projecting
import SQLiteViews
import Seeded
import Testing

@testable import DealProjections

/// The laws of the engine for every projection that ships and one of each kind of a user's own: of a Swift type, a definition
/// file and a program in Python. The log is the shipped cases in any order, with claims about them in between.
@Suite struct ProjectionLawTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardizedFileURL
  private static let examples = root.appending(path: "docs/examples")

  /// Who is named how often, and in which roles.
  private struct RolesProjection: Projection {
    let name = "roles"
    let version = 1
    let models = [
      ReadModel("role", "roles", columns: [ViewColumn("role", .text, ""), ViewColumn("count", .integer, "")])
    ]

    func rows(for history: History) -> [ViewRow] {
      Dictionary(grouping: history.claims) { $0.role ?? "itself" }.sorted { $0.key < $1.key }.map {
        ViewRow("role", [.text($0.key), .integer(Int64($0.value.count))])
      }
    }
  }

  private static func projections() throws -> [any Projection] {
    var definitions = ProjectionDefinitions()
    for label in ["chips", "hasty", "moves"] {
      let file = examples.appending(path: "projections/\(label).yaml")
      definitions.added.append(
        try DefinedProjections.projection(
          yaml: String(contentsOf: file, encoding: .utf8), file: file.path, label: label))
    }
    let file = examples.appending(path: "plugins/funding_gaps.yaml")
    let declared = try DefinitionNode(yaml: String(contentsOf: file, encoding: .utf8), file: file.path)
    let plugins = try PluginDeclaration.all(#require(declared["plugins"])).map {
      PluginProjection($0, workspace: examples.path, obstacle: { _ in nil }, show: { Issue.record("it said: \($0)") })
    }
    return BuiltInProjections.all(definitions) + [RolesProjection()] + plugins
  }

  /// The cases in an order of the seed, and after them, but in between, claims about one in five of them, and about some of
  /// those.
  private static func events(_ seed: UInt64) throws -> [Event] {
    var generator = SplitMix64(seed: seed)
    let cases = try String(contentsOf: root.appending(path: "Events/Cases/cases.jsonl"), encoding: .utf8)
    var lines = try cases.split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
    var targets = lines
    for round in 0..<2 {
      targets = targets.filter { _ in Int.random(in: 0..<(5 - round * 2), using: &generator) == 0 }.enumerated().map {
        index, target in
        let kinds = ["event_retracted", "event_disputed", "event_confirmed", "event_corrected"]
        let kind = kinds[Int.random(in: 0..<(round == 0 ? 4 : 3), using: &generator)]
        var data: JSONObject = JSONObject([
          .init(key: "target", value: target["id"]!), .init(key: "reason", value: .string("seed \(seed)")),
        ])
        if kind == "event_corrected" {
          data["data"] = target["data"]
          data["occurred"] = .string("2024-0\(1 + index % 9)")
        }
        return [
          "id": .string(EventID(high: seed << 8 | UInt64(round + 1), low: UInt64(index + 1)).description),
          "subject": target["subject"]!, "kind": .string(kind), "occurred": "2026-10", "data": .object(data),
        ]
      }
      lines += targets
    }
    return try lines.shuffled(using: &generator).map {
      try EventLine.event(from: $0, defaults: EventLine.Defaults(recordedBy: "tester"))
    }
  }

  private static func views(_ folder: URL, _ name: String, _ log: MemoryEventStore) throws -> Views {
    try Views(
      path: folder.appending(path: name).path, log: log, interpreter: DealInterpreter(), projections: projections())
  }

  private static func digests(_ views: Views) throws -> [String] {
    try views.status().map { status in
      #expect(status.failures.isEmpty && status.position == status.logPosition, "\(status)")
      return "\(status.name) \(status.digest)"
    }
  }

  @Test(arguments: UInt64(1)...6)
  func incrementalIsRebuiltAndKnownAtIsTheLogCutThere(seed: UInt64) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dealtrail-laws-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var generator = SplitMix64(seed: seed)
    let events = try Self.events(seed)
    let log = MemoryEventStore()
    let grown = try Self.views(folder, "grown.sqlite", log)
    var rest = events[...]
    while !rest.isEmpty {
      let batch = rest.prefix(Int.random(in: 1...60, using: &generator))
      rest = rest.dropFirst(batch.count)
      _ = try log.append(Array(batch))
      #expect(try grown.catchUp().unavailable.isEmpty)
    }
    let digests = try Self.digests(grown)
    let fresh = try Self.views(folder, "fresh.sqlite", log)
    try fresh.rebuild()
    #expect(try Self.digests(fresh) == digests, "seed \(seed)")
    let checked = try grown.check()
    #expect(checked.drift.isEmpty && checked.unavailable.isEmpty && checked.rows > 500, "seed \(seed)")

    let position = Int64.random(in: 1..<Int64(events.count), using: &generator)
    let part = try Self.views(folder, "part.sqlite", MemoryEventStore(log.all(EventQuery(upTo: position))))
    try part.catchUp()
    for subject in try part.read({ try $0.subjects() }) {
      let history = try grown.history(of: subject, cut: Cut(position: position))
      for projection in part.projections {
        let rows = history.claims.isEmpty ? [] : try projection.rows(for: history)
        let expected = projection.models.flatMap { model in rows.filter { $0.model == model.name }.map(\.values) }
        let stored = try part.read { reader in
          try projection.models.flatMap { try reader.rows($0, of: subject).map(\.values) }
        }
        #expect(stored == expected, "seed \(seed), position \(position), \(projection.name) of \(subject)")
      }
    }
  }
}
