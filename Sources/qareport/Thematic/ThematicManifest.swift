import FoundationEssentials

extension PackManifest {
  /// What a manifest calls a thematic report.
  static let thematic = "thematic"

  /// Refuses folders whose manifest is no report's of the framework: a thematic report, whose manifest does not hold the
  /// query it was made for, a sample and a check, which have no figures.
  ///
  /// - Parameters:
  ///   - command: which command refuses.
  ///   - thematic: why it does not take a thematic report.
  static func refuseOthers(_ folder: String, _ command: String, _ thematic: String) throws(PackManifestError)
  {
    struct Form: Decodable {
      let report: String
    }
    guard let bytes = WrittenFile.bytes(folder + "/manifest.json", limit: 16 << 20),
      let form = try? JSONDecoder().decode(Form.self, from: Data(bytes))
    else { return }
    switch form.report {
    case Self.thematic:
      throw PackManifestError(
        "\(folder) is a thematic report, and \(thematic): make it again with qareport thematic and compare the two"
      )
    case "sample":
      throw PackManifestError(
        "\(folder) is a sample, not a report, and holds no figures: \(command) takes the folder of a report. The same sample is drawn again with qareport sample and the seed its workbook names"
      )
    case "check":
      throw PackManifestError(
        "\(folder) is a check of the exports, not a report, and holds no figures: \(command) takes the folder of a report. Check the exports again with qareport check"
      )
    default: return
    }
  }
}
