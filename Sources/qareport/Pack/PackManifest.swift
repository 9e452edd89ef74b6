import FoundationEssentials
import Ingest
import QAModel
import Render

/// What a pack's `manifest.json` says it was made from.
struct PackManifest {
  /// The report's name in the framework, and the one service it is about.
  let report: String
  let service: String?
  let period: Period
  let asAt: CalendarDate
  let audience: Audience
  /// The version of the program that made it.
  let version: String
  let definitions: String
  /// One hash of all inputs, which is all a public pack says of them.
  private let inputsSHA256: String?
  /// SHA-256 by path.
  private let inputs: [String: String]
  private let configuration: [String: String]
  /// The pack's other files; none in a pack of a version that did not write them down.
  let files: [String: String]

  init(folder: String) throws(PackManifestError) {
    let path = folder + "/manifest.json"
    guard let bytes = WrittenFile.bytes(path, limit: Self.largest) else {
      throw PackManifestError("cannot read \(path): --pack takes the folder of a pack that qareport made")
    }
    guard let form = try? JSONDecoder().decode(Form.self, from: Data(bytes)), form.program == "qareport",
      let period = Period(parsing: form.period), let asAt = CalendarDate(iso: form.asAt),
      let audience = Audience(rawValue: form.audience)
    else { throw PackManifestError("\(path) is no manifest of a pack: make the report again") }
    report = form.report
    service = form.service
    self.period = period
    self.asAt = asAt
    self.audience = audience
    version = form.version
    definitions = form.definitions
    inputsSHA256 = form.inputsSHA256
    inputs = (form.inputs ?? []).reduce(into: [:]) { $0[$1.path] = $1.sha256 }
    configuration = form.configuration.reduce(into: [:]) { $0[$1.path] = $1.sha256 }
    files = (form.files ?? []).reduce(into: [:]) { $0[$1.path] = $1.sha256 }
  }

  /// The order that the pack was made by.
  var order: PackOrder {
    PackOrder(
      report: report, period: period, asAt: asAt, audience: audience, service: service, formats: formats)
  }

  /// The formats of the report that the pack was made in.
  var formats: Set<ReportFormat> { Set(ReportFormat.allCases.filter { files[$0.file] != nil }) }

  /// What is not as it was when the pack was made, a line each: files changed, gone or new, and the definitions.
  ///
  /// - Parameters:
  ///   - templates: the page's templates by name, with their SHA-256; none where only figures matter.
  ///   - detail: what of a changed export is another now, where that can be told.
  func changes(
    workspace: Workspace, dataset: Dataset, templates: [(String, String)] = [],
    detail: (SourceFile) -> String? = { _ in nil }
  ) -> [String] {
    var changes: [String] = []
    if !templates.isEmpty, version != Program.version {
      changes.append("the program: the pack was made by version \(version), this is \(Program.version)")
    }
    if definitions != Program.definitions {
      changes.append(
        "the definitions of figures: the pack follows \(definitions), this program \(Program.definitions)")
    }
    let files = dataset.files.reduce(into: [:]) { $0[$1.path] = $1 }
    let now = files.mapValues(\.sha256)
    if let inputsSHA256, inputsSHA256 != Manifest.fingerprint(of: dataset.files) {
      changes.append("an export has changed; the manifest of a public pack does not tell which")
    }
    for path in inputsSHA256 == nil ? Set(inputs.keys).union(now.keys).sorted() : [] {
      switch (inputs[path], now[path]) {
      case (let before?, let after?) where before != after:
        let place = files[path].flatMap(detail).map { ": \($0)" } ?? ""
        changes.append("\(path) has changed\(place)")
      case (.some, nil): changes.append("\(path) is no longer there")
      case (nil, .some): changes.append("\(path) is new")
      default: break
      }
    }
    let settings = workspace.configurationFiles.map { ($0.path, $0.sha256) } + templates
    for (path, sha256) in settings where configuration[path] != sha256 {
      changes.append(configuration[path] == nil ? "\(path) is new" : "\(path) has changed")
    }
    if !templates.isEmpty {
      let known = Set(settings.map(\.0))
      changes += configuration.keys.filter { !known.contains($0) }.sorted().map { "\($0) is no longer used" }
    }
    return changes
  }

  private struct Form: Decodable {
    struct File: Decodable {
      let path: String
      let sha256: String
    }
    let program: String
    let version: String
    let definitions: String
    let inputsSHA256: String?
    let report: String
    let service: String?
    let period: String
    let asAt: String
    let audience: String
    let inputs: [File]?
    let configuration: [File]
    let files: [File]?

    enum CodingKeys: String, CodingKey {
      case program, version, definitions, report, service, period, audience, inputs, configuration, files
      case asAt = "as_at"
      case inputsSHA256 = "inputs_sha256"
    }
  }

  private static let largest = 16 << 20
}

/// A folder is no pack.
struct PackManifestError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
