import CanonicalJSON

/// A kind of claim that the generator makes, and how often.
struct GeneratedKind: Sendable {
  let name: String
  let data: @Sendable (inout EventGenerator, GeneratedCompany) -> JSONValue

  static let total = all.count

  /// Each kind as often as `Events/Cases/cases.jsonl` has it, and once where it has none.
  static let all: [GeneratedKind] = kinds.flatMap { count, name, data in
    Array(repeating: GeneratedKind(name: name, data: data), count: count)
  }

  private static let kinds: [(Int, String, @Sendable (inout EventGenerator, GeneratedCompany) -> JSONValue)] = [
    (28, "funding_round", { some, _ in some.round() }),
    (
      25, "company_profiled",
      { some, company in
        [
          "names": [
            ["name": .string(company.latin), "lang": "en"], ["name": .string(company.chinese), "lang": "zh-Hans"],
          ], "home_jurisdiction": .string(company.home), "founded": .string("\(2000 + some.random.below(25))"),
          "headcount": [["country": some.country(), "count": .integer(some.random.below(900))]],
        ]
      }
    ),
    (
      17, "ownership_changed",
      { some, _ in
        [
          "holder": some.investor(), "holder_jurisdiction": some.country(),
          "stake": .number(Double(some.random.below(100)) / 100), "basis": "share_transfer",
        ]
      }
    ),
    (
      13, "acquisition",
      { some, _ in
        [
          "acquirer": some.company(), "acquirer_jurisdiction": some.country(), "price": some.amount(),
          "phase": .string(some.pick(["rumoured", "announced", "completed"])),
        ]
      }
    ),
    (
      13, "listing",
      { some, _ in
        ["exchange": .string(some.pick(["HKEX", "SSE STAR", "NASDAQ"])), "phase": "filed", "raised": some.amount()]
      }
    ),
    (
      12, "relocation",
      { some, _ in ["what": "headquarters", "from": some.place(), "to": some.place()] }
    ),
    (
      11, "statement_made",
      { some, company in
        [
          "speaker": some.person(), "stance": "explains", "topic": "strategy",
          "text": .string("\(company.latin) says that business goes on as before, 一切照旧"),
        ]
      }
    ),
    (
      10, "entity_changed",
      { some, company in
        ["entity": .string(company.chinese + "有限公司"), "jurisdiction": some.country(), "change": "registered"]
      }
    ),
    (
      10, "presence_withdrawn",
      { some, _ in ["what": .string(some.pick(["social_media", "service", "office"])), "where": some.place()] }
    ),
    (
      8, "regulatory_probe",
      { some, _ in
        [
          "authority": some.authority(), "jurisdiction": some.country(), "topic": "foreign investment",
          "phase": .string(some.pick(["opened", "extended", "cleared"])),
        ]
      }
    ),
    (4, "executive_moved", { some, _ in ["person": some.person(), "role": "co-founder", "place": some.place()] }),
    (
      4, "metric_observed",
      { some, _ in ["metric": "headcount", "value": .integer(some.random.below(20_000)), "unit": "people"] }
    ),
    (
      4, "person_restricted",
      { some, _ in ["authority": some.authority(), "measure": "summons", "person": some.person()] }
    ),
    (
      4, "forecast_made",
      { some, company in
        [
          "speaker": some.person(), "statement": .string("\(company.latin) lists within three years"),
          "probability": .number(Double(some.random.below(100)) / 100),
        ]
      }
    ),
    (1, "forecast_resolved", { some, _ in ["forecast": some.recent("forecast_made"), "outcome": "true"] }),
    (3, "layoff", { some, _ in ["place": some.place(), "count": .integer(1 + some.random.below(900))] }),
    (
      3, "policy_issued",
      { some, company in
        [
          "authority": some.authority(), "instrument": "Entity List",
          "topic": .string("\(company.latin) and subsidiaries added"),
        ]
      }
    ),
    (
      3, "license_decision",
      { some, _ in
        [
          "authority": some.authority(), "topic": "overseas_listing",
          "decision": .string(some.pick(["applied", "approved"])),
        ]
      }
    ),
    (1, "data_transfer", { some, _ in ["category": "user_data", "from": some.place(), "to": some.place()] }),
  ]
}

extension EventGenerator {
  fileprivate mutating func country() -> JSONValue {
    .string(pick(["CN", "CN", "CN", "US", "SG", "HK", "GB", "JP"]))
  }

  fileprivate mutating func place() -> JSONValue {
    ["country": country(), "city": .string(pick(["Beijing", "上海", "Shenzhen", "Singapore", "Palo Alto"]))]
  }

  fileprivate mutating func amount() -> JSONValue {
    [
      "value": .string("\((1 + random.below(900)) * 100_000)"), "currency": .string(pick(["USD", "CNY", "EUR"])),
    ]
  }

  mutating func round() -> JSONValue {
    [
      "stage": .string(pick(["seed", "series_a", "series_b", "series_c"])), "amount": amount(),
      "investors": .array(
        (0...random.below(3)).map { ["id": investor(), "jurisdiction": country(), "lead": .bool($0 == 0)] }),
    ]
  }
}
