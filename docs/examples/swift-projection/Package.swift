// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "my-dealtrail",
  dependencies: [
    // Outside this repository: .package(url: "https://github.com/OWNER/dealtrail", branch: "main")
    .package(name: "dealtrail", path: "../../..")
  ],
  targets: [
    .executableTarget(
      name: "my-dealtrail",
      dependencies: [
        .product(name: "DealtrailEngine", package: "dealtrail"),
        .product(name: "DealtrailEvents", package: "dealtrail"),
        .product(name: "DealtrailCommands", package: "dealtrail"),
      ],
      path: "Sources")
  ]
)
