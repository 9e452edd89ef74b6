import QAModel

/// Reads what `datasets` says of one kind of export.
struct DatasetSettingsDecoder {
  let kind: DatasetKind
  /// `nil` where the framework could not be read: then nothing that names a part of it is checked.
  let framework: Framework?
  let acceptsUnknownServices: Bool
  let faults: ConfigurationFaults

  static let keys = [
    "files", "columns", "ignore", "values", "missing", "constants", "layout", "undated", "rows", "indicators",
    "model", "models",
  ]

  /// The kinds of missing as they are written.
  private static let missingKinds: [(String, Missing)] = [
    ("blank", .blank), ("not_available", .notAvailable), ("not_applicable", .notApplicable),
    ("not_seen", .notSeen), ("suppressed", .suppressed), ("low", .low),
  ]

  private var columnNames: ColumnNames {
    ColumnNames(
      kind: kind, counted: framework?.registers.first { .register($0.name) == kind }?.countBy ?? [],
      domains: TermIndex(framework?.domains ?? []),
      standards: TermIndex(framework?.standards ?? []),
      checksReferences: framework != nil, faults: faults)
  }

  func decode(_ node: ConfigurationNode) -> DatasetSettings {
    var settings = DatasetSettings()
    guard
      let section = ConfigurationSection(
        node, title: "the dataset \(kind.rawValue.quoted)", keys: Self.keys, faults: faults)
    else { return settings }
    let columns = columnNames
    settings.files = section["files"].map(patterns) ?? []
    if let node = section["columns"] { settings.columns = headers(node, columns) }
    if let node = section["ignore"] { settings.ignored = node.texts("ignore", faults) ?? [] }
    for (column, node) in byColumn(section["values"], "values", columns) {
      settings.values[column] = values(node, of: column)
    }
    for (column, node) in byColumn(section["missing"], "missing", columns) {
      settings.missing[column] = missing(node, of: column)
    }
    for (column, node) in byColumn(section["constants"], "constants", columns) {
      guard let value = node.text("the constant \(column)", faults) else { continue }
      settings.constants[column] = meanings(of: column).resolve(value, at: node.location, faults)
    }
    layout(section, &settings)
    if let node = section["undated"] { undated(node, &settings) }
    if let node = section["rows"] { settings.rows = rows(node) }
    if let node = section["indicators"] {
      settings.openData = OpenDataDecoder(
        indicators: framework.map { TermIndex($0.indicators.map(\.term)) }, faults: faults
      ).decode(node, kind: kind, layout: settings.layout)
    }
    models(section, &settings)
    return settings
  }

  // MARK: Files and headers

  private func patterns(_ node: ConfigurationNode) -> [String] {
    node.places("files", faults).compactMap { pattern, location in
      guard WorkspacePath.isInside(pattern) else {
        WorkspacePath.refuse("files", pattern, at: location, below: "the exports folder", faults: faults)
        return nil
      }
      return pattern
    }
  }

  private func headers(_ node: ConfigurationNode, _ names: ColumnNames) -> [String: String] {
    var columns: [String: String] = [:]
    var lines: [String: Int] = [:]
    for entry in node.entries("columns", faults) ?? [] {
      let spelling = Spelling.folded(entry.key)
      if let first = lines[spelling] {
        faults.error(
          "header.duplicate", at: entry.location,
          "the header \(entry.key.quoted) is the same as the one on line \(first)",
          because: "Headers are compared by their letters and digits, without case.",
          suggestion: "Delete one of the two.")
        continue
      }
      lines[spelling] = entry.location.line ?? 0
      guard let text = entry.value.text("the column of the header \(entry.key.quoted)", faults) else {
        continue
      }
      columns[entry.key] = names.resolve(text, at: entry.value.location)
    }
    return columns
  }

