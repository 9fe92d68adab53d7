import Foundation
import Testing
import Transparency

/// Notes and keys of golang.org/x/mod/sumdb/note and of C2SP.
@Suite(.enabled(if: Vectors.areHere, "../shared/vectors is not here"))
struct NoteVectorTests {
  struct File: Decodable {
    struct Positive: Decodable {
      var name, vkey, text, note: String
      var privateKey, keyIdHex, publicKeyHex, alsoVerifiesWith: String?
    }
    var positive: [Positive]
    var badVkeys: [String]
  }

  @Test func notesAreReadVerifiedAndSignedAlike() throws {
    let vectors = try Vectors.read(File.self, from: "signed_note.json")
    for vector in vectors.positive {
      let key = try VerifierKey(vector.vkey)
      #expect(key.description == vector.vkey)
      if let id = vector.keyIdHex { #expect(key.id == UInt32(id, radix: 16)) }
      if let bytes = vector.publicKeyHex { #expect(key.publicKey == Array(hexadecimal: bytes)) }
      let note = try Note(vector.note.utf8)
      #expect(note.text == vector.text && note.description == vector.note)
      #expect(try note.verified(by: [key]).map(\.key) == [key])
      if let other = vector.alsoVerifiesWith {
        #expect(try note.verified(by: [VerifierKey(other), key]).count == 2)
      }
      if let secret = vector.privateKey {
        let signer = try SignerKey(secret)
        #expect(signer.secretText == secret && signer.verifier == key)
        #expect(
          Note(text: vector.text, signatures: [signer.signature(of: vector.text, at: 0)]).description == vector.note)
      }
    }
  }

  @Test func brokenKeysAreRefused() throws {
    let vectors = try Vectors.read(File.self, from: "signed_note.json")
    let good = vectors.positive[0]
    for bad in vectors.badVkeys + Self.mutations(of: good.vkey) {
      #expect(throws: TransparencyError.self, "\(bad)") { try VerifierKey(bad) }
    }
    for bad in Self.mutations(of: good.privateKey!) {
      #expect(throws: TransparencyError.self, "\(bad)") { try SignerKey(bad) }
    }
  }

  /// Every proper substring of a text, and every increment of one of its bytes.
  private static func mutations(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    var mutations: [String] = []
    for start in bytes.indices {
      for end in start...bytes.count where end - start < bytes.count {
        mutations.append(String(decoding: bytes[start..<end], as: UTF8.self))
      }
      var changed = bytes
      changed[start] += 1
      mutations.append(String(decoding: changed, as: UTF8.self))
    }
    return mutations
  }

  /// A name may begin with an accent, or end with a sign that joins what follows, which makes one character with the space or plus.
  @Test(arguments: ["\u{301}log", "log\u{600}", "\u{301}", "a\u{600}\u{301}b"])
  func namesAreReadAsTheyAreWritten(name: String) throws {
    let signer = try SignerKey(name: name, type: .ed25519)
    #expect(try SignerKey(signer.secretText).secretText == signer.secretText)
    #expect(try VerifierKey(signer.verifier.description) == signer.verifier)
    let note = Note(text: "text\n", signatures: [signer.signature(of: "text\n", at: 0)])
    #expect(try Note(note.description.utf8).verified(by: [signer.verifier]).map(\.key) == [signer.verifier])
  }

  /// The rules that the tests of golang.org/x/mod hold notes to.
  @Test func brokenNotesAreRefused() throws {
    let vector = try Vectors.read(File.self, from: "signed_note.json").positive[0]
    let key = try VerifierKey(vector.vkey)
    let line = String(vector.note.dropFirst(vector.text.count + 1))
    let refused = [
      "", "\n", vector.text, vector.text + "\n", vector.text + line, String(vector.note.dropLast()),
      vector.note.replacing("cryptography", with: "crypto\tgraphy"), vector.note.replacing("\n— ", with: "\n- "),
      vector.note.replacing("— PeterNeumann ", with: "— Peter Neumann "),
      vector.note.replacing("— PeterNeumann ", with: "— "), vector.note.replacing("=", with: ""),
      vector.note + "\n", vector.text + "\n" + String(repeating: line, count: Note.maximumSignatures + 1),
      vector.note.replacing("problem is.\n\n", with: "problem is.\n\nx\n\nnot a signature\n"),
    ]
    for note in refused { #expect(throws: TransparencyError.self, "\(note)") { try Note(note.utf8) } }
    #expect(throws: TransparencyError.self) { try Note(Array(vector.note.utf8) + [0xFF]) }
    #expect(throws: TransparencyError.self) { try Note([UInt8](repeating: 0x61, count: Note.maximumBytes + 1)) }

    // A known key's bad signature spoils the note; unknown keys are passed over; a repeated line counts once.
    let altered = try Note(vector.note.replacing("problem is.", with: "problem was.").utf8)
    #expect(throws: TransparencyError.self) { try altered.verified(by: [key]) }
    let stranger = try SignerKey(name: "example.org/else", type: .ed25519)
    var note = try Note(vector.note.utf8)
    #expect(throws: TransparencyError.self) { try note.verified(by: [stranger.verifier]) }
    note.signatures += [stranger.signature(of: note.text, at: 0)] + note.signatures
    #expect(try note.verified(by: [key]).count == 1)
    note.signatures.append(NoteSignature(name: stranger.verifier.name, keyID: stranger.verifier.id, bytes: [1]))
    #expect(try note.verified(by: [key, stranger.verifier]).count == 2, "of two lines by one key, the first counts")
    #expect(throws: TransparencyError.self) {
      note.signatures.remove(at: 1)
      return try note.verified(by: [key, stranger.verifier])
    }
  }

  @Test(arguments: ["", "a b", "a+b", "a\u{00A0}b", "a\nb", "a\u{3000}b"])
  func namesThatSignatureLinesCannotCarryAreRefused(name: String) {
    #expect(throws: TransparencyError.self) { try SignerKey(name: name, type: .ed25519) }
  }
}

extension Array<UInt8> {
  init(hexadecimal text: String) { self = bytes(hex: text) }
}
