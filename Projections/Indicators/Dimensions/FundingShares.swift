internal import DealEvents
internal import EventLog
internal import Foundation
internal import Projecting

/// A company's funding by where it comes from, in one unit, as far as it was disclosed.
struct FundingShares {
  var home = 0.0
  var abroad = 0.0
  /// The part of `home` behind which a state or its agency stands.
  var government = 0.0
  var evidence: [EventID] = []
  var notes: [String] = []

  var total: Double { home + abroad }

  /// The method is that of ``CapitalDimension``.
  init(_ input: IndicatorInput, leadWeight: Double) {
    let rounds = DistinctRound.all(input.claims)
    let weights = rounds.map { Self.weight(of: $0.data, input.definition) }
    let anyAmount = weights.contains { $0 != nil }
    var unconverted = Set<String>()
    var withoutAmount = 0
    for (round, weight) in zip(rounds, weights) {
      if anyAmount, weight == nil {
        if let amount = round.data.amount { unconverted.insert(amount.currency.code) } else { withoutAmount += 1 }
        continue
      }
      let parts = Self.parts(of: round.data, weight, leadWeight, input)
      guard !parts.isEmpty else { continue }
      for (investor, part) in parts {
        if input.isHome(investor.jurisdiction!) {
          home += part
          if investor.government == true { government += part }
        } else {
          abroad += part
        }
      }
      evidence += round.claims.flatMap(\.evidence)
    }
    if withoutAmount > 0 { notes.append("left out without an amount: \(withoutAmount)") }
    if !unconverted.isEmpty {
      notes.append("left out for lack of an exchange rate: \(unconverted.sorted().joined(separator: ", "))")
    }
  }

  /// The round's amount; without one, what the known amounts of its investors add up to.
  private static func weight(of round: FundingRound, _ definition: IndicatorDefinition) -> Double? {
    if let amount = round.amount { return weight(of: amount, definition) }
    let known = round.investors.compactMap { $0.amount.flatMap { weight(of: $0, definition) } }
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  private static func weight(of amount: Money, _ definition: IndicatorDefinition) -> Double? {
    guard let rate = definition.exchangeRates[amount.currency.code], let value = Double(amount.value.digits) else {
      return nil
    }
    return value * rate
  }

  /// - Parameter weight: `nil` where no round can be weighed, so that amounts say nothing.
  private static func parts(
    of round: FundingRound, _ weight: Double?, _ leadWeight: Double, _ input: IndicatorInput
  ) -> [(Investor, Double)] {
    var parts: [(Investor, Double)] = []
    var rest = weight ?? 1
    var open: [(Investor, Double)] = []
    for investor in round.investors where investor.jurisdiction != nil {
      if weight != nil, let amount = investor.amount.flatMap({ self.weight(of: $0, input.definition) }) {
        parts.append((investor, amount))
        rest -= amount
      } else {
        open.append((investor, investor.lead == true ? leadWeight : 1))
      }
    }
    let shares = open.reduce(0) { $0 + $1.1 }
    if shares > 0, rest > 0 { parts += open.map { ($0.0, rest * $0.1 / shares) } }
    return parts
  }
}
