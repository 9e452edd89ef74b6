import QAModel

/// What the measures ask of an audit, by definition's definitions: its period, how its child was chosen, its grades
/// as they stood on the as-at day.
///
/// Holds only the columns that are asked for; one for all measures of audits.
final class AuditFacts: Sendable {
  let isSupplied: Bool
  let count: Int
  let index: PeriodIndex
  let scale: GradeScale
  let serviceCount: Int
  let domainCount: Int
  let auditTypeCount: Int
  let teamCount: Int
  let levelCount: Int
  let childCount: Int
  /// What grades are broken down by beside service and domain.
  let groupings: [Grouping]
  let judgementAreaCount: Int
  /// By code of service: positions of the judgement areas it stands in.
  private let judgementAreas: [[Int]]
  /// Whether there are audits that grade domains and have no overall grade.
  let hasAuditsByDomainAlone: Bool

  let id: CodeColumn
  let child: CodeColumn
  let team: CodeColumn
  let levelOfNeed: CodeColumn
  let auditType: CodeColumn
  let previousAudit: CodeColumn
  let auditor: CodeColumn
  let familyFeedbackSought: AnswerColumn
  let familyFeedbackObtained: AnswerColumn
  let identityConsidered: AnswerColumn
  let initial: GradeColumn
  let overall: GradeColumn
  let allocated: DateColumn
  let submitted: DateColumn
  let completed: DateColumn
  let qaReview: DateColumn
  private let service: CodeColumn
  private let stated: SelectionColumn
  private let moderatedGrade: GradeColumn
  private let moderationDay: GradingDays
  private let panelGrade: GradeColumn
  private let panelDay: GradingDays
  private let domains: [AuditTable.DomainGrades]
  private let concern: AnswerColumn
  private let concernNotified: DateColumn
  /// By code of audit type: the framework's rule where the export does not say, as a place on the selection axis.
  private let selectionRule: [Int]
  private let isReauditType: [Bool]

  /// Places on the selection axis: the ways of choosing, then *unstated*, then re-audits, which look again at a
  /// child somebody chose and so have a profile of their own.
  static let selectionNames = Selection.allCases.map(\.name) + ["unstated", "re-audit"]
  static let random = Int(Selection.random.rawValue)
  static let unstated = Selection.allCases.count
  static let reaudit = unstated + 1

  /// Something that audits are grouped by, and the column that says which group.
  struct Grouping: Sendable {
    let breakdown: GridShape.Breakdown
    let column: CodeColumn
  }

  init(_ dataset: Dataset, _ framework: Framework, _ index: PeriodIndex) {
    let table = dataset.audits ?? AuditTable()
    isSupplied = dataset.audits != nil
    count = table.count
    self.index = index
    scale = framework.grades
    serviceCount = dataset.names.services.count
    domainCount = framework.domains.count
    auditTypeCount = dataset.names.auditTypes.count
    teamCount = dataset.names.teams.count
    levelCount = dataset.names.levelsOfNeed.count
    childCount = dataset.names.children.count
    groupings = [
      Grouping(breakdown: .axis(.levelOfNeed, places: levelCount), column: table.levelOfNeed),
      Grouping(breakdown: .axis(.auditType, places: auditTypeCount), column: table.auditType),
      Grouping(breakdown: .teams(teamCount), column: table.team),
    ]
    judgementAreaCount = framework.judgementAreas.count
    var judgementAreas = [[Int]](repeating: [], count: serviceCount)
    for (position, area) in framework.judgementAreas.enumerated() {
      for service in area.services {
        guard let code = dataset.names.services.existingCode(for: framework.services[service].name) else {
          continue
        }
        judgementAreas[Int(code)].append(position)
      }
    }
    self.judgementAreas = judgementAreas
    id = table.id
    child = table.child
    team = table.team
    levelOfNeed = table.levelOfNeed
    auditType = table.auditType
    previousAudit = table.previousAudit
    auditor = table.auditor
    familyFeedbackSought = table.familyFeedbackSought
    familyFeedbackObtained = table.familyFeedbackObtained
    identityConsidered = table.identityConsidered
    initial = table.initialOverall
    overall = table.overall
    allocated = table.allocated
    submitted = table.submitted
    completed = table.completed
    qaReview = table.qaReview
    service = table.service
    stated = table.selection
    moderatedGrade = table.moderated
    moderationDay = GradingDays(table.moderationDate, asAt: index.asAt)
    panelGrade = table.panel
    panelDay = GradingDays(table.panelDate, asAt: index.asAt)
    domains = table.domains
    concern = table.immediateConcern
    concernNotified = table.concernNotified
    var selectionRule = [Int](repeating: Self.unstated, count: auditTypeCount)
    var isReauditType = [Bool](repeating: false, count: auditTypeCount)
    for type in framework.auditTypes {
      guard let code = dataset.names.auditTypes.existingCode(for: type.term.name) else { continue }
      selectionRule[Int(code)] = type.selection.map { Int($0.rawValue) } ?? Self.unstated
      isReauditType[Int(code)] = type.isReaudit
    }
    self.selectionRule = selectionRule
    self.isReauditType = isReauditType
    hasAuditsByDomainAlone = (0..<table.count).contains { row in
      [table.overall, table.initialOverall, table.moderated, table.panel].allSatisfy { $0[row] == nil }
        && table.domains.contains { domain in
          [domain.audited, domain.initial, domain.moderated, domain.panel].contains { $0[row] != nil }
        }
    }
  }

