import Foundation
import Testing

/// Published test vectors, read where they lie beside the project.
enum Vectors {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/vectors").standardizedFileURL

  static var areHere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func read<T: Decodable>(_ type: T.Type, from file: String) throws -> T {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(T.self, from: Data(contentsOf: folder.appending(path: file)))
  }
}
