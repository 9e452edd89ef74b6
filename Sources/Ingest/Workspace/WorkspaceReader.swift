import Glibc
import QAModel

/// Reads a workspace's `qareport.yaml` and the framework file it names, and checks every key of both.
public struct WorkspaceReader {
  private let folder: String
  private let templates: [String]

  static let file = "qareport.yaml"
  static let keys = [
    "framework", "exports", "date_order", "export_dates", "accept_unknown_services", "bank_holidays",
    "replace",
    "datasets", "branding", "limits",
  ]

  /// `templates` are folders to search for `frameworks/NAME.yaml`, in order of precedence; the workspace's own
  /// `frameworks/NAME.yaml` goes before them all.
  public init(folder: String, templates: [String]) {
    self.folder = folder
    self.templates = templates
  }

  /// The workspace, with what is doubtful but readable in its diagnostics.
  ///
  /// - Throws: `WorkspaceError` with every fault of both files, where there is one.
  public func read() throws(WorkspaceError) -> Workspace {
    let faults = ConfigurationFaults()
    if let workspace = read(faults), !faults.hasErrors {
      return workspace
    }
    throw WorkspaceError(diagnostics: faults.sorted)
  }

  /// A workspace that has no `qareport.yaml` yet, as these settings would make it.
  func read(settings: [UInt8]) throws(WorkspaceError) -> Workspace {
    let faults = ConfigurationFaults()
    if let workspace = read(faults, settings: settings), !faults.hasErrors { return workspace }
    throw WorkspaceError(diagnostics: faults.sorted)
  }

  private func read(_ faults: ConfigurationFaults, settings: [UInt8]? = nil) -> Workspace? {
    guard let absolute = absoluteFolder(faults), let bytes = settings ?? configuration(in: absolute, faults),
      let root = ConfigurationParser(file: Self.file, faults: faults).parse(bytes),
      let section = ConfigurationSection(
        root, title: "qareport.yaml", keys: Self.keys + FrameworkDecoder.keys, faults: faults)
    else { return nil }
    let finder = finder(absolute)
    let limits =
      section["limits"].flatMap { node in
        ConfigurationSection(node, title: "limits", keys: Limits.keys, faults: faults)
      }.map { Limits($0, faults) } ?? Limits()
    let source = section.required(
      "framework", faults: faults,
      suggestion: "Name the framework, as framework: st-helens. \(finder.available)"
    ).flatMap { finder.find($0, atMost: limits.configuration, faults: faults) }
    let replaced = replaced(section, faults)
    let holidays = section["bank_holidays"]?.dates("bank_holidays", faults) ?? []
    let framework = source.flatMap { source in
      frameworkFile(source, limits, faults).flatMap { file in
        FrameworkDecoder(id: source.name, file: file, workspace: section, replaced: replaced, faults: faults)
          .decode(holidays: Set(holidays))
      }
    }
    let exports = section["exports"].flatMap { exportsFolder($0, faults) } ?? "exports"
    let acceptsUnknown =
      section["accept_unknown_services"]?.flag("accept_unknown_services", faults) ?? false
    let settings = datasets(section["datasets"], framework, acceptsUnknown: acceptsUnknown, faults)
    let dates = exportDates(section["export_dates"], below: "\(absolute)/\(exports)", faults)
    let order = section["date_order"].flatMap { dateOrder($0, faults) } ?? .dayFirst
    let (branding, logoFile) = BrandingDecoder(folder: absolute, faults: faults).decode(section["branding"])
    guard let framework, let source else { return nil }
    let (narratives, narrativeFiles) = NarrativeReader(folder: absolute, faults: faults)
      .read(reports: framework.reports.map(\.name))
    return Workspace(
      folder: absolute, exports: exports, framework: framework, dateOrder: order,
      acceptsUnknownServices: acceptsUnknown, exportDates: dates, datasets: settings,
      branding: branding, narratives: narratives, limits: limits,
      configurationFiles: [
        Workspace.ConfigurationFile(path: Self.file, sha256: SHA256.hex(of: bytes)),
        Workspace.ConfigurationFile(path: source.manifestPath, sha256: SHA256.hex(of: source.bytes)),
      ] + (logoFile.map { [$0] } ?? []) + narrativeFiles,
      diagnostics: faults.sorted)
  }

  // MARK: Files

