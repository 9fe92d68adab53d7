import DefinitionFiles
import Testing

@testable import DealProjections

/// What a definition file leaves out keeps the value that the file that ships shows.
@Suite struct DefinitionTests {
  @Test func whatAnIndicatorFileLeavesOutIsAsShipped() throws {
    let (own, standard) = (try IndicatorDefinition(yaml: "id: x", file: "x.yaml"), IndicatorDefinition.standard)
    #expect(own.home == standard.home && own.statuses == standard.statuses && own.aggregation == standard.aggregation)
    #expect(own.weights == standard.weights && own.parameters == standard.parameters)
    #expect(own.exchangeRates == standard.exchangeRates && own.perturbation == standard.perturbation)
    #expect(own.dimensions.map(\.name) == standard.dimensions.map(\.name))
    #expect(!own.exchangeRates.isEmpty && own.fingerprint != standard.fingerprint)
  }

  @Test func whatAPlaybookLeavesOutIsAsShipped() throws {
    let (own, standard) = (try PlaybookDefinition(yaml: "id: x", file: "x.yaml"), PlaybookDefinition.standard)
    #expect(own.home == standard.home && own.statuses == standard.statuses && own.counted == standard.counted)
    #expect(own.signals == standard.signals && own.windowDays == standard.windowDays && own.phases == standard.phases)
    #expect(own.stake == standard.stake && own.countsLead == standard.countsLead)
    #expect(own.countsBoardSeat == standard.countsBoardSeat && own.countsControlTerms == standard.countsControlTerms)
  }

  @Test func whatRulesLeaveOutIsAsShipped() throws {
    let (own, standard) = (try PolicyDefinition(yaml: "id: x", file: "x.yaml"), PolicyDefinition.standard)
    #expect(own.home == standard.home && own.statuses == standard.statuses && own.rules.isEmpty)
  }
}
