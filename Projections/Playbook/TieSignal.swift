internal import DealEvents
internal import Projecting

/// Something that loosens a company's ties to home.
public enum TieSignal: String, Sendable, CaseIterable {
  case headquarters, legalDomicile = "legal_domicile", research, team, data
  case layoff, leadership
  case socialMedia = "social_media", service, partnership, appStore = "app_store", office
  case entity, holder

  /// The signal that a claim is, if it is one.
  init?(_ claim: Claim, _ definition: PlaybookDefinition) {
    switch claim.payload {
    case let move as Relocation:
      // A move that starts abroad, or ends at home, cuts nothing.
      guard definition.isAbroad(move.to.country), move.from.map({ definition.isHome($0.country) }) ?? true else {
        return nil
      }
      self.init(rawValue: move.what.rawValue)
    case let layoff as Layoff:
      guard definition.isHome(layoff.place.country) else { return nil }
      self = .layoff
    case let move as ExecutiveMoved:
      guard definition.isAbroad(move.place?.country) else { return nil }
      self = .leadership
    case let withdrawn as PresenceWithdrawn:
      guard let place = withdrawn.place, definition.isHome(place.country) else { return nil }
      self.init(rawValue: withdrawn.what.rawValue)
    case let change as EntityChanged:
      guard change.change == .deregistered, definition.isHome(change.jurisdiction) else { return nil }
      self = .entity
    case let change as OwnershipChanged:
      let isSale = change.basis == .exit || change.basis == .shareTransfer
      guard isSale, let country = change.holderJurisdiction, definition.isHome(country) else { return nil }
      self = .holder
    case let transfer as DataTransfer:
      guard definition.isAbroad(transfer.to.country), definition.isHome(transfer.from.country) else { return nil }
      self = .data
    default: return nil
    }
  }
}
