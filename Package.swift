// swift-tools-version: 6.2
import PackageDescription

/// One set of strict settings for every target of ours; warnings are errors.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

let package = Package(
  name: "dealtrail",
  products: [
    .executable(name: "dealtrail", targets: ["dealtrail"]),
    .library(
      name: "DealtrailEngine",
      targets: [
        "CanonicalJSON", "Transparency", "EventLog", "SQLiteLog", "Attestation", "Projecting", "SQLiteViews",
        "Auditing", "Plugins", "Backup", "Compression", "DefinitionFiles",
      ]),
    .library(name: "DealtrailEvents", targets: ["DealEvents"]),
    .library(name: "DealtrailProjections", targets: ["DealProjections"]),
    .library(name: "DealtrailImport", targets: ["DealImport"]),
    .library(name: "DealtrailCommands", targets: ["DealtrailCommands"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .target(name: "CTerminal", path: "Sources/CTerminal"),
    .target(name: "Seeded", path: "Sources/Seeded"),
    .target(name: "Parallel", path: "Sources/Parallel"),
    .target(name: "ExactText", path: "Sources/ExactText"),
    .target(name: "CanonicalJSON", path: "Sources/CanonicalJSON"),
    .target(name: "Transparency", dependencies: [crypto], path: "Sources/Transparency"),
    .target(name: "EventLog", dependencies: ["CanonicalJSON", crypto], path: "Sources/EventLog"),
    .target(name: "SQLiteStorage", dependencies: ["ExactText", grdb, sqlite], path: "Sources/SQLiteStorage"),
    .target(
      name: "SQLiteLog",
      dependencies: [
        "CanonicalJSON", "Transparency", "EventLog", "Parallel", "ExactText", "SQLiteStorage", grdb, sqlite,
      ],
      path: "Sources/SQLiteLog"),
    .target(
      name: "Attestation",
      dependencies: ["CanonicalJSON", "Transparency", "EventLog", "ExactText", "SQLiteStorage", "SQLiteLog", crypto],
      path: "Sources/Attestation"),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Compression", dependencies: ["CZlib"], path: "Sources/Compression"),
    .target(
      name: "Backup",
      dependencies: [
        "Attestation", "CanonicalJSON", "Compression", "EventLog", "Parallel", "ExactText", "SQLiteLog",
        "SQLiteStorage",
        "Transparency", crypto, grdb,
      ], path: "Sources/Backup"),
    .target(name: "Projecting", dependencies: ["CanonicalJSON", "EventLog", crypto], path: "Sources/Projecting"),
    .target(
      name: "SQLiteViews", dependencies: ["EventLog", "ExactText", "Parallel", "SQLiteStorage", "Projecting", grdb],
      path: "Sources/SQLiteViews"),
    .target(
      name: "DealEvents", dependencies: ["CanonicalJSON", "EventLog", "Projecting"], path: "Events",
      exclude: ["Cases", "Schemas"]),
    .target(
      name: "DefinitionFiles", dependencies: [.product(name: "Yams", package: "Yams")],
      path: "Sources/DefinitionFiles"),
    .target(
      name: "Plugins",
      dependencies: ["CanonicalJSON", "EventLog", "ExactText", "Projecting", "DefinitionFiles", crypto],
      path: "Sources/Plugins"),
    .target(
      name: "Auditing",
      dependencies: [
        "CanonicalJSON", "Transparency", "EventLog", "SQLiteStorage", "SQLiteLog", "Attestation", "Projecting",
        "SQLiteViews", "DefinitionFiles", crypto,
      ], path: "Sources/Auditing"),
    .target(
      name: "DealProjections",
      dependencies: [
        "CanonicalJSON", "EventLog", "ExactText", "Projecting", "DefinitionFiles", "Seeded", "DealEvents", crypto,
      ],
      path: "Projections",
      resources: ["Indicators/indicators.yaml", "Playbook/playbook.yaml", "Policy/policy.yaml"].map { .embedInCode($0) }
    ),
    .target(
      name: "DealImport",
      dependencies: [
        "CanonicalJSON", "EventLog", "ExactText", "DefinitionFiles", "DealEvents", crypto,
        .product(name: "SwiftCSV", package: "SwiftCSV"),
      ],
      path: "Tools/Import",
      resources: [
        "crunchbase-2013-companies", "crunchbase-2013-rounds", "crunchbase-2013-acquisitions", "warn-notice-register",
        "us-hq-moves", "sec-aaer",
      ].map { .embedInCode("Mappings/\($0).yaml") }),
    .target(
      name: "DealAudit",
      dependencies: [
        "CanonicalJSON", "EventLog", "Projecting", "SQLiteViews", "DefinitionFiles", "Auditing", "DealEvents",
        "DealProjections",
      ], path: "Tools/Audit"),
    .target(
      name: "TimerUnits", path: "Tools/systemd",
      resources: [
        "dealtrail-audit@.service", "dealtrail-audit@.timer", "dealtrail-audit-failed@.service",
      ].map { .embedInCode($0) }),
    .executableTarget(name: "dealtrail", dependencies: ["DealtrailCommands"], path: "Tools/dealtrail/Main"),
    .target(
      name: "DealtrailCommands",
      dependencies: [
        "CanonicalJSON", "Transparency", "EventLog", "SQLiteStorage", "SQLiteLog", "Attestation", "Projecting",
        "SQLiteViews", "DealEvents", "DealProjections",
        "Backup", "CTerminal", "DefinitionFiles", "DealImport", "Auditing", "DealAudit", "Parallel", "ExactText",
        "Plugins",
        "TimerUnits",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      path: "Tools/dealtrail", exclude: ["Main"],
      resources: ["html", "md", "xml"].map { .embedInCode("Audit/Pages/audit.\($0).mustache") }),
    .executableTarget(
      name: "dealtrail-bench",
      dependencies: [
        "CanonicalJSON", "EventLog", "SQLiteLog", "SQLiteViews", "Seeded", "DealEvents", "DealProjections", crypto,
        sqlite,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Tools/Bench",
      exclude: ["measure.py", "report.py", "duckdb_rebuild.py", "eventsourcing_batches.py", "requirements.txt"]),
    .testTarget(name: "ExactTextTests", dependencies: ["ExactText"], path: "Tests/ExactTextTests"),
    .testTarget(name: "CanonicalJSONTests", dependencies: ["CanonicalJSON"], path: "Tests/CanonicalJSONTests"),
    .testTarget(
      name: "TransparencyTests", dependencies: ["Transparency", crypto], path: "Tests/TransparencyTests"),
    .testTarget(
      name: "EventLogTests",
      dependencies: ["CanonicalJSON", "Transparency", "EventLog", "Seeded", "SQLiteLog", "SQLiteStorage", grdb],
      path: "Tests/EventLogTests"),
    .testTarget(
      name: "BackupTests",
      dependencies: [
        "Attestation", "Backup", "CanonicalJSON", "Compression", "EventLog", "Seeded", "SQLiteLog", "Transparency",
        grdb,
      ], path: "Tests/BackupTests"),
    .testTarget(
      name: "ProjectingTests", dependencies: ["CanonicalJSON", "EventLog", "Projecting"], path: "Tests/ProjectingTests"),
    .testTarget(
      name: "SQLiteViewsTests",
      dependencies: [
        "CanonicalJSON", "EventLog", "Projecting", "Seeded", "SQLiteLog", "SQLiteStorage", "SQLiteViews", grdb,
      ],
      path: "Tests/SQLiteViewsTests"),
    .testTarget(
      name: "DealEventsTests", dependencies: ["CanonicalJSON", "EventLog", "Projecting", "DealEvents"],
      path: "Tests/DealEventsTests"),
    .testTarget(
      name: "ImportTests", dependencies: ["CanonicalJSON", "EventLog", "DefinitionFiles", "DealImport"],
      path: "Tests/ImportTests"),
    .testTarget(
      name: "DealProjectionsTests",
      dependencies: [
        "CanonicalJSON", "EventLog", "Projecting", "Seeded", "SQLiteViews", "Plugins", "DefinitionFiles", "DealEvents",
        "DealProjections",
      ], path: "Tests/DealProjectionsTests"),
    .testTarget(
      name: "AuditingTests",
      dependencies: [
        "CanonicalJSON", "EventLog", "SQLiteLog", "Auditing", "DealAudit",
        .product(name: "SwiftCSV", package: "SwiftCSV"),
      ],
      path: "Tests/AuditingTests"),
    .testTarget(name: "ArchitectureTests", path: "Tests/ArchitectureTests"),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["CanonicalJSON", "DealEvents", "Auditing", "DealAudit", "TimerUnits", "dealtrail", grdb],
      path: "Tests/EndToEndTests", exclude: ["Strangers", "Formats"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.name != "CTerminal" {
  target.swiftSettings = strict
}
