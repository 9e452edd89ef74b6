/// Audits of children's records: case audits, collaborative case reviews, thematic audits, re-audits.
///
/// One row an audit. `id` and `previousAudit` are codes of one table, `Dataset.auditIDs`.
public struct AuditTable: Sendable {
  public var origin: [Origin] = []
  public var id = CodeColumn()
  public var child = CodeColumn()
  public var setting = CodeColumn()
  public var service = CodeColumn()
  public var team = CodeColumn()
  public var levelOfNeed = CodeColumn()
  public var pathway = CodeColumn()
  public var worker = CodeColumn()
  public var auditor = CodeColumn()
  public var auditorTeam = CodeColumn()
  public var auditType = CodeColumn()
  /// As the export says; where it is blank the framework's rule by audit type says.
  public var selection = SelectionColumn()
  public var theme = CodeColumn()
  public var allocated = DateColumn()
  public var due = DateColumn()
  public var submitted = DateColumn()
  public var qualityAssured = DateColumn()
  public var revised = DateColumn()
  /// Blank: not completed.
  public var completed = DateColumn()
  public var reportSent = DateColumn()
  public var practitionerConversation = DateColumn()
  public var findingsDiscussed = DateColumn()
  public var managerSatisfied = DateColumn()
  public var qaReview = DateColumn()
  public var previousAudit = CodeColumn()
  /// Before the conversation with the practitioner (HA-4).
  public var initialOverall = GradeColumn()
  public var overall = GradeColumn()
  public var moderator = CodeColumn()
  public var moderated = GradeColumn()
  public var moderationDate = DateColumn()
  public var panel = GradeColumn()
  public var panelDate = DateColumn()
  /// One entry a domain of the framework, in the framework's order.
  public var domains: [DomainGrades] = []
  public var familyFeedbackSought = AnswerColumn()
  public var familyFeedbackObtained = AnswerColumn()
  public var identityConsidered = AnswerColumn()
  public var immediateConcern = AnswerColumn()
  public var concernNotified = DateColumn()
  public var disputeStage = CodeColumn()
  public var disputeRaised = DateColumn()
  public var disputeMet = DateColumn()
  public var disputeFormal = DateColumn()
  public var disputeResponse = DateColumn()
  public var disputeResolved = DateColumn()
  public var disputeResult = CodeColumn()
  public var strengths = TextColumn()
  public var areasForDevelopment = TextColumn()
  public var impact = TextColumn()

  public init() {}

  public var count: Int { origin.count }

  /// The grades of one domain at each of the stages an audit goes through.
  public struct DomainGrades: Sendable {
    public var initial = GradeColumn()
    public var audited = GradeColumn()
    public var moderated = GradeColumn()
    public var panel = GradeColumn()

    public init() {}
  }
}
