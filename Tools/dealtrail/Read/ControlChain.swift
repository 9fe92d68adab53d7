import CanonicalJSON
import DealProjections
import EventLog
import Projecting

/// Who may control a company, who may control that one, and so on to the holder of whom nobody is said to hold.
struct ControlChain {
  struct Link {
    var holder: Subject
    /// The test by which it may control the one before: majority, terms, board or largest.
    var test: String
    var jurisdiction: String?
    var evidence: [String]
  }

  /// From the company's own controller to the ultimate one; never empty.
  var links: [Link]
  /// Whether the chain comes back to one that is in it already, so that nobody is the ultimate one.
  var isCircle = false

  var ultimate: Link? { isCircle ? nil : links.last }

  /// `nil` where no test says who may control the company.
  /// - Parameter control: rows of ``OwnershipProjection/controlModel``, by subject.
  init?(of company: Subject, _ control: [Subject: [ViewValue]]) {
    links = []
    var seen: Set<Subject> = [company]
    var next = company
    while let values = control[next], let holder = values[2].text.flatMap({ Subject($0) }) {
      links.append(
        Link(
          holder: holder, test: values[3].text ?? "", jurisdiction: values[4].text, evidence: values[5].list))
      isCircle = !seen.insert(holder).inserted
      if isCircle { break }
      next = holder
    }
    if links.isEmpty { return nil }
  }

  /// Each with its test and where it comes from.
  var shown: String {
    links.map { "\($0.holder) by \($0.test)\($0.jurisdiction.map { ", \($0)" } ?? "")" }.joined(separator: " ← ")
      + (isCircle ? " ← …, a circle" : "")
  }

  var json: JSONValue {
    [
      "ultimate_holder": .optional(ultimate?.holder.id), "ultimate_jurisdiction": .optional(ultimate?.jurisdiction),
      "chain": .array(
        links.map {
          [
            "holder": .string($0.holder.id), "test": .string($0.test), "jurisdiction": .optional($0.jurisdiction),
            "evidence": .array($0.evidence.map { .string($0) }),
          ]
        }),
    ]
  }
}
