import QAModel

/// Reads `indicators` of a dataset in the open-data layout: which columns of the file make which indicator.
struct OpenDataDecoder {
  /// `nil` where there is no framework to look indicators up in.
  let indicators: TermIndex?
  let faults: ConfigurationFaults

  private static let keys = ["indicator", "numerator", "denominator", "value", "rows"]

  func decode(
    _ node: ConfigurationNode, kind: DatasetKind, layout: DatasetSettings.Layout
  ) -> [DatasetSettings.OpenDataIndicator] {
    guard kind == .performance, layout == .openData else {
      faults.error(
        "indicators", at: node.location,
        "indicators of a dataset are for performance in the layout open_data",
        suggestion: kind == .performance
          ? "Add layout: open_data, or take indicators out." : "Take indicators out of \(kind.rawValue).")
      return []
    }
    guard case .list(let items) = node.content else {
      node.wrongType("indicators", "a list", faults)
      return []
    }
    return items.compactMap(indicator)
  }

  private func indicator(_ node: ConfigurationNode) -> DatasetSettings.OpenDataIndicator? {
    guard
      let section = ConfigurationSection(
        node, title: "an entry of indicators", keys: Self.keys, faults: faults),
      let nameNode = section.required(
        "indicator", faults: faults, suggestion: "Name the framework's indicator that the columns make."),
      let name = name(nameNode)
    else { return nil }
    let header = { (key: String) in section[key].flatMap { $0.text(key, faults) } }
    var rows: [String: String] = [:]
    for entry in section["rows"]?.entries("rows", faults) ?? [] {
      rows[entry.key] = entry.value.text("the value of \(entry.key.quoted)", faults)
    }
    if section["value"] == nil, section["numerator"] == nil || section["denominator"] == nil {
      faults.error(
        "key.missing", at: section.location,
        "the indicator \(name.quoted) has neither a value nor a numerator with a denominator",
        suggestion: "Name the file's columns, as value: rereferral_percent.")
    }
    return DatasetSettings.OpenDataIndicator(
      indicator: name, numerator: header("numerator"), denominator: header("denominator"),
      value: header("value"), rows: rows)
  }

  private func name(_ node: ConfigurationNode) -> String? {
    guard let text = node.text("indicator", faults) else { return nil }
    guard let indicators else { return text }
    return indicators.resolve(
      text, at: node.location, kind: "indicator", plural: "indicators", faults: faults
    ).map { indicators.names[$0] }
  }
}
