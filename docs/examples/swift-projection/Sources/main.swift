import DealEvents
import DealtrailCommands
import Projecting

/// Where a company's head office was said to go, in order.
struct OfficesProjection: Projection {
  let name = "offices"
  let version = 1
  let models = [
    ReadModel(
      "office", "One row a move of the head office.",
      columns: [
        ViewColumn("since", .text, "the date as it is known (EDTF)"),
        ViewColumn("country", .text, "where to, ISO 3166-1", isIndexed: true),
        ViewColumn("event", .text, "the event that it stands on"),
      ])
  ]

  func rows(for history: History) throws -> [ViewRow] {
    history.claims.compactMap { claim in
      guard claim.role == nil, let move = claim.payload as? Relocation, move.what == .headquarters else { return nil }
      return ViewRow("office", [.text(claim.occurred), .text(move.to.country.code), .text(claim.id.description)])
    }
  }
}

DealtrailCommandLine.main(adding: [OfficesProjection()])
