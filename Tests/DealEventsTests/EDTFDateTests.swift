import DealEvents
import EventLog
import Testing

@Suite struct EDTFDateTests {
  @Test(
    arguments: [
      ("2025", "2025-01-01", "2025-12-31"), ("2025-04", "2025-04-01", "2025-04-30"),
      ("2024-02", "2024-02-01", "2024-02-29"), ("2025-04-25", "2025-04-25", "2025-04-25"),
      ("2025-04~", "2025-04-01", "2025-04-30"), ("2025-04-25?", "2025-04-25", "2025-04-25"),
      ("201X", "2010-01-01", "2019-12-31"), ("20XX", "2000-01-01", "2099-12-31"),
      ("2004-XX", "2004-01-01", "2004-12-31"), ("1985-04-XX", "1985-04-01", "1985-04-30"),
      ("1985-XX-XX", "1985-01-01", "1985-12-31"), ("2025-03/2025-05", "2025-03-01", "2025-05-31"),
      ("2025-04/..", "2025-04-01", nil), ("../2025-04", nil, "2025-04-30"), ("2025-04/", "2025-04-01", nil),
      ("/2025", nil, "2025-12-31"), ("2004-06~/2004-08-31%", "2004-06-01", "2004-08-31"),
      ("0000", "0000-01-01", "0000-12-31"),
    ] as [(String, String?, String?)])
  func bounds(text: String, earliest: String?, latest: String?) throws {
    let date = try EDTFDate(text)
    #expect(date.earliest?.description == earliest && date.latest?.description == latest && date.text == text)
  }

  @Test(arguments: [
    "", "..", "/", "../..", "25", "2025-4", "2025-13", "2025-00", "2025-02-30", "2023-02-29", "2025-04-25T10:00Z",
    "Y20250", "99999", "-2025", "2025-21", "X025", "2X25", "2025-04-1X", "20XX-04", "2025-XX-04", "2025/2024",
    "2025-04-25-01",
    "2025~~", " 2025", "2025 ", "２０２５", "2025/2026/2027", "2025-04-", "2025-X1",
  ])
  func refused(text: String) {
    let error = #expect(throws: EDTFDate.ParseError.self) { try EDTFDate(text) }
    #expect(error?.description.contains("2025-04") == true)
  }

  @Test func qualifiers() throws {
    #expect(try EDTFDate("2025-04~").isApproximate && !EDTFDate("2025-04~").isUncertain)
    #expect(try EDTFDate("2025?").isUncertain && !EDTFDate("2025?").isApproximate)
    #expect(try EDTFDate("2025%").isUncertain && EDTFDate("2025%").isApproximate)
    #expect(try EDTFDate("../2025-04").sortDay == CivilDate(year: 2025, month: 4, day: 30))
  }

  /// Every day of 400 years reads back as itself, and bounds its month and year.
  @Test func everyDay() throws {
    let first = CivilDate(year: 1800, month: 1, day: 1).day
    for day in stride(from: first, to: first + 146_097, by: 7) {
      let text = CivilDate(day: day).description
      let date = try EDTFDate(text)
      #expect(date.earliest?.day == day && date.latest?.day == day)
      let month = try EDTFDate(String(text.prefix(7)))
      #expect(month.earliest!.day <= day && day <= month.latest!.day)
    }
  }
}
