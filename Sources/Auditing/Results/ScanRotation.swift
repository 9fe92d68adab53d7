internal import CanonicalJSON
internal import SQLiteLog

/// Which rows of a large log an audit reads: what was at fault before, all that is new, and a part of the old that goes
/// round. An interrupted scan goes on where it stopped, for it begins there.
public struct ScanRotation: Sendable, Equatable {
  /// The first chunk that is to be read next.
  public var next: Int64 = 0
  /// The rows up to this position were read at least once.
  public var size: Int64 = 0
  /// Chunks in which something was found.
  public var suspects: [Int64] = []

  public init() {}

  init?(_ json: JSONValue) {
    guard let next = json["next"]?.integer, let size = json["size"]?.integer, next >= 0, size >= 0 else { return nil }
    self.next = Int64(next)
    self.size = Int64(size)
    suspects = (json["suspects"]?.array ?? []).compactMap { $0.integer.map { Int64($0) } }
  }

  var json: JSONValue {
    [
      "next": .integer(Int(next)), "size": .integer(Int(size)),
      "suspects": .array(suspects.map { .integer(Int($0)) }),
    ]
  }

  /// The chunks to read, in this order: suspects, new ones, then old ones from where the last scan stopped.
  /// - Parameter nights: within how many nights every old chunk is read once; 1 for all of them now.
  public func plan(size: Int64, nights: Int) -> [Int64] {
    let count = Self.count(size)
    let new = Array(min(self.size / SQLiteEventStore.chunkEvents, count)..<count)
    let part = (count + Int64(nights) - 1) / Int64(nights)
    let rotating = (0..<part).map { (next + $0) % max(1, count) }
    var seen: Set<Int64> = []
    return (suspects + new + rotating).filter { (0..<count).contains($0) && seen.insert($0).inserted }
  }

  /// Where the next scan goes on, after this one read `chunks` of a log of `size` events.
  /// - Parameter faulty: the chunks in which it found something.
  public func advanced(by chunks: [Int64], size: Int64, faulty: Set<Int64>) -> ScanRotation {
    let read = Set(chunks)
    let count = Self.count(size)
    var following = self
    var steps: Int64 = 0
    while steps < count, read.contains((next + steps) % count) { steps += 1 }
    following.next = count == 0 ? 0 : (next + steps) % count
    var old = min(self.size / SQLiteEventStore.chunkEvents, count)
    while old < count, read.contains(old) { old += 1 }
    following.size = max(min(self.size, size), min(size, old * SQLiteEventStore.chunkEvents))
    following.suspects = faulty.union(suspects.filter { !read.contains($0) }).sorted()
    return following
  }

  private static func count(_ size: Int64) -> Int64 {
    (size + SQLiteEventStore.chunkEvents - 1) / SQLiteEventStore.chunkEvents
  }
}
