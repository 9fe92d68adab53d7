import DealEvents

/// Words of the contract as people read them.
enum KindNames {
  static func shown(_ kind: String, _ language: Language) -> String {
    guard let label = Vocabulary.type(of: kind)?.label else { return kind }
    return language == .zh ? label.chinese : label.english
  }

  static func glyph(_ kind: String) -> String { Vocabulary.type(of: kind)?.label.glyph ?? "·" }

  static func status(_ status: String, _ language: Language) -> String {
    guard language == .zh else { return status }
    return ["reported": "据报道", "confirmed": "已证实", "denied": "被否认", "rumoured": "传闻"][status] ?? status
  }
}
