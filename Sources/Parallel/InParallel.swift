internal import Dispatch
internal import Synchronization

/// What `body` makes of each element, on every core, in the order of the elements.
/// - Throws: the error of the first element that has one, after all were tried.
public func inParallel<Element: Sendable, Output: Sendable>(
  _ elements: [Element], _ body: @Sendable (Element) throws -> Output
) throws -> [Output] {
  let outputs = Mutex<[Int: Result<Output, any Error>]>([:])
  DispatchQueue.concurrentPerform(iterations: elements.count) { index in
    let output = Result { try body(elements[index]) }
    outputs.withLock { $0[index] = output }
  }
  return try outputs.withLock { outputs in try elements.indices.map { try outputs[$0]!.get() } }
}
