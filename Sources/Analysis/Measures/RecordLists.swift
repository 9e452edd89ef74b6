public import QAModel

/// The records that cannot wait: what was open on the as-at day, the longest first, those of unknown age before them. For `internal` eyes.
public struct RecordLists: Sendable {
  /// One open record.
  public struct Record: Sendable, Hashable {
    /// The position in the table it is of.
    public var row: Int
    /// Code of its id: in `names.audits`, `names.actions` or `names.complaints`.
    public var id: UInt32?
    public var service: UInt32?
    /// Code in `names.people` of who is to see to it; of an audit's concern the auditor. Complaints have none.
    public var owner: UInt32?
    /// The day it was to be done by; of a concern the day it was raised. `nil` where the export gives no day at all.
    public var due: CalendarDate?
    /// Days from `due` to the as-at day.
    public var days: Int?

    public init(row: Int, id: UInt32?, service: UInt32?, owner: UInt32?, due: CalendarDate?, days: Int?) {
      self.row = row
      self.id = id
      self.service = service
      self.owner = owner
      self.due = due
      self.days = days
    }
  }

  /// Rows of audits with an immediate concern that nobody had been told of, from any period. Audits not completed are
  /// among them: by submission, else by allocation.
  public var concernsWithoutDate: [Record]
  /// Rows of inadequate audits without a review a month on, from any period. The owner is the auditor.
  public var inadequateWithoutReview: [Record]
  /// Inadequate audits whose review was due, from any period, with a review or without; `nil` where no audit has a grade.
  public var inadequateDue: Int?
  /// Rows of actions behind `actions.overdue`.
  public var actionsOverdue: [Record]
  /// Rows of complaints behind `complaints.open_overdue`.
  public var complaintsOpenOverdue: [Record]
  /// What the framework's rules of escalation found, in its order.
  public var escalations: [EscalationOutcome]
  /// Moderation auditor by auditor, of those with enough audits.
  public var moderationByAuditor: [AuditorModeration]
  /// Actions completed in the report's periods and what became of their measures, the latest completed first.
  public var learning: [FollowedAction]

  public init(
    concernsWithoutDate: [Record], inadequateWithoutReview: [Record] = [], inadequateDue: Int? = nil,
    actionsOverdue: [Record],
    complaintsOpenOverdue: [Record], escalations: [EscalationOutcome] = [],
    moderationByAuditor: [AuditorModeration] = [], learning: [FollowedAction] = []
  ) {
    self.moderationByAuditor = moderationByAuditor
    self.learning = learning
    self.escalations = escalations
    self.concernsWithoutDate = concernsWithoutDate
    self.inadequateWithoutReview = inadequateWithoutReview
    self.inadequateDue = inadequateDue
    self.actionsOverdue = actionsOverdue
    self.complaintsOpenOverdue = complaintsOpenOverdue
  }
}

extension FigureMaker {
  /// The open records on the as-at day, by the rules that count them.
  public func recordLists() -> RecordLists {
    RecordLists(
      concernsWithoutDate: concernsWithoutDate(), inadequateWithoutReview: inadequateWithoutReview(),
      inadequateDue: inadequateDue(),
      actionsOverdue: records(.actionsOverdue) { row in
        let actions = dataset.actions ?? ActionTable()
        return (actions.due[row], actions.id[row], actions.service[row], actions.owner[row])
      },
      complaintsOpenOverdue: records(.complaintsOpenOverdue) { row in
        let complaints = dataset.complaints ?? ComplaintTable()
        return (catalogue.complaints.limit(row), complaints.reference[row], complaints.service[row], nil)
      }, escalations: escalated, moderationByAuditor: moderationByAuditor(), learning: followedActions())
  }

  private func followedActions() -> [FollowedAction] {
    catalogue.learning.loop.rows.compactMap { $0 }.filter { scopeRows.contains($0.row, of: .actions) }.sorted
    {
      ($1.completed, $0.row) < ($0.completed, $1.row)
    }
  }

  private typealias Account = (due: CalendarDate?, id: UInt32?, service: UInt32?, owner: UInt32?)

  private func records(_ measure: MeasureID, account: (Int) -> Account) -> [RecordLists.Record] {
    let traced = rows(behind: FigureKey(measure, period: 0))?.rows ?? []
    return records(traced.map(\.row), account: account)
  }

  private func concernsWithoutDate() -> [RecordLists.Record] {
    guard let table = dataset.audits else { return [] }
    let facts = catalogue.audits
    let day = { (row: Int) in table.completed[row] ?? table.submitted[row] ?? table.allocated[row] }
    let rows = (0..<facts.count).filter { row in
      scopeRows.contains(row, of: .audits) && facts.raisesConcern(row) && !facts.isConcernNotified(row)
        && (day(row).map { $0 <= index.asAt } ?? true)
    }
    return records(rows) { (day($0), table.id[$0], table.service[$0], table.auditor[$0]) }
  }

  private func inadequateWithoutReview() -> [RecordLists.Record] {
    guard let table = dataset.audits else { return [] }
    let facts = catalogue.audits
    let rows = (0..<facts.count).filter {
      scopeRows.contains($0, of: .audits) && facts.lacksReview($0)
    }
    return records(rows) { (facts.reviewDue($0), table.id[$0], table.service[$0], table.auditor[$0]) }
  }

  private func inadequateDue() -> Int? {
    let facts = catalogue.audits
    let rows = (0..<facts.count).filter { scopeRows.contains($0, of: .audits) && facts.isGraded($0) }
    guard !rows.isEmpty else { return nil }
    return rows.count { row in
      facts.isInadequate(row) && facts.reviewDue(row).map { $0 < index.asAt } ?? false
    }
  }

  private func records(_ rows: [Int], account: (Int) -> Account) -> [RecordLists.Record] {
    rows.map { row in
      let account = account(row)
      return RecordLists.Record(
        row: row, id: account.id, service: account.service, owner: account.owner, due: account.due,
        days: account.due.map { Int(index.asAt.dayNumber - $0.dayNumber) })
    }.sorted { ($1.days ?? .max, $0.row) < ($0.days ?? .max, $1.row) }
  }
}
