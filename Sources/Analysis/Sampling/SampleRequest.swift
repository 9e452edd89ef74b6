public import QAModel

/// What a sample is asked for. What is left `nil` or empty the framework says.
public struct SampleRequest: Sendable {
  public var kind: SampleKind
  /// The day the auditors are told, on which children must be open.
  public var day: CalendarDate
  public var seed: UInt64
  public var size: Int?
  /// What the draw is proportional by, the most important first. Empty: by nothing.
  public var strata: [SampleAxis] = [.team, .levelOfNeed]
  /// Only children of these services, teams and levels of need.
  public var services: [String] = []
  public var teams: [String] = []
  public var levelsOfNeed: [String] = []
  /// Months that a record must have been open for.
  public var openMonths: Int?
  /// Children looked at within so many months before are left out; 0: none is.
  public var notAgainMonths = 12
  /// Roles of those who audit.
  public var auditorRoles: [String] = []
  /// Whether the auditor is to be of another team also where the framework does not say so.
  public var otherTeam = false
  /// By when.
  public var due: CalendarDate?

  public init(kind: SampleKind, day: CalendarDate, seed: UInt64) {
    self.kind = kind
    self.day = day
    self.seed = seed
  }
}

/// What the children are drawn for.
public enum SampleKind: Sendable, Hashable {
  case audit(AuditType)
  case dipSample

  /// `Collaborative case review`, `Dip sample`.
  public var name: String {
    switch self {
    case .audit(let type): type.term.name
    case .dipSample: "Dip sample"
    }
  }

  var openMonths: Int? { if case .audit(let type) = self { type.openMonths } else { nil } }
  var isByAnotherTeam: Bool { if case .audit(let type) = self { type.isByAnotherTeam } else { false } }

  /// The services whose children it is about, where the framework says so.
  var services: [String] { if case .audit(let type) = self { type.services } else { [] } }

  /// Children whose last audit is to be followed up.
  var earlier: EarlierGrades { if case .audit(let type) = self { type.earlier } else { EarlierGrades() } }

  /// The kind of that name, by letters and digits; a dip sample is one whatever the framework says.
  public static func named(_ name: String, in framework: Framework) -> SampleKind? {
    let folded = Spelling.folded(name)
    if ["dip", "dipsample", "dipsamples", "dipsampling"].contains(folded) { return .dipSample }
    return framework.auditTypes.first { type in
      ([type.term.name] + type.term.synonyms).contains { Spelling.folded($0) == folded }
    }.map { .audit($0) }
  }

  /// The one that is meant where none is named: the first drawn at random whose size the plan gives, else the first
  /// drawn at random.
  public static func usual(in framework: Framework) -> SampleKind? {
    let drawn = framework.auditTypes.filter { !$0.isReaudit && ($0.selection ?? .random) == .random }
    return (drawn.first { SamplePlan(.audit($0), framework).hasSize } ?? drawn.first).map { .audit($0) }
  }
}

/// What children are told apart by, in the draw and in the table of fairness.
public enum SampleAxis: String, Sendable, CaseIterable {
  case service, team
  case levelOfNeed = "level_of_need"
  case age, sex, ethnicity, disability

  /// As tables head it.
  var title: String {
    switch self {
    case .service: "Service"
    case .team: "Team"
    case .levelOfNeed: "Level of need"
    case .age: "Age"
    case .sex: "Sex"
    case .ethnicity: "Ethnicity"
    case .disability: "Disability"
    }
  }

  /// In the middle of a sentence.
  public var words: String { title.lowercased() }
}

/// Why no sample was drawn.
public struct SampleError: Error, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
