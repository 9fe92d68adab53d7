import ArgumentParser
import CanonicalJSON
import DealProjections
import Projecting
import SQLiteViews

struct Projections: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "projections",
    abstract: "List, look after and check what is computed from the log.",
    subcommands: [List.self, Status.self, Rows.self, Update.self, Rebuild.self, Check.self, Drop.self, Document.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the projections and what their rows say: those that ship, and those of the workspace.")

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var printing: PrintOptions

    func run() throws {
      let isWorkspace = try workspace.folderIfAny() != nil
      let projections =
        try isWorkspace ? workspace.open().views.projections : BuiltInProjections.all() + DealtrailCommandLine.added
      Report(
        columns: [
          .init("name", "Projection", "投影"), .init("version", "Version", "版本", alignsRight: true),
          .init("model", "Read model", "读模型"), .init("meaning", "Meaning", "含义"),
        ],
        rows: projections.flatMap { projection in
          projection.models.map { model in
            [.init(projection.name), .init(projection.version), .init(model.name), .init(model.meaning)]
          }
        }
      ).print(printing)
    }
  }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status",
      abstract: "Print how far each projection stands, what failed, and the digest of its rows.")

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var printing: PrintOptions

    func run() throws {
      let views = try workspace.open().views
      let status = try views.status()
      let report = Report(
        columns: [
          .init("name", "Projection", "投影"), .init("version", "Version", "版本", alignsRight: true),
          .init("position", "Position", "位置", alignsRight: true), .init("log_position", "Log", "日志", alignsRight: true),
          .init("rows", "Rows", "行数", alignsRight: true),
          .init("failed_subjects", "Failed", "失败", alignsRight: true), .init("digest", "Digest", "摘要"),
        ],
        rows: status.map { projection in
          [
            .init(projection.name), .init(projection.version),
            projection.position.map { .init(Int($0)) } ?? .init(nil), .init(Int(projection.logPosition)),
            .init(projection.rows), .init(projection.failures.count, paint: projection.failures.isEmpty ? nil : .red),
            .init(.string(projection.digest), shown: String(projection.digest.prefix(12)), paint: .dim),
          ]
        })
      report.print(printing) { .array(status.map(Self.json)) }
      for projection in status where printing.format == .table {
        for failure in projection.failures {
          StandardError.print(
            "dealtrail: \(projection.name) failed on \(failure.subject) at position \(failure.position): \(failure.message)"
          )
        }
      }
      for name in try views.strangers() where printing.format == .table && !printing.quiet {
        StandardError.print(
          "there are also rows of \(name), which nothing here computes; remove them with: dealtrail projections drop \(name)"
        )
      }
    }

    private static func json(_ status: ProjectionStatus) -> JSONValue {
      let failures = status.failures.map { failure -> JSONValue in
        [
          "subject": .string(failure.subject), "position": .integer(Int(failure.position)),
          "error": .string(failure.message),
        ]
      }
      return [
        "name": .string(status.name), "version": .integer(status.version),
        "position": .integer(Int(status.position ?? 0)), "log_position": .integer(Int(status.logPosition)),
        "rows": .integer(status.rows), "failed_subjects": .integer(status.failures.count),
        "failures": .array(failures), "digest": .string(status.digest),
      ]
    }
  }

  struct Update: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "update",
      abstract: "Bring every projection up to the end of the log, those of plug-ins too.",
      discussion: """
        Questions bring up to date what they need. This is for those who read views.sqlite with other programs; the audit does it \
        every night.
        """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var printing: PrintOptions

    func run() throws {
      let open = try workspace.open()
      let done = try Progress.during(printing) { try open.views.catchUp(progress: $0) }
      OpenWorkspace.say(done.unavailable, printing)
      let failed = try open.views.status().filter { !$0.failures.isEmpty }
      for projection in failed where !printing.quiet {
        StandardError.print(
          "dealtrail: \(projection.name) failed on subjects: \(projection.failures.count); see: dealtrail projections status"
        )
      }
      Report(
        columns: [
          .init("position", "Position", "位置", alignsRight: true),
          .init("subjects", "Subjects", "对象", alignsRight: true),
        ], rows: [[.init(Int(done.position)), .init(done.subjects)]]
      ).print(printing)
      guard done.unavailable.isEmpty else {
        throw CommandFailure.failed("some projections could not be brought up to date")
      }
    }
  }

  struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rebuild",
      abstract: "Compute projections again from the whole log; readers see the old rows until the new ones are whole.")

    @Argument(help: "The projections; all when none is given.")
    var names: [String] = []

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var printing: PrintOptions

    func run() throws {
      let open = try workspace.open()
      let names = try ProjectionNames.checked(self.names, open.views)
      let done = try Progress.during(printing) { try open.views.rebuild(names, progress: $0) }
      let left = done.unavailable.map(\.projection)
      let rebuilt = (names ?? open.views.projections.map(\.name)).filter { !left.contains($0) }
      Report(
        columns: [.init("projections", "Rebuilt", "已重建"), .init("subjects", "Subjects", "对象", alignsRight: true)],
        rows: [[.init(rebuilt.joined(separator: " ")), .init(done.subjects)]]
      ).print(printing)
      if let first = done.unavailable.first {
        OpenWorkspace.say(Array(done.unavailable.dropFirst()), printing)
        throw first
      }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Compute the rows again and compare them with those stored; exits with 3 where they differ.")

    @Argument(help: "The projections; all when none is given.")
    var names: [String] = []

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var printing: PrintOptions

    func run() throws {
      let open = try workspace.open()
      let names = try ProjectionNames.checked(self.names, open.views)
      let result = try Progress.during(printing) { try open.views.check(names, progress: $0) }
      Report(
        columns: [
          .init("projection", "Projection", "投影"), .init("model", "Read model", "读模型"),
          .init("subject", "Subject", "对象"), .init("ordinal", "Row", "行", alignsRight: true),
          .init("difference", "Difference", "差异"), .init("columns", "Columns", "列"),
        ],
        rows: result.drift.map { drift in
          [
            .init(drift.projection), .init(drift.model), .init(drift.subject), .init(drift.ordinal),
            .init(drift.difference.rawValue, paint: .yellow), .init(drift.columns.joined(separator: " ")),
          ]
        }
      ).print(printing, empty: nil)
      if !printing.quiet {
        StandardError.print("checked \(result.rows) rows of \(result.subjects) subjects: \(result.drift.count) differ")
        for projection in try open.views.status() where names?.contains(projection.name) ?? true {
          guard !projection.failures.isEmpty else { continue }
          StandardError.print(
            "dealtrail: \(projection.name) failed on subjects, which have no rows: \(projection.failures.count); "
              + "see: dealtrail projections status")
        }
      }
      OpenWorkspace.say(result.unavailable, printing)
      for subject in result.notCompared { StandardError.print("dealtrail: not compared: \(subject)") }
      guard result.drift.isEmpty else {
        throw CommandFailure(
          code: 3, message: "the views differ from the log; mend them with: dealtrail projections rebuild")
      }
      guard result.unavailable.isEmpty, result.notCompared.isEmpty else {
        throw CommandFailure.failed("what could not be computed was not compared; the rest equals the log")
      }
    }
  }
}

extension Projections {
  struct Drop: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "drop",
      abstract: "Remove the rows of projections that this program does not know any more.")

    @Argument(help: "The projections, as projections status names them.")
    var names: [String]

    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
      let views = try workspace.open().views
      for name in names {
        if views.projections.contains(where: { $0.name == name }) {
          throw CommandFailure.invalid("\(name) is computed here; take it away first, then its rows can be removed")
        }
        guard try views.strangers().contains(name) else {
          throw CommandFailure.failed("there are no rows of \(name) here")
        }
        try views.drop(stranger: name)
        StandardOutput.print("removed the rows of \(name)")
      }
    }
  }
}

enum ProjectionNames {
  /// `nil` for all.
  static func checked(_ names: [String], _ views: Views) throws -> [String]? {
    let known = views.projections.map(\.name)
    if let unknown = names.first(where: { !known.contains($0) }) {
      throw CommandFailure.invalid("\(ViewsError.unknownProjection(unknown, known: known))")
    }
    return names.isEmpty ? nil : names
  }
}
