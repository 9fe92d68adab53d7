import Foundation
import ExactText
import Testing

/// What the shell and the tools of the machine make of a path is what counts.
@Suite struct ExactTextTests {
  /// Names with marks that mean something to a shell, with accents behind them and before them, and with characters that Swift takes for
  /// one with what follows (U+0600) or for another (U+037E is `;` to `==`).
  static let names = [
    "plain", "two words", "it's", "it'\u{301}s", "'\u{301}; exit 7; '\u{301}", "$HOME", "`exit 7`", "a\\b", "\"", "*",
    "~",
    "-n", "\u{600}'", "\u{37E}", "蝴蝶效应", "line\nline", "", "100%", "#", "!x", "a|b", "a&b", "{a,b}", "=x",
  ]

  private func said(_ command: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: command)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: said, as: UTF8.self)
  }

  @Test(arguments: names) func aShellTakesAWordForOneWord(name: String) throws {
    for shell in ["/bin/sh", "/bin/bash"] where FileManager.default.isExecutableFile(atPath: shell) {
      let heard = try said(shell, ["-c", "set -- \(name.shellWord); printf '%s:%s' $# \"$1\""])
      #expect(heard.utf8.elementsEqual("1:\(name)".utf8))
    }
  }

  /// No command takes a path for an option.
  @Test(arguments: names) func aPathIsNoOption(name: String) throws {
    if name.isEmpty { return }
    let heard = try said("/bin/sh", ["-c", "cat \(name.shellPath) 2>&1 || :"])
    #expect(!heard.contains("option") && heard.contains("No such file"), "\(heard)")
  }

  @Test(arguments: [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\r\nb\n", ["a", "b"]), ("a\n\r\n\u{301}", ["a", "", "\u{301}"]),
  ])
  func linesEndInLFOrCRLF(text: String, lines: [Substring]) { #expect(text.lines == lines) }

  @Test func escapingSeesMarksWhateverIsBeside() {
    #expect("\u{600}<b\u{301}>'\u{301}".escaping(["<": "&lt;", "'": "&#39;"]) == "\u{600}&lt;b\u{301}>&#39;\u{301}")
  }

  @Test(arguments: ["a", "/a", "a/b", "/a/b", "/a/b/c", "a/\u{301}b", "/\u{301}b", "\u{600}/b", "../\u{301}b", "/"])
  func theFolderIsThatOfTheKernel(path: String) throws {
    let judge = try said("/usr/bin/dirname", ["--", path])
    #expect((path.folderOfPath + "\n").utf8.elementsEqual(judge.utf8))
  }

  @Test func aSlashPartsNamesWhateverIsBehindIt() {
    #expect("../\u{301}b".pathNames == ["..", "\u{301}b"])
    #expect("/a//b/".pathNames == ["", "a", "", "b", ""])
    #expect("".pathNames == [""])
  }
}
