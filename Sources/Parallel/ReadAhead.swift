internal import Dispatch
internal import Synchronization

/// Makes something of pieces on other cores, ahead of whoever takes it, in the order of the pieces, and no further ahead than so
/// many: so that memory stays bounded, and whoever takes it need not wait.
public struct ReadAhead<Piece: Sendable, Output: Sendable> {
  private final class Slot: Sendable {
    let isReady = DispatchSemaphore(value: 0)
    let output = Mutex<Output?>(nil)
  }

  private let limit: Int
  private let read: () throws -> Piece?
  private let make: @Sendable (Piece) -> Output
  private var slots: [Slot] = []
  private var isAtEnd = false

  /// - Parameters:
  ///   - limit: how many pieces at most are worked on or wait.
  ///   - read: the next piece; `nil` at the end.
  public init(limit: Int, read: @escaping () throws -> Piece?, make: @escaping @Sendable (Piece) -> Output) {
    self.limit = limit
    self.read = read
    self.make = make
  }

  /// What was made of the next piece; `nil` at the end.
  public mutating func next() throws -> Output? {
    while !isAtEnd, slots.count < limit {
      guard let piece = try read() else {
        isAtEnd = true
        break
      }
      let slot = Slot()
      DispatchQueue.global().async { [make] in
        slot.output.withLock { $0 = make(piece) }
        slot.isReady.signal()
      }
      slots.append(slot)
    }
    guard !slots.isEmpty else { return nil }
    let slot = slots.removeFirst()
    slot.isReady.wait()
    return slot.output.withLock { $0 }
  }
}
