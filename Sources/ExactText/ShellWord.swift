extension String {
  /// The text as a shell (POSIX.1-2024, XCU 2.2) takes it for one word: as it is where nothing in it means anything to a shell, else in
  /// single quotation marks. By scalars: a quotation mark with an accent after it ends a word all the same.
  package var shellWord: String {
    let isPlain = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || "/._-+,:=@%".utf8.contains(byte)
    }
    // A word that begins with = is a command's path to zsh.
    if let first = utf8.first, first != UInt8(ascii: "="), utf8.allSatisfy(isPlain) { return self }
    return "'" + escaping(["'": "'\\''"]) + "'"
  }

  /// The word for a path, which no command takes for an option.
  package var shellPath: String { (utf8.first == UInt8(ascii: "-") ? "./" + self : self).shellWord }
}
