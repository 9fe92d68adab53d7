import CanonicalJSON
import EventLog
import Testing

/// Expected revisions in every combination of what is there, what is expected and what is sent.
@Suite struct ExpectationTests {
  /// What a batch is made of.
  enum Batch: String, CaseIterable, Sendable {
    case new, stored, mixed
  }

  static let expectations: [ExpectedRevision] = [.any, .absent] + (0...4).map { .exactly($0) }

  @Test(arguments: StoreUnderTest.allCases, [0, 1, 3])
  func theExpectationDecides(store: StoreUnderTest, length: Int) throws {
    for expectation in Self.expectations {
      for kind in Batch.allCases where length > 0 || kind == .new {
        try store.withStore { log, reopen in
          let stored = (0..<length).map { claim("stored \($0)") }
          if !stored.isEmpty { _ = try log.append(stored) }
          let new = [claim("new 1"), claim("new 2")]
          let batch =
            switch kind {
            case .new: new
            case .stored: [stored[0]]
            case .mixed: [stored[0]] + new
            }
          let comment: Comment = "\(length) events, \(expectation), \(kind)"
          let result = Result { try log.append(batch, expecting: [Subject("company/a")!: expectation]) }
          // A retry of what is stored succeeds whatever is expected by now.
          if kind == .stored {
            #expect(try result.get() == AppendResult(positions: [1], appended: 0), comment)
          } else if expectation.isMet(by: Int64(length)) {
            let positions = (kind == .mixed ? [1] : []) + [Int64(length + 1), Int64(length + 2)]
            #expect(try result.get() == AppendResult(positions: positions, appended: 2), comment)
          } else {
            #expect(throws: EventStoreError.self, comment) { try result.get() }
            if case .failure(let error) = result, let error = error as? EventStoreError {
              #expect(
                error.code == .conflict(subject: Subject("company/a")!, expected: expectation, actual: Int64(length)),
                comment)
            }
          }
          let count = Int64(length + ((try? result.get())?.appended ?? 0))
          #expect(try reopen().head().position == count, comment)
          #expect(try reopen().revision(of: Subject("company/a")!) == count, comment)
        }
      }
    }
  }

  /// Of several subjects, one that is not as expected is enough, wherever it stands in the batch.
  @Test(arguments: StoreUnderTest.allCases, [0, 1, 2])
  func aConflictInTheMiddleWritesNothing(store: StoreUnderTest, wrong: Int) throws {
    try store.withStore { log, reopen in
      _ = try log.append([claim("1", on: "company/b")])
      let names = ["company/a", "company/b", "company/c"]
      var expectations: [Subject: ExpectedRevision] = [:]
      for (index, name) in names.enumerated() {
        expectations[Subject(name)!] = index == wrong ? .exactly(7) : .exactly(name == "company/b" ? 1 : 0)
      }
      let batch = names.map { claim("2", on: $0) }
      #expect(throws: EventStoreError.self) { try log.append(batch, expecting: expectations) }
      #expect(try reopen().head().position == 1)
      expectations[Subject(names[wrong])!] = .any
      #expect(try log.append(batch, expecting: expectations).positions == [2, 3, 4])
    }
  }

  /// An expectation of a subject that the batch does not touch is one all the same.
  @Test(arguments: StoreUnderTest.allCases)
  func otherSubjectsMayBeExpectedToBeAsTheyAre(store: StoreUnderTest) throws {
    try store.withStore { log, _ in
      _ = try log.append([claim("1", on: "company/b")])
      let other = Subject("company/b")!
      #expect(throws: EventStoreError.self) { try log.append([claim("1")], expecting: [other: .absent]) }
      #expect(try log.append([claim("1")], expecting: [other: .exactly(1)]).positions == [2])
    }
  }
}
