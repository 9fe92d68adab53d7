import CanonicalJSON
import DealProjections
import EventLog
import Foundation

/// Prints indicators as a table, or each company with its evidence.
struct IndicatorPrinter {
  let printing: PrintOptions
  let asOf: String?
  let showsEvidence: Bool
  let definition: IndicatorDefinition

  func print(_ standings: [IndicatorStanding]) {
    if printing.format == .table, showsEvidence {
      for standing in standings { printEvidence(of: standing) }
    } else {
      report(standings).print(printing) { .array(standings.map { $0.json(asOf: asOf) }) }
    }
    guard printing.format == .table, !printing.quiet else { return }
    StandardError.print(
      printing.lang == .zh
        ? "定义 \(definition.id)：0 为未离开，1 为全部离开；– 为无证据。实验性指标，仅作衡量，不作指控。"
        : "definition \(definition.id): 0 nothing left home, 1 all did, – no evidence. Experimental; it measures and does "
          + "not accuse. Evidence: dealtrail indicators NAME --evidence")
  }

  private func report(_ standings: [IndicatorStanding]) -> Report {
    var columns: [Report.Column] = [
      .init("rank", "Rank", "排名", alignsRight: true), .init("subject", "Subject", "对象"),
      .init("name", "Name", "名称"), .init("value", "Value", "值", alignsRight: true),
      .init("lower", "Lower", "下限", alignsRight: true), .init("upper", "Upper", "上限", alignsRight: true),
      .init("coverage", "Coverage", "覆盖", alignsRight: true),
      .init("confirmed_value", "Confirmed", "已证实", alignsRight: true),
    ]
    columns += definition.dimensions.map { dimension in
      .init(
        dimension.name, dimension.name.replacing("_", with: " ").capitalized, dimension.chinese, alignsRight: true)
    }
    columns.append(.init("rooting", "Rooting", "扎根", alignsRight: true))
    return Report(
      columns: columns,
      rows: standings.map { standing in
        [
          rank(standing), .init(standing.subject.id), .init(standing.name),
          number(standing.value, .bold), number(standing.lower), number(standing.upper),
          .init(.number(standing.coverage), shown: Self.percent(standing.coverage)), number(standing.confirmedValue),
        ] + standing.dimensions.map { number($0.value) } + [number(standing.rooting)]
      })
  }

  private func printEvidence(of standing: IndicatorStanding) {
    let style = printing.style
    let value = standing.value.map(Self.fixed) ?? "–"
    StandardOutput.print(style(SafeText.shown(standing.name), .bold) + "  " + style(standing.subject.id, .dim))
    StandardOutput.print(
      printing.lang == .zh
        ? "综合 \(value)（\(Self.fixed(standing.lower))–\(Self.fixed(standing.upper))），覆盖 \(Self.percent(standing.coverage))"
        : "composite \(value), bounds \(Self.fixed(standing.lower)) to \(Self.fixed(standing.upper)), "
          + "coverage \(Self.percent(standing.coverage))")
    for dimension in standing.dimensions + (standing.rootingDetail.map { [$0] } ?? []) {
      let chinese = definition.dimensions.first { $0.name == dimension.name }?.chinese ?? "扎根"
      let name = printing.lang == .zh ? chinese : dimension.name
      let shown = dimension.value.map(Self.fixed) ?? "–"
      StandardOutput.print(
        "  \(style(DisplayWidth.padded(name, to: 10), .cyan)) \(DisplayWidth.padded(shown, to: 4))  \(SafeText.shown(dimension.note))"
      )
      for event in dimension.evidence { StandardOutput.print(style("                   \(event)", .dim)) }
    }
    StandardOutput.print("")
  }

  /// The rank, with its interval where that is wider.
  private func rank(_ standing: IndicatorStanding) -> Report.Cell {
    guard let rank = standing.rank, let interval = standing.sensitivity?.rankInterval else { return .init(nil) }
    return .init(.integer(rank), shown: "\(rank)" + (interval == rank...rank ? "" : " (\(Self.shown(interval)))"))
  }

  private static func shown(_ interval: ClosedRange<Int>) -> String {
    interval.count == 1 ? "\(interval.lowerBound)" : "\(interval.lowerBound)–\(interval.upperBound)"
  }

  /// What ranks owe to the choices, of the companies that have one.
  func printSensitivity(of standings: [IndicatorStanding]) {
    var columns: [Report.Column] = [
      .init("subject", "Subject", "对象"), .init("rank", "Rank", "排名", alignsRight: true),
      .init("rank_interval", "Under other weights", "权重扰动", alignsRight: true),
    ]
    columns += IndicatorDefinition.Aggregation.allCases.map {
      .init($0.rawValue, $0.heading, $0.chinese, alignsRight: true)
    }
    columns += definition.dimensions.map {
      .init("without_\($0.name)", "Without \($0.name.replacing("_", with: " "))", "去\($0.chinese)", alignsRight: true)
    }
    let rows = standings.compactMap { standing -> [Report.Cell]? in
      guard let rank = standing.rank, let study = standing.sensitivity else { return nil }
      let without = definition.dimensions.map { dimension in study.without.first { $0.name == dimension.name } }
      return [
        .init(standing.subject.id), .init(rank),
        .init(
          .array([.integer(study.rankInterval.lowerBound), .integer(study.rankInterval.upperBound)]),
          shown: Self.shown(study.rankInterval)),
      ] + study.aggregations.map { number($0.composite.value) }
        + without.map { $0.map { .init($0.rank) } ?? .init(nil) }
    }
    Report(columns: columns, rows: rows).print(printing)
    guard printing.format == .table, !printing.quiet else { return }
    let drawn = definition.perturbation
    StandardError.print(
      printing.lang == .zh
        ? "区间：权重随机变动 \(drawn.draws) 次（种子 \(drawn.seed)）中居中 \(Self.percent(drawn.level)) 的排名；均值为综合值，“去…”为排名。未知的维度仍按 0 计。"
        : "ranks, but for the three composites in the middle; the interval is of the middle \(Self.percent(drawn.level)) of "
          + "\(drawn.draws) draws of weights (seed \(drawn.seed)). What is not known stays unknown: see the bounds for that."
    )
  }

  private func number(_ value: Double?, _ paint: Style.Paint? = nil) -> Report.Cell {
    .init(.optional(value), shown: value.map(Self.fixed) ?? "–", paint: paint)
  }

  /// Two digits after the point.
  static func fixed(_ value: Double) -> String {
    guard value.magnitude < 1e12 else { return "\(value)" }
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  static func percent(_ share: Double) -> String {
    share.magnitude < 1e12 ? "\(Int((share * 100).rounded()))%" : "\(share * 100)%"
  }
}

extension IndicatorDefinition.Aggregation {
  fileprivate var heading: String {
    switch self {
    case .arithmetic: "Arithmetic"
    case .geometric: "Geometric"
    case .worstOf: "Highest alone"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .arithmetic: "算术平均"
    case .geometric: "几何平均"
    case .worstOf: "最高维度"
    }
  }
}
