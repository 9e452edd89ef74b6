// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules: Swift 6 mode, imports that say what they are for, and no warnings.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "qareport",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CSHA256", path: "Sources/QAModel/CSHA256"),
    .target(name: "QAModel", dependencies: ["CSHA256"], exclude: ["CSHA256"]),
    .systemLibrary(
      name: "CLibCSV", path: "Sources/Ingest/CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .target(
      name: "Ingest",
      dependencies: ["QAModel", "CLibCSV", .product(name: "Yams", package: "Yams")],
      exclude: ["CLibCSV"]),
    .target(name: "Analysis", dependencies: ["QAModel"]),
    .systemLibrary(
      name: "CXlsxWriter", path: "Sources/Render/CXlsxWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CStreams", path: "Sources/Render/CStreams"),
    .target(
      name: "Render",
      dependencies: [
        "QAModel", "CXlsxWriter", "CStreams", .product(name: "Mustache", package: "swift-mustache"),
      ],
      exclude: ["CXlsxWriter", "CStreams"]),
    // Of its own, so that a new commit compiles one line of C again and nothing else.
    .target(
      name: "CBuild", path: "Sources/qareport/CBuild",
      cSettings: [.define("QAREPORT_COMMIT", to: Context.environment["QAREPORT_COMMIT"] ?? "")]),
    .systemLibrary(name: "CExchange", path: "Sources/qareport/CExchange"),
    .executableTarget(
      name: "qareport",
      dependencies: [
        "QAModel", "Ingest", "Analysis", "Render", "CBuild", "CExchange",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["CBuild", "CExchange"]),
    .testTarget(name: "QAModelTests", dependencies: ["QAModel"]),
    .testTarget(name: "IngestTests", dependencies: ["QAModel", "Ingest"]),
    .testTarget(name: "AnalysisTests", dependencies: ["QAModel", "Analysis"]),
    .testTarget(name: "RenderTests", dependencies: ["QAModel", "Render", "CStreams"]),
    .testTarget(name: "EndToEndTests", dependencies: ["qareport"]),
    .testTarget(name: "ObligationTests", dependencies: ["QAModel", "Ingest", "Analysis"]),
  ]
)

// The fuzzer's program, built for `make fuzz` alone: its main function is libFuzzer's. The compiler heeds only the last
// `-sanitize`, and `swift build` passes one for each of its own in no fixed order: both stand in one here.
let isFuzzed = Context.environment["QAREPORT_FUZZ"] != nil
let fuzzed = ["-sanitize=fuzzer,address"]
if isFuzzed {
  package.targets.append(
    .executableTarget(
      name: "reader-fuzz", dependencies: ["QAModel", "Ingest"], path: "Tests/fuzz/program",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])], linkerSettings: [.unsafeFlags(fuzzed)]))
}

// The benchmarks' programs, built for `make bench` alone.
if Context.environment["QAREPORT_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "analysis-bench", dependencies: ["QAModel", "Ingest", "Analysis"],
      path: "Benchmarks/analysis/program"))
  package.targets.append(
    .executableTarget(
      name: "ingest-bench", dependencies: ["QAModel", "Ingest"], path: "Benchmarks/ingest/program"))
}

for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + strict
  if isFuzzed { target.swiftSettings?.append(.unsafeFlags(fuzzed)) }
}
