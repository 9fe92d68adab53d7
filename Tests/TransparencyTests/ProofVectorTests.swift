import Foundation
import Testing
import Transparency

/// Proof files and witness requests of other implementations.
@Suite(.enabled(if: Vectors.areHere, "../shared/vectors is not here"))
struct ProofVectorTests {
  struct Proofs: Decodable {
    struct Positive: Decodable { var leafUtf8, vkey, proof: String }
    var positive: [Positive]
    var framingOnly: [String]
    var negative: [String]
  }

  @Test func proofs() throws {
    let vectors = try Vectors.read(Proofs.self, from: "tlog_proof.json")
    for vector in vectors.positive {
      let (key, proof) = (try VerifierKey(vector.vkey), try LogProof(vector.proof))
      #expect(proof.description == vector.proof)
      let signed = try proof.verify(Array(vector.leafUtf8.utf8))
      #expect(signed.checkpoint.size == 15)
      #expect(try signed.verified(log: [key]).map(\.key) == [key])
      #expect(throws: TransparencyError.self) { try proof.verify(Array("seven".utf8)) }
      var other = proof
      other.index += 1
      #expect(throws: TransparencyError.self) { try other.verify(Array(vector.leafUtf8.utf8)) }
      let stranger = try SignerKey(name: key.name, type: .ed25519).verifier
      #expect(throws: TransparencyError.self) { try signed.verified(log: [stranger]) }
    }
    for text in vectors.framingOnly { #expect(try LogProof(text).description == text) }
    for text in vectors.negative { #expect(throws: TransparencyError.self, "\(text)") { try LogProof(text) } }
  }

  struct Exchange: Decodable {
    struct Request: Decodable {
      var body: String
      var status: Int
      var response: String?
    }
    var logVkey: String
    var requests: [Request]
  }

  @Test func anExchangeWithAWitness() throws {
    let exchange = try Vectors.read(Exchange.self, from: "witness_exchange.json")
    let log = try VerifierKey(exchange.logVkey)
    let witness = Witness(key: try SignerKey(name: "witness.example/w1", type: .cosignature))
    var seen: Witness.Seen?
    for request in exchange.requests {
      let body = try CheckpointRequest(request.body)
      #expect(body.description == request.body)
      do throws(Witness.Refusal) {
        let (signed, line) = try witness.cosign(body, logs: [log], seen: { _ in seen }, time: 1_767_139_200)
        #expect(request.status == 200)
        seen = Witness.Seen(size: signed.checkpoint.size, root: signed.checkpoint.root)
        var cosigned = signed
        cosigned.add(line)
        let verified = try? cosigned.verified(log: [log], witnesses: [witness.key.verifier])
        #expect(verified?.last == Note.Verified(key: witness.key.verifier, time: 1_767_139_200))
      } catch {
        #expect(error.status == request.status, "\(error)")
        if case .conflict(let size) = error { #expect(request.response == "\(size)\n") }
      }
    }
    // What the recorded exchange does not show: strangers, and a rewritten log.
    let first = try CheckpointRequest(exchange.requests[0].body)
    let last = try CheckpointRequest(exchange.requests[1].body)
    let stranger = try SignerKey(name: log.name, type: .ed25519)
    for (keys, seen, request, status) in [
      ([], nil, first, 404), ([stranger.verifier], nil, first, 403),
      ([log], Witness.Seen(size: 7, root: .empty), last, 422),
      ([log], nil, CheckpointRequest(oldSize: 0, path: [.empty], checkpoint: first.checkpoint), 422),
      ([log], nil, CheckpointRequest(oldSize: 0, path: [], checkpoint: "x"), 400),
    ] as [([VerifierKey], Witness.Seen?, CheckpointRequest, Int)] {
      let refusal = #expect(throws: Witness.Refusal.self) {
        try witness.cosign(request, logs: keys, seen: { _ in seen }, time: 0)
      }
      #expect(refusal?.status == status)
    }
  }
}
