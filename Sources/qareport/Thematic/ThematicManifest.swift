import FoundationEssentials

extension PackManifest {
  /// What a manifest calls a thematic report.
  static let thematic = "thematic"

  /// Refuses the pack of a thematic report: its manifest does not hold the query it was made for.
  static func refuseThematic(_ folder: String, _ what: String) throws(PackManifestError) {
    struct Form: Decodable {
      let report: String
    }
    guard let bytes = WrittenFile.bytes(folder + "/manifest.json", limit: 16 << 20),
      let form = try? JSONDecoder().decode(Form.self, from: Data(bytes)), form.report == thematic
    else { return }
    throw PackManifestError(
      "\(folder) is a thematic report, and \(what): make it again with qareport thematic and compare the two")
  }
}
