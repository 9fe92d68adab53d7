import Foundation
import Testing
import Transparency

/// Checkpoints of tessera, of sum.golang.org and of the tests of transparency-dev.
@Suite(.enabled(if: Vectors.areHere, "../shared/vectors is not here"))
struct CheckpointVectorTests {
  struct File: Decodable {
    struct Tessera: Decodable {
      var vkey, privateKeyPublishedTestKey: String
      var leavesUtf8: [String]
      var checkpointsSize0To15: [String]
    }
    struct Real: Decodable { var vkey, note: String }
    struct Witness: Decodable {
      var vkey, size5, size8: String
      var consistencyHex: [String]

      enum CodingKeys: String, CodingKey {
        case vkey, size5, size8
        case consistencyHex = "consistency58Hex"
      }
    }
    var tesseraLog: Tessera
    var sumdbReal: Real
    var witnessTest: Witness
    var bodyMalformed: [String]
  }

  @Test func aWholeLogIsSignedAlike() throws {
    let log = try Vectors.read(File.self, from: "checkpoint.json").tesseraLog
    let (key, signer) = (try VerifierKey(log.vkey), try SignerKey(log.privateKeyPublishedTestKey))
    let leaves = log.leavesUtf8.map { Array($0.utf8) }
    for (size, text) in log.checkpointsSize0To15.enumerated() {
      let signed = try SignedCheckpoint(text.utf8)
      #expect(signed.checkpoint.size == Int64(size))
      #expect(signed.checkpoint.root == StoredTree(leaves.prefix(size)).frontier.root)
      #expect(try signed.verified(log: [key]).map(\.key) == [key])
      #expect(SignedCheckpoint(signed.checkpoint, signedBy: [signer]).description == text)
    }
  }

  /// A real tree head, whose origin is not its key's name: read, verified as a note, and not taken for a log's own.
  @Test func theGoChecksumDatabase() throws {
    let real = try Vectors.read(File.self, from: "checkpoint.json").sumdbReal
    let signed = try SignedCheckpoint(real.note.utf8)
    #expect(signed.checkpoint.origin == "go.sum database tree" && signed.checkpoint.size == 35_225_469)
    #expect(try signed.note.verified(by: [VerifierKey(real.vkey)]).count == 1)
    #expect(throws: TransparencyError.self) { try signed.verified(log: [VerifierKey(real.vkey)]) }
  }

  @Test func consistencyOfTheWitnessTest() throws {
    let test = try Vectors.read(File.self, from: "checkpoint.json").witnessTest
    let (five, eight) = (try SignedCheckpoint(test.size5.utf8), try SignedCheckpoint(test.size8.utf8))
    for signed in [five, eight] { #expect(try signed.verified(log: [VerifierKey(test.vkey)]).count == 1) }
    let path = test.consistencyHex.map { TreeHash(bytes(hex: $0))! }
    let proof = ConsistencyProof(oldSize: 5, newSize: 8, path: path)
    #expect(proof.proves(five.checkpoint.root, continuedBy: eight.checkpoint.root))
    #expect(!proof.proves(eight.checkpoint.root, continuedBy: five.checkpoint.root))
  }

  @Test func brokenBodiesAreRefused() throws {
    let root = Base64.text(of: TreeHash.empty.bytes)
    let strict = [
      "Log\n0123\n\(root)\n", "Log\n+1\n\(root)\n", "Log\n1 \n\(root)\n", "Log\n1\nAAAA\n", "Log\n1\n\(root)\n\n",
      "Log\n1\n\(root)\n\nx\n", "Log\n1\n\(root)", "Log\n1\n\(root.replacing("=", with: ""))\n",
      "Log\r\n1\r\n\(root)\r\n",
      // The last character before the padding carries bits that are lost: F and E decode alike.
      "Log\n1\n\(root.dropLast(2))V=\n", "Log\n9223372036854775808\n\(root)\n",
    ]
    for body in try Vectors.read(File.self, from: "checkpoint.json").bodyMalformed + strict {
      #expect(throws: TransparencyError.self, "\(body)") { try Checkpoint(text: body) }
    }
    let good = try Checkpoint(text: "Log\n1\n\(root)\nextension\n")
    #expect(good.extensions == ["extension"] && good.text == "Log\n1\n\(root)\nextension\n")
  }

  struct Cosignatures: Decodable {
    struct Positive: Decodable {
      var name, vkey, note: String
      var seedHex, line, signedMessage, logVkey: String?
      var timestamp: UInt64?
    }
    var positive: [Positive]
  }

  @Test func cosignatures() throws {
    for vector in try Vectors.read(Cosignatures.self, from: "cosignature.json").positive {
      let key = try VerifierKey(vector.vkey)
      #expect(key.type == .cosignature)
      let note = try Note(vector.note.utf8)
      let verified = try note.verified(by: [key])
      if let time = vector.timestamp { #expect(verified == [Note.Verified(key: key, time: time)]) }
      if let log = vector.logVkey {
        #expect(try SignedCheckpoint(vector.note.utf8).verified(log: [VerifierKey(log)], witnesses: [key]).count == 2)
      }
      if let seed = vector.seedHex, let time = vector.timestamp {
        let id = String(vector.vkey.split(separator: "+")[1])
        let signer = try SignerKey(
          "PRIVATE+KEY+\(vector.name)+\(id)+\(Base64.text(of: [0x04] + bytes(hex: seed)))")
        #expect(signer.verifier == key)
        #expect("\(signer.signature(of: note.text, at: time))\n" == vector.line)
      }
      // The same key as one of another type has another id, so the line is not even looked at.
      let plain = try VerifierKey(name: key.name, type: .ed25519, publicKey: key.publicKey)
      #expect(throws: TransparencyError.self) { try note.verified(by: [plain]) }
      // Extension lines are signed as well.
      let extended = Note(text: note.text + "more\n", signatures: note.signatures)
      #expect(throws: TransparencyError.self) { try extended.verified(by: [key]) }
    }
  }
}
