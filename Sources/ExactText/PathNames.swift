/// Parts of paths by their bytes, as the kernel takes them: to `String`, a slash with an accent after it is another character.
extension String {
  /// The names between the slashes of a path, in order, empty ones too.
  package var pathNames: [Substring] {
    utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { Substring($0) }
  }

  /// The folder that a path's last name is in; `.` where the path is that name alone.
  package var folderOfPath: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }
}