  /// The period an audit belongs to: that of its completion, by the as-at day.
  func period(_ row: Int) -> Int? { index.position(happened: completed[row]) }

  /// The service's code, or the number of services where there is none.
  func service(_ row: Int) -> Int { self.service[row].map(Int.init) ?? serviceCount }

  /// The judgement areas of the audit's service.
  func judgementAreas(_ row: Int) -> [Int] { self.service[row].map { judgementAreas[Int($0)] } ?? [] }

  /// A place on the selection axis. A re-audit is one whatever the export says; another audit is what the export
  /// says, else what the framework's rule by audit type says, else *unstated*.
  func selection(_ row: Int) -> Int {
    if isReaudit(row) { return Self.reaudit }
    if let stated = stated[row] { return Int(stated.rawValue) }
    return auditType[row].map { selectionRule[Int($0)] } ?? Self.unstated
  }

  /// An audit that looks again at one before: by its type, or because it names the audit before.
  func isReaudit(_ row: Int) -> Bool {
    previousAudit[row] != nil || auditType[row].map { isReauditType[Int($0)] } == true
  }

  /// Final grade: the panel's, else the moderator's, else the one after the conversation, else the one before it.
  /// Grades dated after the as-at day are not there yet.
  func final(_ row: Int) -> Grade? { panel(row) ?? moderated(row) ?? overall[row] ?? initial[row] }

  func moderated(_ row: Int) -> Grade? {
    guard let grade = moderatedGrade[row], moderationDay.isKnown(row) else { return nil }
    return grade
  }

  /// Whether a moderator had graded the audit or any of its domains by the as-at day.
  func isModerated(_ row: Int) -> Bool {
    moderated(row) != nil || domains.indices.contains { moderated(row, domain: $0) != nil }
  }

  func panel(_ row: Int) -> Grade? {
    guard let grade = panelGrade[row], panelDay.isKnown(row) else { return nil }
    return grade
  }

  func final(_ row: Int, domain: Int) -> Grade? {
    guard domain < domains.count else { return nil }
    return panel(row, domain: domain) ?? moderated(row, domain: domain) ?? domains[domain].audited[row]
      ?? domains[domain].initial[row]
  }

  func moderated(_ row: Int, domain: Int) -> Grade? {
    guard domain < domains.count, let grade = domains[domain].moderated[row],
      moderationDay.isKnown(row)
    else { return nil }
    return grade
  }

  func audited(_ row: Int, domain: Int) -> Grade? {
    domain < domains.count ? domains[domain].audited[row] : nil
  }

  func initial(_ row: Int, domain: Int) -> Grade? {
    domain < domains.count ? domains[domain].initial[row] : nil
  }

  /// Whether the final grade is the scale's lowest; of an audit without an overall grade, that of any domain.
  func isInadequate(_ row: Int) -> Bool { gradesFinally(row) { $0 == scale.lowest } }

  /// Whether the final grade is below *Good*; of an audit without an overall grade, that of any domain.
  func isBelowGood(_ row: Int) -> Bool { gradesFinally(row) { !scale.isGoodOrBetter($0) } }

  /// Whether there is a final grade at all; of an audit without an overall grade, of any domain.
  func isGraded(_ row: Int) -> Bool { gradesFinally(row) { _ in true } }

  private func gradesFinally(_ row: Int, _ such: (Grade) -> Bool) -> Bool {
    if let grade = final(row) { return such(grade) }
    return domains.indices.contains { final(row, domain: $0).map(such) ?? false }
  }

  func panel(_ row: Int, domain: Int) -> Grade? {
    guard domain < domains.count, let grade = domains[domain].panel[row], panelDay.isKnown(row) else {
      return nil
    }
    return grade
  }

  func raisesConcern(_ row: Int) -> Bool { concern[row] == .yes }

  /// Whether somebody had been told of the concern by the as-at day.
  func isConcernNotified(_ row: Int) -> Bool { index.hasHappened(concernNotified[row]) }
}

/// When moderators or panels gave their grades.
///
/// A grade counts where it is dated by the as-at day. Where an export dates none of them at all, the grades stand as
/// they were exported: otherwise everything moderated would be lost for want of a column.
struct GradingDays: Sendable {
  private let dates: DateColumn
  private let areUndated: Bool
  private let asAt: CalendarDate

  init(_ dates: DateColumn, asAt: CalendarDate) {
    self.dates = dates
    self.asAt = asAt
    areUndated = !(0..<dates.count).contains { dates[$0] != nil }
  }

  func isKnown(_ row: Int) -> Bool { areUndated || dates[row].map { $0 <= asAt } ?? false }
}

/// A measure of audits.
protocol AuditMeasure: Measure {
  var facts: AuditFacts { get }
}

extension AuditMeasure {
  var dataset: DatasetKind { .audits }
  var isSupplied: Bool { facts.isSupplied }
  var rowCount: Int { facts.count }
  var domainAxis: GridShape.Breakdown { .axis(.domain, places: facts.domainCount) }
}
