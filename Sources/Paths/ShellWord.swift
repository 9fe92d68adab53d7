extension String {
  /// The text as a shell (POSIX.1-2024, XCU 2.2) takes it for one word: as it is where nothing in it means anything to a shell, else in
  /// single quotation marks. By bytes, as shells read: a quotation mark with an accent after it ends a word all the same.
  package var shellWord: String {
    let isPlain = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || "/._-+,:=@%".utf8.contains(byte)
    }
    guard isEmpty || !utf8.allSatisfy(isPlain) else { return self }
    return "'" + unicodeScalars.map { $0 == "'" ? "'\\''" : String($0) }.joined() + "'"
  }
}
