internal import Attestation
internal import ExactText

/// The key that signs: whether it is there, is the right one, and is for its owner only.
enum KeyExamination: Examination {
  static func symptoms(_ workspace: ExaminedWorkspace) -> [Symptom] {
    let keys = KeyRing(workspace: workspace.path)
    let exposed = keys.exposedFiles().map { file in
      Symptom(
        "key_exposed", .error, "others may read the private key \(file), so nothing is signed with it",
        remedy: "chmod 600 \(file.shellPath), and think of: dealtrail key rotate")
    }
    if !exposed.isEmpty { return exposed }
    do {
      _ = try keys.signer()
      return []
    } catch let error as AttestationError where error.code == .integrity {
      return [
        Symptom(
          "key_altered", .integrity, error.message,
          remedy: "put keys/ back from a backup or from the safe; who else may write to \(workspace.path)?")
      ]
    } catch {
      return [
        Symptom(
          "no_key", .error, "nothing can be signed: \(error)",
          remedy: "put keys/signer back (chmod 600); it is in the safe, or in a backup that was made with --with-keys")
      ]
    }
  }
}
