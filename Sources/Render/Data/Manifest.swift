public import QAModel

/// `manifest.json`: what a pack was made from and by what, enough to make the same bytes again.
///
/// It names no moment of making, no machine and no path outside the workspace: a second run gives the same file.
/// For the public it has one hash of all inputs and no counts of rows: how many rows an export has would tell small
/// numbers.
public struct Manifest: Sendable {
  /// `quarterly`, `front-door`: the report's name in the framework.
  public var report: String
  /// The one service it is about, where it is about one.
  public var service: String?
  /// `nil` where it is about all there is.
  public var period: Period?
  public var asAt: CalendarDate
  public var audience: Audience
  /// The program's version, and that of the definitions its figures follow.
  public var version: String
  public var definitions: String
  public var inputs: [SourceFile]
  public var configuration: [ConfigurationFile]
  public var reconciliation: [Reconciliation]
  /// How many figures the report rests on.
  public var figures: Int
  /// How many diagnostics there were, by id.
  public var diagnostics: [String: Int]
  /// Rows set aside, and how many of them `rejects.csv` lists.
  public var rejects: Int
  public var rejectsListed: Int
  /// The pack's other files: what of a pack is not among them, or has another hash, somebody put there or changed.
  public var files: [ConfigurationFile]

  public init(
    report: String, service: String? = nil, period: Period?, asAt: CalendarDate, audience: Audience,
    version: String,
    definitions: String, inputs: [SourceFile], configuration: [ConfigurationFile],
    reconciliation: [Reconciliation], figures: Int, diagnostics: [String: Int], rejects: Int,
    rejectsListed: Int, files: [ConfigurationFile] = []
  ) {
    self.report = report
    self.service = service
    self.period = period
    self.asAt = asAt
    self.audience = audience
    self.version = version
    self.definitions = definitions
    self.inputs = inputs
    self.configuration = configuration
    self.reconciliation = reconciliation
    self.figures = figures
    self.diagnostics = diagnostics
    self.rejects = rejects
    self.rejectsListed = rejectsListed
    self.files = files
  }

  /// A file that says how the exports are read and counted: the workspace's own, a framework, a template; or a file of
  /// the pack.
  public struct ConfigurationFile: Sendable, Hashable {
    /// Its path within the workspace, the shipped templates or the pack.
    public var path: String
    /// Lower-case hexadecimal.
    public var sha256: String

    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// The manifest as JSON, its keys always in this order, those of counts by name in the order of the alphabet.
  public func json() -> [UInt8] {
    var file = JSONWriter()
    file.beginObject()
    file.add("program", "qareport")
    file.add("version", version)
    file.add("definitions", definitions)
    file.add("report", report)
    if let service { file.add("service", service) }
    if let period { file.add("period", period.slug) }
    file.add("as_at", asAt.iso)
    file.add("audience", audience.rawValue)
    if audience == .public {
      file.add("inputs_sha256", Self.fingerprint(of: inputs))
      write(configuration, as: "configuration", to: &file)
      file.add("figures", figures)
      write(files, as: "files", to: &file)
      file.endObject()
      file.finish()
      return file.bytes
    }
    file.beginList("inputs")
    for input in inputs {
      file.beginObject(onOneLine: true)
      file.add("path", input.path)
      file.add("dataset", input.dataset.rawValue)
      file.add("bytes", input.bytes)
      file.add("sha256", input.sha256)
      file.endObject()
    }
    file.endList()
    write(configuration, as: "configuration", to: &file)
    file.beginList("rows")
    for account in reconciliation { write(account, to: &file) }
    file.endList()
    file.add("figures", figures)
    write(diagnostics, as: "diagnostics", to: &file)
    file.beginObject("rejects")
    file.add("rows", rejects)
    file.add("listed", rejectsListed)
    file.endObject()
    write(files, as: "files", to: &file)
    file.endObject()
    file.finish()
    return file.bytes
  }

  /// One hash of all inputs, in their order.
  public static func fingerprint(of inputs: [SourceFile]) -> String {
    SHA256.hex(of: Array(inputs.map { "\($0.path)\0\($0.sha256)\n" }.joined().utf8))
  }

  private func write(_ hashed: [ConfigurationFile], as key: String, to file: inout JSONWriter) {
    file.beginList(key)
    for one in hashed {
      file.beginObject(onOneLine: true)
      file.add("path", one.path)
      file.add("sha256", one.sha256)
      file.endObject()
    }
    file.endList()
  }

  private func write(_ account: Reconciliation, to file: inout JSONWriter) {
    file.beginObject()
    file.add("file", account.file)
    file.add("dataset", account.dataset.rawValue)
    file.add("read", account.rowsRead)
    file.add("used", account.used)
    file.add("replaced", account.replaced)
    write(account.setAside, as: "set_aside", to: &file)
    var notData: [String: Int] = [:]
    for (what, count) in account.notData { notData[what.rawValue] = count }
    write(notData, as: "not_data", to: &file)
    file.endObject()
  }

  private func write(_ counts: [String: Int], as key: String, to file: inout JSONWriter) {
    file.beginObject(key)
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) { file.add(name, count) }
    file.endObject()
  }
}
