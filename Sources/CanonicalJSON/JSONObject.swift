/// A JSON object whose members are kept in the order of RFC 8785: by the UTF-16 code units of their names.
public struct JSONObject: Sendable, Equatable {
  public struct Member: Sendable, Equatable {
    public var key: String
    public var value: JSONValue

    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }

    public static func == (left: Member, right: Member) -> Bool {
      left.key.utf8.elementsEqual(right.key.utf8) && left.value == right.value
    }
  }

  /// The members in canonical order, each name once.
  public private(set) var members: [Member]

  public init() { members = [] }

  /// Sorts `members`; of members with one name, the last wins.
  public init(_ members: [Member]) {
    self.members = members
    normalise()
  }

  /// Appends in reading order and sorts once; used by the reader.
  private mutating func normalise() {
    var sorted = true
    for index in members.indices.dropFirst() where !Self.precedes(members[index - 1].key, members[index].key) {
      sorted = false
      break
    }
    if sorted { return }
    let ordered = members.enumerated().sorted { a, b in
      if Self.precedes(a.element.key, b.element.key) { return true }
      if Self.precedes(b.element.key, a.element.key) { return false }
      return a.offset < b.offset
    }
    members.removeAll(keepingCapacity: true)
    for (_, member) in ordered {
      if let last = members.last, last.key.utf8.elementsEqual(member.key.utf8) { members.removeLast() }
      members.append(member)
    }
  }

  /// Whether `a` sorts before `b` by UTF-16 code units. UTF-8 order differs only where a supplementary character
  /// (a lead byte of 0xF0 or more) meets U+E000…U+FFFF (lead bytes 0xEE and 0xEF).
  static func precedes(_ a: String, _ b: String) -> Bool {
    var left = a.utf8.makeIterator()
    var right = b.utf8.makeIterator()
    while let x = left.next() {
      guard let y = right.next() else { return false }
      if x == y { continue }
      if x >= 0xEE, y >= 0xEE, (x >= 0xF0) != (y >= 0xF0) { return x >= 0xF0 }
      return x < y
    }
    return right.next() != nil
  }

  public subscript(key: String) -> JSONValue? {
    get { members.first { Self.isSame($0.key, key) }?.value }
    set {
      if let index = members.firstIndex(where: { Self.isSame($0.key, key) }) {
        if let newValue { members[index].value = newValue } else { members.remove(at: index) }
      } else if let newValue {
        let index = members.firstIndex { Self.precedes(key, $0.key) } ?? members.endIndex
        members.insert(Member(key: key, value: newValue), at: index)
      }
    }
  }

  /// Whether two names have the same bytes. Most names differ, which Swift's comparison finds out much faster; but it takes
  /// some for equal that are not.
  private static func isSame(_ a: String, _ b: String) -> Bool { a == b && a.utf8.elementsEqual(b.utf8) }

  public var keys: [String] { members.map(\.key) }
  public var isEmpty: Bool { members.isEmpty }
}