  /// The entries below a key that are named for columns, in the order of the file.
  private func byColumn(
    _ node: ConfigurationNode?, _ key: String, _ names: ColumnNames
  ) -> [(column: String, node: ConfigurationNode)] {
    var seen: Set<String> = []
    return (node?.entries(key, faults) ?? []).compactMap { entry in
      guard let column = names.resolve(entry.key, at: entry.location) else { return nil }
      guard seen.insert(column).inserted else {
        faults.error(
          "key.duplicate", at: entry.location, "the column \(column.quoted) stands twice in \(key)",
          suggestion: "Put what belongs to it under one of them and delete the other.")
        return nil
      }
      return (column, entry.value)
    }
  }

  // MARK: Cells

  private func values(_ node: ConfigurationNode, of column: String) -> [String: String] {
    let meanings = meanings(of: column)
    var values: [String: String] = [:]
    for entry in node.entries("values of \(column)", faults) ?? [] {
      guard let text = entry.value.text("the meaning of \(entry.key.quoted)", faults) else { continue }
      values[entry.key] = meanings.resolve(text, at: entry.value.location, faults)
    }
    return values
  }

  private func meanings(of column: String) -> CellMeanings {
    CellMeanings(
      column: column, kind: kind, framework: framework, acceptsUnknownServices: acceptsUnknownServices)
  }

  private func missing(_ node: ConfigurationNode, of column: String) -> [Missing: [String]] {
    let title = "missing of \(column)"
    guard
      let section = ConfigurationSection(node, title: title, keys: Self.missingKinds.map(\.0), faults: faults)
    else { return [:] }
    var missing: [Missing: [String]] = [:]
    var owners: [String: String] = [:]
    for (key, kind) in Self.missingKinds {
      for (token, location) in section[key]?.places(key, faults) ?? [] {
        if let owner = owners.updateValue(key, forKey: token.lowercased()), owner != key {
          faults.error(
            "missing.ambiguous", at: location,
            "\(token.quoted) stands for both \(owner) and \(key) in \(title)",
            suggestion: "Take it out of one of the two.")
        } else {
          missing[kind, default: []].append(token)
        }
      }
    }
    return missing
  }

  // MARK: Layout and scope

  private func layout(_ section: ConfigurationSection, _ settings: inout DatasetSettings) {
    guard let node = section["layout"],
      let layout = node.choice("layout", of: DatasetSettings.Layout.self, faults)
    else { return }
    let isKnown =
      switch layout {
      case .automatic, .long: true
      case .wide: kind == .performance || kind == .dipSamples
      case .openData: kind == .performance
      }
    guard isKnown else {
      faults.error(
        "layout", at: node.location, "\(kind.rawValue) has no layout \(layout.rawValue.quoted)",
        because: "wide is for dip_samples and performance, open_data for performance.")
      return
    }
    settings.layout = layout
  }

  private func undated(_ node: ConfigurationNode, _ settings: inout DatasetSettings) {
    settings.undated = node.flag("undated", faults) ?? false
    guard settings.undated, kind != .feedback else { return }
    faults.error(
      "undated", at: node.location, "only feedback can be undated",
      because: "A record without a date belongs to no period.")
  }

  /// Which model of statistical neighbours counts, and which each list is of.
  private func models(_ section: ConfigurationSection, _ settings: inout DatasetSettings) {
    for key in ["model", "models"] {
      guard kind != .neighbours, let node = section[key] else { continue }
      faults.error(
        "models", at: node.location, "\(key) is for neighbours only",
        suggestion: "Take it out of \(kind.rawValue).")
      return
    }
    settings.model = section["model"].flatMap { year("model", $0) }
    for entry in section["models"]?.entries("models", faults) ?? [] {
      if let year = year("the model of \(entry.key.quoted)", entry.value) {
        settings.models.append(DatasetSettings.NeighbourList(files: entry.key, model: year))
      }
    }
  }

  private func year(_ key: String, _ node: ConfigurationNode) -> String? {
    node.whole(key, in: 2000...2099, faults).map { "\($0)" }
  }

  private func rows(_ node: ConfigurationNode) -> [String: [String]] {
    var rows: [String: [String]] = [:]
    for entry in node.entries("rows", faults) ?? [] {
      rows[entry.key] = entry.value.texts("the values of \(entry.key.quoted)", faults)
    }
    return rows
  }
}
