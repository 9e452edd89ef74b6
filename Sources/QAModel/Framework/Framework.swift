/// An authority's quality assurance framework as data: its scale, its words, its rules and its measures.
///
/// Read from `templates/frameworks/NAME.yaml` and the workspace's additions. The order of every list is the
/// order of the report.
public struct Framework: Sendable {
  /// `st-helens`: the name of the file.
  public var id: String
  /// `St Helens`.
  public var authority: String
  /// The framework's published title.
  public var title: String
  public var grades: GradeScale
  public var services: [Term]
  /// The authority's levels of need, lowest first: where they are listed no other is read. Empty: levels are taken as
  /// exports have them.
  public var levelsOfNeed: [Term]
  public var domains: [Term]
  public var standards: [Term]
  public var auditTypes: [AuditType]
  public var indicators: [Indicator]
  public var feedback: FeedbackScale
  public var practiceAreas: [PracticeArea]
  public var thresholds: Thresholds
  public var complaints: ComplaintTimescales
  /// The areas the inspectorate judges, in its order.
  public var judgementAreas: [JudgementArea] = []
  /// What is to be done how often, in the document's order.
  public var plan: [PlanLine] = []
  /// The registers kept beside the datasets every authority has.
  public var registers: [Register] = []
  /// What must be told to whom when it was not done in time, in the order of the report.
  public var escalations: [EscalationRule] = []
  /// The reports it asks for, in its order; the quarterly, annual and highlight report always.
  public var reports: [ReportDefinition] = ReportDefinition.always
  /// Who meets when, and which of the reports go there.
  public var meetings: [Meeting] = []
  /// Where the document leaves something open or contradicts itself: what was chosen, a sentence each.
  public var choices: [String] = []
  /// A protective marking for the internal report, as `OFFICIAL-SENSITIVE`.
  public var marking: String?
  /// Bank holidays no rule and no shipped table gives.
  public var moreHolidays: Set<CalendarDate>

  public init(
    id: String, authority: String, title: String, grades: GradeScale, services: [Term] = [],
    domains: [Term] = [], standards: [Term] = [], auditTypes: [AuditType] = [], indicators: [Indicator] = [],
    feedback: FeedbackScale = FeedbackScale(), practiceAreas: [PracticeArea] = [],
    thresholds: Thresholds = Thresholds(), complaints: ComplaintTimescales = ComplaintTimescales(),
    marking: String? = nil,
    moreHolidays: Set<CalendarDate> = [], levelsOfNeed: [Term] = []
  ) {
    self.id = id
    self.authority = authority
    self.title = title
    self.grades = grades
    self.services = services
    self.domains = domains
    self.standards = standards
    self.auditTypes = auditTypes
    self.indicators = indicators
    self.feedback = feedback
    self.practiceAreas = practiceAreas
    self.thresholds = thresholds
    self.complaints = complaints
    self.marking = marking
    self.moreHolidays = moreHolidays
    self.levelsOfNeed = levelsOfNeed
  }

  /// The report of that name, compared by letters and digits.
  public func report(named name: String) -> ReportDefinition? {
    reports.first { Spelling.folded($0.name) == Spelling.folded(name) }
  }
}

/// A name of the framework's and the other spellings that exports use for it.
public struct Term: Sendable, Hashable {
  public var name: String
  public var synonyms: [String]

  public init(_ name: String, synonyms: [String] = []) {
    self.name = name
    self.synonyms = synonyms
  }
}
