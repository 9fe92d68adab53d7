internal import Attestation
internal import GRDB
internal import SQLiteStorage
internal import ExactText

/// What was computed from the log, which is never worth repairing.
enum ViewsExamination: Examination {
  static func symptoms(_ workspace: ExaminedWorkspace) -> [Symptom] {
    let path = workspace.file(WorkspaceLayout.views)
    guard DurableFile.permissions(path) != nil else { return [] }
    func damaged(_ why: String) -> [Symptom] {
      [
        Symptom(
          "views_damaged", .error,
          "\(path) is damaged (\(why)); nothing is lost, since it holds only what the log says",
          remedy: "rm \(path.shellPath)*, then: dealtrail projections rebuild")
      ]
    }
    guard DurableFile.isFile(path) else { return damaged("not a file") }
    do {
      let answers = try DatabaseFile(existing: path).read {
        try String.fetchAll($0, sql: "PRAGMA quick_check(3)")
          + (Int.fetchOne($0, sql: "PRAGMA application_id") == 0 ? [] : ["it is a file of something else"])
      }
      return answers == ["ok"] ? [] : damaged(answers.joined(separator: "; "))
    } catch let error as StorageError {
      if case .damaged(_, let reason) = error { return damaged(reason) }
      return [.unreadable("views_unreadable", .warning, error, workspace)]
    } catch {
      return damaged("\(error)")
    }
  }
}
