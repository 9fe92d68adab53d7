public import EventLog
public import Projecting

/// Money raised from investors.
public struct FundingRound: EventPayload {
  public static let kind = "funding_round"
  public static let meaning = "A company raises money from investors."
  public static let label = KindLabel("Funding", "融资", glyph: "$")

  public enum Stage: String, Choice {
    case angel, preSeed = "pre_seed", seed, preA = "pre_a", seriesA = "series_a", seriesB = "series_b"
    case seriesC = "series_c", seriesD = "series_d", seriesE = "series_e", later, growth, strategic
    case privateEquity = "private_equity", venture, debt, grant, crowdfunding, secondary, postIPO = "post_ipo", unknown
  }

  public var stage: Stage
  public var amount: Money?
  public var valuation: Valuation?
  public var investors: [Investor]

  public init(fields: inout FieldReader) {
    stage = fields.required("stage", "the round, such as seed or series_b")
    amount = fields.optional("amount", "the money raised")
    valuation = fields.optional("valuation", "what the company was valued at")
    investors = fields.list("investors", "who invested")
  }

  public var mentions: [Mention] {
    investors.map { Mention($0.id, role: $0.lead == true ? "lead_investor" : "investor") }
  }

  public var headline: String {
    let leads = investors.filter { $0.lead == true }.map { String($0.id.name) }
    return phrase(
      spoken(stage), amount?.humanised, leads.isEmpty ? nil : "led by " + leads.joined(separator: ", "),
      valuation.map { "at \($0.amount.humanised)" + ($0.basis.map { " \($0.rawValue)-money" } ?? "") })
  }
}

/// What a company was valued at in a round.
public struct Valuation: FieldGroup, Hashable {
  public enum Basis: String, Choice { case pre, post }

  public var amount: Money
  public var basis: Basis?

  public init(fields: inout FieldReader) {
    amount = fields.required("amount", "the value of the whole company")
    basis = fields.optional("basis", "before the new money (pre) or with it (post)")
  }
}

/// One investor in a round.
public struct Investor: FieldGroup, Hashable {
  public var id: Subject
  public var jurisdiction: Country?
  public var lead: Bool?
  public var amount: Money?
  public var stake: Share?
  public var boardSeats: Int?
  public var controlTerms: String?
  public var government: Bool?

  public init(fields: inout FieldReader) {
    id = fields.required("id", "the investor's subject, such as investor/benchmark")
    jurisdiction = fields.optional("jurisdiction", "the country that the investor's money answers to")
    lead = fields.optional("lead", "whether it led the round")
    amount = fields.optional("amount", "what it put in")
    stake = fields.optional("stake", "what it holds afterwards, 0 to 1")
    boardSeats = fields.optional("board_seats", "seats on the board that came with it")
    controlTerms = fields.optional("control_terms", "vetoes and other terms that give control")
    government = fields.optional("government", "whether a state or its agency stands behind it")
  }
}
