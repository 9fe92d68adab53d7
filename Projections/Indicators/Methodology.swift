internal import DefinitionFiles

/// The page that says how the indicators of a definition are computed, exactly enough for others to compute them again.
public enum Methodology {
  public static func markdown(_ definition: IndicatorDefinition) -> String {
    """
    # Methodology of the indicators `\(definition.id)`

    Printed by `dealtrail indicators --methodology`\(
      definition.fingerprint == IndicatorDefinition.standard.fingerprint
        ? "; a test fails when this page differs from what ships" : "").
    Definition file: SHA-256 `\(definition.fingerprint)`.

    The values measure how far a company has left home. They are experimental, they describe claims, and they do not accuse. The method
    follows OECD/JRC, *Handbook on Constructing Composite Indicators* (2008).

    ## What counts

    - **Home** is \(list(definition.home.sorted())) (ISO 3166-1). *Abroad* is every other jurisdiction that is known.
    - **Claims** are those about the company itself, after corrections and retractions, in the order of the day from which they
      count, then of their place in the log. That day is the first that their date may mean; of a date with an open start, the last. Those whose status is \(list(definition.statuses.sorted())) count; a reported or rumoured claim that
      another source confirms is confirmed. Disputed claims count.
    - **Missing is never zero.** A dimension without evidence is unknown.
    - A company **comes from home** where some profile that counts and that nobody disputes says so, even where another names a new home.

    ## The dimensions

    Each is 0 to 1: 0 where nothing that it looks at left, 1 where all did.

    \(definition.dimensions.map { section($0, definition) }.joined(separator: "\n"))
    ## Rooting, the counter-indicator

    How far a company took the other path. It is no part of the composite.

    \(Rooting.method)
    \(table(Rooting.parameters, definition.parameters[Rooting.name] ?? [:]))
    ## The composite

    \(composite(definition))

    - **Value**: over the dimensions that are known; unknown where none is. **Lower** and **upper**: over all, with the unknown ones at 0,
      and at 1. A dimension of weight 0 counts nowhere.
    - **Coverage**: the weight of the known dimensions divided by that of all.
    - **Confirmed**: the value over claims alone that are confirmed.
    - **Rank**: by the lower bound, the highest first, among the companies that come from home and have any known dimension; equal ones share a
      rank, and the next rank passes over as many (1, 2, 2, 4). Values are stored and compared to 12 digits after the point.

    ## What the ranks owe to the choices

    Computed from the stored values of the dimensions, over the companies that have a rank, which stay the same; others have none of this.

    - **Rank interval**: \(definition.perturbation.draws) times, each weight is multiplied by 1 + \(shown(definition.perturbation.spread)) · (2u − 1), where u
      is the next number of the sequence, from 0 to 1, in the order of the dimensions above; the companies are ranked anew by the lower bound. Of each
      company's ranks, sorted, the first and the last ⌊(1 − \(shown(definition.perturbation.level))) / 2 · \(definition.perturbation.draws)⌋, that is \(Sensitivity.tail(definition.perturbation)), are left out; the interval
      goes from the least to the greatest of the others. The sequence is SplitMix64 (Steele, Lea and Flood, 2014) from the seed
      \(definition.perturbation.seed); u is the upper 53 bits of its output times 2⁻⁵³.
    - **Other aggregations**: the composite as the arithmetic mean, as the geometric mean, and as the highest dimension alone (`worst_of`).
    - **Leave one out**: the composite without each dimension in turn (its weight is 0).

    ## Rates

    Units of the reference currency for one unit, used only to weigh rounds in different currencies.

    | currency | rate |
    | --- | ---: |
    \(definition.exchangeRates.sorted { $0.key < $1.key }.map { "| \($0.key) | \(shown($0.value)) |" }.joined(separator: "\n"))

    """
  }

  private static func section(_ dimension: any IndicatorDimension, _ definition: IndicatorDefinition) -> String {
    """
    ### \(dimension.name) (\(dimension.chinese)), weight \(shown(definition.weights[dimension.name] ?? 0))

    It looks at: \(dimension.meaning).

    \(dimension.method)
    \(table(dimension.parameters, definition.parameters[dimension.name] ?? [:]))
    """
  }

  private static func table(_ parameters: [DefinitionParameter], _ values: [String: Double]) -> String {
    if parameters.isEmpty { return "" }
    let rows = parameters.map { "| `\($0.name)` | \(shown(values[$0.name] ?? $0.standard)) | \($0.meaning) |\n" }
    return "\n| parameter | value | meaning |\n| --- | ---: | --- |\n" + rows.joined()
  }

  private static func composite(_ definition: IndicatorDefinition) -> String {
    switch definition.aggregation {
    case .arithmetic:
      "The arithmetic mean of the dimensions by weight: Σ wᵢxᵢ / Σ wᵢ. A high dimension makes up for a low one."
    case .geometric:
      "The geometric mean of the dimensions with a weight above 0: exp(Σ wᵢ ln xᵢ / Σ wᵢ), and 0 where one of them is 0."
    case .worstOf: "The highest of the dimensions with a weight above 0: where the company left furthest."
    }
  }

  private static func list(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }

  /// A number without a needless fraction.
  private static func shown(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
