import CanonicalJSON
import Testing

struct NumberTests {
  /// The sample of RFC 8785, appendix B: IEEE 754 bits and the text they must give.
  @Test(
    arguments: [
      (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
      (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
      (0x4430_0000_0000_0000, "295147905179352830000"), (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
      (0x44b5_2d02_c7e1_4af6, "1e+23"), (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
      (0x444b_1ae4_d6e2_ef50, "1e+21"), (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
      (0x3eb0_c6f7_a0b5_ed8d, "0.000001"), (0x41b3_de43_5555_5553, "333333333.3333332"),
      (0xbecb_f647_612f_3696, "-0.0000033333333333333333"), (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ] as [(UInt64, String)])
  func appendixB(bits: UInt64, text: String) {
    #expect(CanonicalWriter.text(of: .number(Double(bitPattern: bits))) == text)
  }

  @Test func roundTripOfRandomDoubles() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      let text = CanonicalWriter.text(of: .number(number))
      #expect(try JSONReader.read(Array(text.utf8)) == .number(number))
    }
  }

  /// Found by fuzzing: what was read in another notation was written so that it could not be read again.
  @Test(arguments: [
    "1e18", "1E30", "-9007199254740994", "123456789012345680000", "1e20", "9007199254740993.5",
  ])
  func readsWhatItWrites(text: String) throws {
    let number = try JSONReader.read(Array(text.utf8))
    #expect(try JSONReader.read(CanonicalWriter.bytes(of: number)) == number)
  }

  @Test(arguments: [
    "9007199254740993", "1e400", "-9007199254740993", "1000000000000000820", "1000000000000000000001",
    "1000000000000000820e00",
    "9007199254740993.0", "90071992547409930e-1", "0.9007199254740993e16", "1e-400", "-0.1e-400", "2e-324",
  ])
  func refusesWhatWouldBeRounded(text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSONReader.read(Array(text.utf8)) }
  }

  @Test func refusesRepeatedNames() {
    #expect(throws: JSONSyntaxError.self) { try JSONReader.read(Array(#"{"a":1,"a":2}"#.utf8)) }
  }
}
