import Dispatch
import EventLog
import Projecting
import SQLiteViews
import Synchronization
import Testing

@Suite struct ViewsConcurrencyTests {
  /// Many at once catch up, rebuild and read while events come in; readers see whole states, and all agree in the end.
  @Test func manyAtOnceAgree() throws {
    try withTemporaryFolder { folder in
      let log = MemoryEventStore()
      let faults = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 6) { worker in
        do {
          let views = try EngineTests.views(folder, log)
          for round in 0..<12 {
            switch worker {
            case 0, 1:
              // Both claims of a batch are about one subject, so a reader sees an even number of rows.
              _ = try log.append([
                EngineTests.note("a\(worker) \(round)"), EngineTests.note("b\(worker) \(round)"),
                EngineTests.note("c\(worker)", on: "company/\(round)"),
              ])
            case 2: try views.rebuild()
            default: try views.catchUp()
            }
            try views.catchUp()
            let count = try EngineTests.texts(views).count
            if count % 2 != 0 { faults.withLock { $0.append("a reader saw \(count) rows") } }
          }
        } catch { faults.withLock { $0.append("\(error)") } }
      }
      #expect(faults.withLock { $0 } == [])
      let views = try EngineTests.views(folder, log)
      try views.catchUp()
      try #expect(views.check().drift.isEmpty)
      try #expect(EngineTests.texts(views).count == 48)
    }
  }
}
