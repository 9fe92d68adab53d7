import DealProjections
import EventLog
import Projecting
import Testing

@Suite struct BacktestTests {
  private static func replay(_ number: Int, using generator: inout some RandomNumberGenerator) throws -> Backtest.Replay
  {
    let empty = History(subject: Subject("company/c\(number)")!, claims: [])
    let outcome: CivilDate? =
      Bool.random(using: &generator) ? CivilDate(day: Int.random(in: 0...300, using: &generator)) : nil
    var day = 0
    var signals = 0
    let snapshots = try (0..<Int.random(in: 1...8, using: &generator)).map { _ -> Backtest.Snapshot in
      day += Int.random(in: 1...60, using: &generator)
      signals += Int.random(in: 0...2, using: &generator)
      var snapshot = try Backtest.Snapshot(empty, on: CivilDate(day: day), .sale, ProjectionDefinitions())
      snapshot.signals = signals
      snapshot.composite = Double(signals) / 16
      snapshot.hasHappened = outcome.map { $0.day <= day } ?? false
      return snapshot
    }
    return Backtest.Replay(subject: empty.subject, snapshots: snapshots, outcome: outcome)
  }

  /// A stricter threshold alerts later or not at all, so it never finds more outcomes; a lead time is never negative; and
  /// nothing that is known only with the outcome raises an alert.
  @Test func strictnessCostsRecallAndNothingPeeks() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let replays = try (0..<20).map { try Self.replay($0, using: &generator) }
      let scores = (1...8).map { Backtest.score(.signals($0), replays) }
      for (loose, strict) in zip(scores, scores.dropFirst()) {
        #expect((loose.recall ?? 0) >= (strict.recall ?? 0))
        #expect(loose.cases.count { $0.alert != nil } >= strict.cases.count { $0.alert != nil })
      }
      for score in scores {
        for found in score.cases {
          #expect((found.leadDays ?? 0) >= 0)
          if let alert = found.alert, let outcome = found.outcome, alert < outcome {
            #expect(found.leadDays == outcome.day - alert.day)
          }
        }
      }
      let peeking = replays.map { replay in
        var replay = replay
        replay.snapshots = replay.snapshots.map { snapshot in
          var snapshot = snapshot
          if snapshot.hasHappened { snapshot.signals = 99 }
          return snapshot
        }
        return replay
      }
      #expect(Backtest.score(.signals(3), peeking).cases == scores[2].cases)
    }
  }

  @Test func thereIsNoPrecisionWithoutAlertsAndNoRecallWithoutOutcomes() throws {
    var generator = SystemRandomNumberGenerator()
    var replay = try Self.replay(1, using: &generator)
    replay.outcome = nil
    replay.snapshots = replay.snapshots.map { snapshot in
      var snapshot = snapshot
      (snapshot.signals, snapshot.hasHappened) = (0, false)
      return snapshot
    }
    let none = Backtest.score(.signals(1), [replay])
    #expect(none.precision == nil && none.recall == nil && none.cases.isEmpty && none.medianLeadDays == nil)
  }
}
