/// Everything that was read of a workspace: a table a kind of export, the names their codes stand for, and the
/// account of every row.
///
/// A table is `nil` where the workspace has no export of its kind: *not supplied* is not *none*.
public struct Dataset: Sendable {
  public var audits: AuditTable?
  public var dipSamples: DipSampleTable?
  public var complaints: ComplaintTable?
  public var performance: PerformanceTable?
  /// What the open-data files among the performance exports hold of others.
  public var benchmarks: BenchmarkTable?
  public var observations: ObservationTable?
  public var supervisionAudits: SupervisionAuditTable?
  public var feedback: FeedbackTable?
  public var actions: ActionTable?
  public var activity: ActivityTable?
  public var caseload: CaseloadTable?
  public var staff: StaffTable?
  public var neighbours: NeighbourTable?
  /// By the register's name.
  public var registers: [String: RegisterTable] = [:]

  /// Names whose codes are shared by every table.
  public var names = Names()
  public var text = TextStore()

  /// The exports, in the order `Origin.file` counts them.
  public var files: [SourceFile] = []
  public var reconciliation: [Reconciliation] = []
  /// What could not be read, or was read with a doubt, by file and line.
  public var diagnostics: [Diagnostic] = []

  public init() {}

  /// The kinds of export that were supplied, in the order they are documented, registers last.
  public var kinds: [DatasetKind] {
    reconciliation.reduce(into: []) { kinds, account in
      if !kinds.contains(account.dataset) { kinds.append(account.dataset) }
    }
  }

  /// Name tables by what they name. A service has one code in every table, a child and a person too.
  public struct Names: Sendable {
    /// The framework's services first, in its order; services met only in exports after them.
    public var services = NameTable()
    public var teams = NameTable()
    public var children = NameTable()
    /// Workers, auditors, moderators, reviewers, observers, owners.
    public var people = NameTable()
    public var audits = NameTable()
    public var actions = NameTable()
    public var complaints = NameTable()
    /// Ids of the remaining datasets, which nothing else refers to.
    public var records = NameTable()
    public var auditTypes = NameTable()
    public var levelsOfNeed = NameTable()
    public var standards = NameTable()
    public var questions = NameTable()
    public var feedbackSources = NameTable()
    public var complaintCategories = NameTable()
    public var activities = NameTable()
    /// Local authorities, by their three-digit codes.
    public var authorities = NameTable()
    /// What registers are counted by, as *School* of the column *Setting*.
    public var registerValues = NameTable()
    /// Every other coded word: settings, topics, roles, statuses, decisions.
    public var words = NameTable()

    public init() {}
  }
}

/// One export that was read.
public struct SourceFile: Sendable, Hashable {
  /// The path within the workspace.
  public var path: String
  public var dataset: DatasetKind
  public var bytes: Int
  /// Lower-case hexadecimal; empty where only chosen columns were read.
  public var sha256: String
  /// When it was made, where the workspace or the file's name says.
  public var made: CalendarDate?
  /// What its headers were taken for, in the order of the file.
  public var headers: [HeaderReading]

  public init(
    path: String, dataset: DatasetKind, bytes: Int, sha256: String, made: CalendarDate? = nil,
    headers: [HeaderReading] = []
  ) {
    self.path = path
    self.dataset = dataset
    self.bytes = bytes
    self.sha256 = sha256
    self.made = made
    self.headers = headers
  }
}
