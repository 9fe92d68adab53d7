import EventLog
import Testing

@Suite struct CommitmentTests {
  /// The HMAC that is written out for speed is that of the library, for contents around the length of blocks.
  @Test(arguments: [0, 1, 55, 56, 63, 64, 65, 119, 128, 1000, 70_000])
  func theTwoHMACsAgree(length: Int) {
    let sealed = SealedPart((0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    let digits = Array(Hexadecimal.text(of: sealed.commitment).utf8)
    func commits(_ digits: [UInt8], _ content: [UInt8], _ salt: [UInt8]) -> Bool {
      digits.withUnsafeBytes { digits in
        content.withUnsafeBytes { content in
          salt.withUnsafeBytes { SealedPart.commits(digits, to: content, salt: $0) }
        }
      }
    }
    #expect(commits(digits, sealed.content, sealed.salt))
    #expect(!commits(digits, sealed.content + [0], sealed.salt))
    #expect(!commits(digits.dropLast() + [0x7A], sealed.content, sealed.salt))
    var salt = sealed.salt
    salt[31] ^= 1
    #expect(!commits(digits, sealed.content, salt) && !commits(digits, sealed.content, salt.dropLast()))
  }
}
