/// A kind of audit, and how its children are chosen where the export does not say.
public struct AuditType: Sendable, Hashable {
  public var term: Term
  /// `nil`: unstated, and so outside the grade profile.
  public var selection: Selection?
  /// Whether an audit of this kind looks again at one before.
  public var isReaudit: Bool
  /// Months that a child's record must have been open for to be chosen; `nil`: no such rule.
  public var openMonths: Int?
  /// Whether the auditor is to be of another team than the child's.
  public var isByAnotherTeam: Bool
  /// How many of a sample are children whose last audit is followed up.
  public var earlier: EarlierGrades
  /// Names of the services whose children a sample is drawn from; empty: the plan's one service, else all.
  public var services: [String]
  /// What a sample is drawn from; `nil`: everybody open to the services.
  public var drawnFrom: DrawnFrom?
  /// Roles or teams of the staff list that audit; empty: those of the plan.
  public var auditedBy: [String]

  public init(
    _ term: Term, selection: Selection? = nil, isReaudit: Bool = false, openMonths: Int? = nil,
    isByAnotherTeam: Bool = false, earlier: EarlierGrades = EarlierGrades(), drawnFrom: DrawnFrom? = nil,
    auditedBy: [String] = [], services: [String] = []
  ) {
    self.term = term
    self.selection = selection
    self.isReaudit = isReaudit
    self.openMonths = openMonths
    self.isByAnotherTeam = isByAnotherTeam
    self.earlier = earlier
    self.drawnFrom = drawnFrom
    self.auditedBy = auditedBy
    self.services = services
  }
}

/// How many children of a sample are taken on purpose for what their last audit found.
public struct EarlierGrades: Sendable, Hashable {
  /// Graded the lowest grade.
  public var inadequate: Int
  /// Graded just below *Good* and bordering on it.
  public var nearGood: Int

  public init(inadequate: Int = 0, nearGood: Int = 0) {
    self.inadequate = inadequate
    self.nearGood = nearGood
  }

  public var isAny: Bool { inadequate + nearGood > 0 }
}
