public import Auditing

/// The checks that know what claims mean. A new one is one file in `Checks/` and one line here.
public enum DealChecks {
  public static let all: [any AuditCheck.Type] = [
    NoSourceCheck.self, SingleSourceCheck.self, AmountsDifferCheck.self, TwoBuyersCheck.self, ProbeOutcomesCheck.self,
    RelocationCheck.self, LayoffCheck.self, ImpossibleDateCheck.self, UnannouncedCheck.self, OpenProbeCheck.self,
    CurrencyCheck.self, DuplicateEventCheck.self, DuplicateSubjectCheck.self, TitleCheck.self, RumourCheck.self,
    ArchiveCheck.self,
  ]
}
