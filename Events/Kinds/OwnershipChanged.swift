internal import CanonicalJSON
public import EventLog
public import Projecting

/// Who holds how much of a company, outside a funding round: share transfers, exits, structures unwound.
public struct OwnershipChanged: EventPayload {
  public static let kind = "ownership_changed"
  public static let meaning = "A holder's stake or votes in a company change outside a funding round."
  public static let label = KindLabel("Ownership", "股权变更", glyph: "◔")

  public enum Basis: String, Choice {
    case shareTransfer = "share_transfer", exit, dilution, contract, vieUnwinding = "vie_unwinding"
    case boardChange = "board_change", declared, unknown
  }

  public var holder: Subject
  public var holderJurisdiction: Country?
  public var stake: Share?
  public var voting: Share?
  public var basis: Basis?
  public var boardSeats: Int?
  public var note: String?

  public init(fields: inout FieldReader) {
    holder = fields.required("holder", "who holds, such as investor/benchmark")
    holderJurisdiction = fields.optional("holder_jurisdiction", "the country that the holder answers to")
    stake = fields.optional("stake", "the part of the equity held afterwards, 0 to 1")
    voting = fields.optional("voting", "the part of the votes held afterwards, 0 to 1")
    basis = fields.optional("basis", "how the change came about")
    boardSeats = fields.optional("board_seats", "seats on the board held afterwards")
    note = fields.optional("note", "what the source says, where no figure is known")
  }

  public var mentions: [Mention] { [Mention(holder, role: "holder")] }

  public var headline: String {
    phrase(
      String(holder.name), stake.map { "holds \(percent($0))" }, voting.map { "votes \(percent($0))" },
      basis.map { spoken($0) }, boardSeats.map { $0 == 1 ? "1 board seat" : "\($0) board seats" }, note)
  }
}

/// A share as people read it, `61.53%`.
func percent(_ share: Share) -> String {
  let hundredths = (share.fraction * 10_000).rounded() / 100
  // What is not quite all, half or nothing is not shown as that.
  if [0, 50, 100].contains(hundredths), hundredths != share.fraction * 100 {
    let finer = (share.fraction * 1e8).rounded() / 1e6
    if ![0, 50, 100].contains(finer) { return CanonicalWriter.text(of: .number(finer)) + "%" }
    let isLess = share.fraction * 100 < hundredths || hundredths == 0
    return (isLess ? "<" : ">") + (hundredths == 0 ? "0.000001%" : "\(Int(hundredths))%")
  }
  return hundredths == hundredths.rounded() ? "\(Int(hundredths))%" : "\(hundredths)%"
}
