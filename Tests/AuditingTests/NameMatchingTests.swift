import Auditing
import EventLog
import Foundation
import SwiftCSV
import Testing

@testable import DealAudit

/// Names that other people labelled as one company's or as two (shared/data/name-matching; MIT).
@Suite struct NameMatchingTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data/name-matching").standardizedFileURL

  private static func areFound(_ a: String, _ b: String) -> Bool {
    let traits = [a, b].enumerated().map { index, name in
      DuplicateSubjectCheck.Trait(
        subject: Subject("company/n\(index)")!, keys: Set(NameKey.keys(of: name).map { .name($0) }), name: name,
        profile: EventID("00000000-0000-8000-8000-00000000000\(index)")!, origin: nil, country: nil)
    }
    let context = AuditContext(today: CivilDate(day: 0), settings: AuditSettings())
    return !DuplicateSubjectCheck.observe(traits, context).isEmpty
  }

  private static func pairs(
    _ file: String, _ first: String, _ second: String, label: (([String: String]) -> Bool)
  ) throws -> [(String, String, Bool)]? {
    guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8) else {
      print("\(folder.path)/\(file) is not here; passing over it")
      return nil
    }
    let plain = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    return try CSV<Named>(string: plain, loadColumns: false).rows.compactMap { row in
      guard row["schema"].map({ $0 != "Person" }) ?? true, let a = row[first], let b = row[second], a != b else {
        return nil
      }
      return (a, b, label(row))
    }
  }

  /// Found pairs are to be right far more often than not: a rule that calls two companies one wastes a human's morning.
  /// Tickers, translations and brands cannot be found by their letters, so most pairs that are missed stay missed.
  @Test(
    arguments: [
      ("eason-test_data.csv", "Name_x", "Name_y", "Targets", "1", 0.9, 0.2),
      ("nomenklatura-name_bench-odd-lines.csv", "name1", "name2", "is_match", "true", 0.9, 0.2),
      ("eason-positive-US.csv", "canonical_name", "variation", "source", "", 1, 0.3),
    ] as [(String, String, String, String, String, Double, Double)])
  func whatIsFoundIsRight(
    file: String, first: String, second: String, column: String, match: String, precision: Double, recall: Double
  ) throws {
    guard let pairs = try Self.pairs(file, first, second, label: { match.isEmpty || $0[column] == match }) else {
      return
    }
    try #require(pairs.count > 20)
    let found = pairs.filter { Self.areFound($0.0, $0.1) }
    let right = found.count { $0.2 }
    let all = pairs.count { $0.2 }
    let wrong = found.filter { !$0.2 }.map { "\($0.0) = \($0.1)" }
    print("\(file): \(pairs.count) pairs, found \(found.count), right \(right) of \(all); wrong: \(wrong)")
    #expect(Double(right) >= precision * Double(found.count), "\(wrong)")
    #expect(Double(right) >= recall * Double(all))
  }

  @Test(
    arguments: [
      ("智谱", "Zhipu Inc.", true), ("月之暗面", "Yuezhi Anmian", true), ("字节跳动有限公司", "字节跳动", true),
      ("智谱", "知谱", false), ("Apple Inc.", "APPLE", true), ("Acme GmbH & Co. KG", "Acme", true),
      ("Holding", "The Holding Company", false), ("AI", "AI Ltd", false), ("Nestlé S.A.", "Nestle", true),
    ])
  func namesMeet(first: String, second: String, meet: Bool) { #expect(Self.areFound(first, second) == meet) }
}
