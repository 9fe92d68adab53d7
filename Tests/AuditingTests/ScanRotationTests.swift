import CanonicalJSON
import EventLog
import SQLiteLog
import Testing

@testable import Auditing

/// Which part of a large log a night reads.
@Suite struct ScanRotationTests {
  private static let chunk = SQLiteEventStore.chunkEvents

  /// Whatever the size and however many nights: every chunk is read within the rotation, and the new ones at once.
  @Test(arguments: [1, 2, 7, 30], [0, 1, 5, 23] as [Int64])
  func everyChunkIsReadWithinTheRotation(nights: Int, count: Int64) {
    var rotation = ScanRotation()
    let size = count * Self.chunk
    rotation = rotation.advanced(by: Array(0..<count), size: size, faulty: [])
    var read: Set<Int64> = []
    for _ in 0..<nights {
      let plan = rotation.plan(size: size, nights: nights)
      #expect(Set(plan).count == plan.count && plan.allSatisfy { (0..<count).contains($0) })
      #expect(Int64(plan.count) <= (count + Int64(nights) - 1) / Int64(nights), "no more than its part")
      read.formUnion(plan)
      rotation = rotation.advanced(by: plan, size: size, faulty: [])
    }
    #expect(read == Set(0..<count))
  }

  @Test func whatIsNewIsReadFirstAndAnInterruptedScanGoesOn() {
    var rotation = ScanRotation().advanced(by: Array(0..<10), size: 10 * Self.chunk - 1, faulty: [])
    // The last chunk was not full: what was appended to it is new.
    #expect(rotation.plan(size: 12 * Self.chunk, nights: 5).prefix(3) == [9, 10, 11])
    // A scan of everything that was stopped after three old chunks goes on with the fourth.
    let all = rotation.plan(size: 10 * Self.chunk, nights: 1)
    rotation = rotation.advanced(by: Array(all.prefix(4)), size: 10 * Self.chunk, faulty: [])
    let rest = rotation.plan(size: 10 * Self.chunk, nights: 1)
    #expect(rest.first == all[4] && Set(rest) == Set(0..<10))
  }

  @Test func aChunkWithAFaultIsReadEveryNightUntilItIsSound() {
    var rotation = ScanRotation().advanced(by: Array(0..<20), size: 20 * Self.chunk, faulty: [7])
    for _ in 0..<3 {
      let plan = rotation.plan(size: 20 * Self.chunk, nights: 20)
      #expect(plan.contains(7))
      rotation = rotation.advanced(by: plan, size: 20 * Self.chunk, faulty: [7])
    }
    rotation = rotation.advanced(by: [7], size: 20 * Self.chunk, faulty: [])
    #expect(rotation.suspects.isEmpty)
  }

  /// A first scan that is stopped night after night comes to its end all the same, whatever it finds on the way.
  @Test func aFirstScanThatIsStoppedEveryNightComesToItsEnd() {
    var rotation = ScanRotation()
    var read: Set<Int64> = []
    for night in 0..<12 {
      // A fault is found in chunk 3; killed in the middle, the scan keeps that too.
      let plan = rotation.plan(size: 40 * Self.chunk, nights: 1).prefix(5)
      #expect(night == 0 || plan.first == 3)
      read.formUnion(plan)
      rotation = rotation.advanced(by: Array(plan), size: 40 * Self.chunk, faulty: plan.contains(3) ? [3] : [])
    }
    #expect(read == Set(0..<40) && rotation.size == 40 * Self.chunk)
  }

  @Test func theStateIsKeptAsJson() {
    let rotation = ScanRotation().advanced(by: [0, 1, 2], size: 3 * Self.chunk, faulty: [0])
    #expect(ScanRotation(rotation.json) == rotation)
    #expect(ScanRotation(["next": -1, "size": 0]) == nil && ScanRotation("x") == nil)
  }
}
