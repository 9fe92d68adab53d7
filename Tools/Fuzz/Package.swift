// swift-tools-version: 6.2
import PackageDescription

/// Fuzzing with libFuzzer (https://llvm.org/docs/LibFuzzer.html), a package of its own: everything in it, the modules under test
/// too, is built with `-sanitize=fuzzer`, by Tools/fuzz.
let package = Package(
  name: "dealtrail-fuzz",
  dependencies: [.package(name: "dealtrail", path: "../..")],
  targets: [
    .executableTarget(
      name: "dealtrail-fuzz",
      dependencies: [
        .product(name: "DealtrailEngine", package: "dealtrail"),
        .product(name: "DealtrailEvents", package: "dealtrail"),
        .product(name: "DealtrailProjections", package: "dealtrail"),
        .product(name: "DealtrailImport", package: "dealtrail"),
      ], path: "Sources")
  ],
  swiftLanguageModes: [.v6]
)
