/// Looks at a workspace from outside, without opening it for work, so that a damaged or half-restored one can be told apart.
public struct WorkspaceDiagnosis {
  private static let examinations: [any Examination.Type] = [
    FolderExamination.self, KeyExamination.self, LogExamination.self, ViewsExamination.self, BackupExamination.self,
  ]

  private let workspace: ExaminedWorkspace

  /// - Parameters:
  ///   - backups: the folder of backups.
  ///   - progress: how many events were read, and of how many.
  public init(workspace: String, backups: String, progress: @escaping (Int64, Int64) -> Void = { _, _ in }) {
    self.workspace = ExaminedWorkspace(path: workspace, backups: backups, progress: progress)
  }

  /// What is not as it should be, the worst first.
  public func symptoms() -> [Symptom] {
    Self.examinations.flatMap { $0.symptoms(workspace) }.enumerated()
      .sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }.map(\.element)
  }
}
