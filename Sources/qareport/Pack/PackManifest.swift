import FoundationEssentials
import Glibc
import Ingest
import QAModel

/// What a pack's `manifest.json` says it was made from.
struct PackManifest {
  let period: Period
  let asAt: CalendarDate
  let audience: Audience
  let definitions: String
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
    self.period = period
    self.asAt = asAt
    self.audience = audience
    definitions = form.definitions
    inputs = (form.inputs ?? []).reduce(into: [:]) { $0[$1.path] = $1.sha256 }
    configuration = form.configuration.reduce(into: [:]) { $0[$1.path] = $1.sha256 }
    files = (form.files ?? []).reduce(into: [:]) { $0[$1.path] = $1.sha256 }
  }

  /// What is not as it was when the pack was made, a line each: files changed, gone or new, and the definitions.
  ///
  /// Page templates are passed over: they change no figure.
  func changes(workspace: Workspace, dataset: Dataset) -> [String] {
    var changes: [String] = []
    if definitions != Program.definitions {
      changes.append(
        "the definitions of figures: the pack follows \(definitions), this program \(Program.definitions)")
    }
    let now = dataset.files.reduce(into: [:]) { $0[$1.path] = $1.sha256 }
    for path in Set(inputs.keys).union(now.keys).sorted() {
      switch (inputs[path], now[path]) {
      case (let before?, let after?) where before != after: changes.append("\(path) has changed")
      case (.some, nil): changes.append("\(path) is no longer there")
      case (nil, .some): changes.append("\(path) is new")
      default: break
      }
    }
    for file in workspace.configurationFiles where configuration[file.path] != file.sha256 {
      changes.append("\(file.path) has changed")
    }
    return changes
  }

  private struct Form: Decodable {
    struct File: Decodable {
      let path: String
      let sha256: String
    }
    let program: String
    let definitions: String
    let period: String
    let asAt: String
    let audience: String
    let inputs: [File]?
    let configuration: [File]
    let files: [File]?

    enum CodingKeys: String, CodingKey {
      case program, definitions, period, audience, inputs, configuration, files
      case asAt = "as_at"
    }
  }

  private static let largest = 16 << 20
}

/// A folder is no pack.
struct PackManifestError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
