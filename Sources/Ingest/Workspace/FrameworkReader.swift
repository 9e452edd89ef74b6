public import QAModel

/// Reads a framework by itself, as its file has it and no workspace changed it.
public struct FrameworkReader {
  private let workspace: String
  private let templates: [String]

  /// - Parameters:
  ///   - workspace: Its own `frameworks/NAME.yaml` goes before the ones of the templates.
  ///   - templates: Folders to search for `frameworks/NAME.yaml`, in order of precedence.
  public init(workspace: String, templates: [String]) {
    self.workspace = workspace
    self.templates = templates
  }

  /// A framework, and how many lines and bytes its file has.
  ///
  /// - Parameter name: A name, as `st-helens`, or the path of a file: anything that holds a slash or ends in `.yaml`.
  /// - Throws: `WorkspaceError` with every fault of the file.
  public func read(_ name: String) throws(WorkspaceError) -> (framework: Framework, lines: Int) {
    let faults = ConfigurationFaults()
    if let source = source(name, faults),
      let root = ConfigurationParser(file: source.path, faults: faults).parse(source.bytes),
      let file = ConfigurationSection(
        root, title: "a framework file", keys: FrameworkDecoder.keys, faults: faults),
      let nothing = ConfigurationSection(
        ConfigurationNode(location: root.location, content: .empty), title: "", keys: [], faults: faults),
      let framework = FrameworkDecoder(
        id: source.name, file: file, workspace: nothing, replaced: [], faults: faults
      )
      .decode(holidays: []), !faults.hasErrors
    {
      return (framework, source.bytes.count { $0 == UInt8(ascii: "\n") })
    }
    throw WorkspaceError(diagnostics: faults.sorted)
  }

  private func source(_ name: String, _ faults: ConfigurationFaults) -> FrameworkFinder.Source? {
    guard name.contains("/") || name.hasSuffix(".yaml") else {
      let node = ConfigurationNode(location: SourceLocation(file: "framework"), content: .text(name))
      return FrameworkFinder(workspace: workspace, templates: templates).find(
        node, atMost: Limits.usualConfiguration, faults: faults)
    }
    let id = Slug.make(String(name.split(separator: "/").last ?? "").replacing(".yaml", with: ""))
    // Whoever names a file by its path knows where the path leads: only the file itself must be an ordinary one.
    let steps = name.split(separator: "/", omittingEmptySubsequences: false)
    let folder = steps.count > 1 ? steps.dropLast().joined(separator: "/") : "."
    switch PlainFile.read(
      String(steps.last ?? ""), in: folder, atMost: Limits.usualConfiguration)
    {
    case .bytes(let bytes):
      return FrameworkFinder.Source(name: id, path: name, manifestPath: name, bytes: bytes)
    case .refused(let reason):
      faults.error("file.unreadable", at: SourceLocation(file: name), "the file \(reason)")
    case .absent:
      faults.error("file.missing", at: SourceLocation(file: name), "there is no such file")
    }
    return nil
  }
}