  private func absoluteFolder(_ faults: ConfigurationFaults) -> String? {
    guard let resolved = realpath(folder, nil) else {
      let reason = errno == ENOENT ? "there is no such folder" : String(cString: strerror(errno))
      faults.error(
        "folder.missing", at: SourceLocation(file: folder), reason,
        suggestion: "Give the workspace's folder with --workspace.")
      return nil
    }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private func configuration(in folder: String, _ faults: ConfigurationFaults) -> [UInt8]? {
    let location = SourceLocation(file: Self.file)
    switch PlainFile.read(Self.file, in: folder, atMost: Limits.usualConfiguration) {
    case .bytes(let bytes): return bytes
    case .refused(let reason):
      faults.error("file.unreadable", at: location, "the file \(reason)")
    case .absent:
      faults.error(
        "file.missing", at: location, "there is no qareport.yaml in \(self.folder)",
        because: "A workspace is a folder with a qareport.yaml and a folder of exports.",
        suggestion:
          "Name the workspace's folder with --workspace, or write the file: one line such as framework: st-helens will do. \(finder(folder).available)"
      )
    }
    return nil
  }

  private func finder(_ folder: String) -> FrameworkFinder {
    FrameworkFinder(workspace: folder, templates: templates)
  }

  // MARK: Sections

  private func frameworkFile(
    _ source: FrameworkFinder.Source, _ limits: Limits, _ faults: ConfigurationFaults
  ) -> ConfigurationSection? {
    ConfigurationParser(file: source.path, faults: faults, deepestLevel: limits.depth).parse(source.bytes)
      .flatMap { root in
        ConfigurationSection(root, title: "a framework file", keys: FrameworkDecoder.keys, faults: faults)
      }
  }

  /// The sections of the framework of which only what the workspace says counts.
  private func replaced(_ section: ConfigurationSection, _ faults: ConfigurationFaults) -> Set<String> {
    var replaced: Set<String> = []
    for (key, location) in section["replace"]?.places("replace", faults) ?? [] {
      if !FrameworkDecoder.replaceableKeys.contains(key) {
        faults.unknown(
          "value.unknown", key, at: location, is: "a section that can be replaced", all: "It can be",
          FrameworkDecoder.replaceableKeys)
      } else if section[key] == nil {
        faults.error(
          "key.missing", at: location, "\(key) is to be replaced, but qareport.yaml has no \(key)",
          suggestion: "Write the section \(key), or take it out of replace.")
      } else {
        replaced.insert(key)
      }
    }
    return replaced
  }

  private func exportsFolder(_ node: ConfigurationNode, _ faults: ConfigurationFaults) -> String? {
    guard let path = node.text("exports", faults) else { return nil }
    guard WorkspacePath.isInside(path) else {
      WorkspacePath.refuse("exports", path, at: node.location, below: "the workspace", faults: faults)
      return nil
    }
    return path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  private func dateOrder(_ node: ConfigurationNode, _ faults: ConfigurationFaults) -> Workspace.DateOrder? {
    guard let text = node.text("date_order", faults) else { return nil }
    if let order = Workspace.DateOrder(rawValue: text.lowercased()) { return order }
    faults.error(
      "value.unknown", at: node.location, "\(text.quoted) is not a value of date_order",
      suggestion: "Write dmy where 3/4/2025 is 3 April, mdy where it is 4 March.")
    return nil
  }

  private func exportDates(
    _ node: ConfigurationNode?, below folder: String, _ faults: ConfigurationFaults
  ) -> [String: CalendarDate] {
    var dates: [String: CalendarDate] = [:]
    for entry in node?.entries("export_dates", faults) ?? [] {
      guard WorkspacePath.isInside(entry.key) else {
        WorkspacePath.refuse(
          "an entry of export_dates", entry.key, at: entry.location, below: "the exports folder",
          faults: faults)
        continue
      }
      dates[entry.key] = entry.value.date("the export date of \(entry.key)", faults)
      if access("\(folder)/\(entry.key)", F_OK) != 0 {
        faults.warning(
          "export.missing", at: entry.location, "there is no export \(entry.key.quoted)",
          suggestion: "Write its path from the exports folder on, or delete the line.")
      }
    }
    return dates
  }

  private func datasets(
    _ node: ConfigurationNode?, _ framework: Framework?, acceptsUnknown: Bool, _ faults: ConfigurationFaults
  ) -> [DatasetKind: DatasetSettings] {
    var datasets: [DatasetKind: DatasetSettings] = [:]
    for entry in node?.entries("datasets", faults) ?? [] {
      guard let kind = kind(entry, framework, faults) else { continue }
      datasets[kind] = DatasetSettingsDecoder(
        kind: kind, framework: framework, acceptsUnknownServices: acceptsUnknown, faults: faults
      ).decode(entry.value)
    }
    return datasets
  }

  /// The dataset that an entry of `datasets` is about. A register goes by any of its spellings.
  private func kind(
    _ entry: ConfigurationNode.Entry, _ framework: Framework?, _ faults: ConfigurationFaults
  ) -> DatasetKind? {
    switch DatasetKind(rawValue: entry.key) {
    case .register(let name)?:
      guard let framework else { return nil }
      let registers = TermIndex(framework.registers.map(\.term))
      return registers.resolve(
        name, at: entry.location, kind: "register", plural: "registers",
        because: framework.registers.isEmpty
          ? "It has no registers: say under registers what this one holds." : nil, faults: faults
      ).map { .register(registers.names[$0]) }
    case let kind?: return kind
    case nil:
      faults.unknown(
        "dataset.unknown", entry.key, at: entry.location, is: "a dataset", all: "The datasets are",
        DatasetKind.allCases.map(\.rawValue)
          + (framework?.registers ?? []).map { DatasetKind.register($0.name).rawValue })
      return nil
    }
  }
}
