internal import Attestation
internal import CanonicalJSON
internal import ExactText

/// What a backup consists of: the records of the log in runs, and the other files of the workspace.
struct BackupManifest: Sendable, Equatable {
  /// A content in the folder of backups.
  struct Object: Sendable, Hashable {
    /// SHA-256 of the compressed bytes, in hexadecimal digits; also its name.
    var hash: String
    /// How many bytes it has when it is taken apart.
    var bytes: Int
  }

  /// Records of consecutive positions, one a line, as `docs/format.md` writes them down.
  struct Run: Sendable, Equatable {
    var first: Int64
    var last: Int64
    var object: Object
  }

  struct File: Sendable, Equatable {
    /// From the workspace's folder, with `/`.
    var path: String
    /// Permissions.
    var mode: Int
    var object: Object
  }

  /// In the order of positions, with none left out.
  var runs: [Run]
  var files: [File]

  var objects: Set<Object> { Set(runs.map(\.object) + files.map(\.object)) }

  /// Most bytes of an object when it is taken apart. A run ends at the end of a few records, of at most a MiB a part, once it has
  /// 16 MiB: far below this, escapes and all.
  static let maximumObjectBytes = 1 << 30
  /// Most bytes of a manifest itself: that of 100 million events has a tenth of it.
  static let maximumManifestBytes = 1 << 26

  var json: JSONValue {
    func members(of object: Object) -> [JSONObject.Member] {
      [.init(key: "object", value: .string(object.hash)), .init(key: "bytes", value: .integer(object.bytes))]
    }
    return [
      "runs": .array(
        runs.map { run in
          .object(
            JSONObject(
              members(of: run.object) + [
                .init(key: "first", value: .integer(Int(run.first))),
                .init(key: "last", value: .integer(Int(run.last))),
              ]))
        }),
      "files": .array(
        files.map { file in
          .object(
            JSONObject(
              members(of: file.object) + [
                .init(key: "path", value: .string(file.path)), .init(key: "mode", value: .integer(file.mode)),
              ]))
        }),
    ]
  }

  init(runs: [Run], files: [File]) {
    self.runs = runs
    self.files = files
  }

  /// - Parameter size: of the log; the runs are to cover it.
  /// - Throws: `AttestationError.integrity` for anything but a manifest whose runs follow one another and whose paths stay
  ///   in the workspace.
  init(_ json: JSONValue, size: Int64) throws {
    guard let runs = json["runs"]?.array, let files = json["files"]?.array else {
      throw AttestationError(.integrity, "the manifest has no runs and files")
    }
    self.runs = try runs.map { run in
      guard let first = run["first"]?.integer, let last = run["last"]?.integer else {
        throw AttestationError(.integrity, "a run of the manifest has no first and last position")
      }
      return Run(first: Int64(first), last: Int64(last), object: try Self.object(run))
    }
    self.files = try files.map { file in
      // What no backup takes along is not restored either: views with rows that nobody computed, say.
      guard let path = file["path"]?.string, Self.isInside(path), !WorkspaceFiles.isLeft(path),
        let mode = file["mode"]?.integer,
        (0...0o777).contains(mode)
      else { throw AttestationError(.integrity, "a file of the manifest has no path inside of a workspace") }
      return File(path: path, mode: mode, object: try Self.object(file))
    }
    var next: Int64 = 1
    for run in self.runs {
      guard run.first == next, run.last >= run.first, run.last <= size else {
        throw AttestationError(.integrity, "the runs of the manifest do not follow one another at position \(next)")
      }
      next = run.last + 1
    }
    guard next - 1 == size else {
      throw AttestationError(.integrity, "the runs of the manifest end at position \(next - 1), the log at \(size)")
    }
    // By their bytes: two names may be one text and two files.
    guard Set(self.files.map { Array($0.path.utf8) }).count == self.files.count else {
      throw AttestationError(.integrity, "the manifest names a file twice")
    }
  }

  private static func object(_ json: JSONValue) throws -> Object {
    guard let hash = json["object"]?.string, BackupFolder.isName(hash), let bytes = json["bytes"]?.integer,
      (0...maximumObjectBytes).contains(bytes)
    else { throw AttestationError(.integrity, "an object of the manifest has no hash and number of bytes") }
    return Object(hash: hash, bytes: bytes)
  }

  /// Whether a path stays below the folder that it starts from, whatever it says.
  static func isInside(_ path: String) -> Bool {
    path.utf8.count <= 1024 && !path.utf8.contains(0)
      && path.pathNames.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count <= 255 }
  }
}
