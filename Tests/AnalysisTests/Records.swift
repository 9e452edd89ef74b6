import Analysis
import QAModel
import Testing

/// A small workspace written by hand: records with what a test needs, everything else blank.
struct Records {
  var dataset = Dataset()
  var framework: Framework

  /// Two services and two grades of practice either side of *Good*; a table is supplied once `supply` or a record says so.
  init() {
    framework = Framework(
      id: "test", authority: "Test", title: "Test framework",
      grades: GradeScale(
        grades: ["Outstanding", "Good", "Requires improvement", "Inadequate"].map { Term($0) }, goodCount: 2),
      services: [Term("Early Help"), Term("Care")], domains: [Term("Assessment"), Term("Planning")],
      standards: [Term("Seen alone"), Term("Plan updated")],
      auditTypes: [
        AuditType(Term("Case audit"), selection: .random),
        AuditType(Term("Thematic audit"), selection: .targeted),
        AuditType(Term("Re-audit"), selection: .targeted, isReaudit: true), AuditType(Term("Review")),
      ],
      feedback: FeedbackScale(
        questions: [Term("Listened to"), Term("Things are better")],
        ratings: [Term("Agree"), Term("Neither"), Term("Disagree")], positiveCount: 1))
    for service in framework.services { _ = dataset.names.services.code(for: service.name) }
    for type in framework.auditTypes { _ = dataset.names.auditTypes.code(for: type.term.name) }
    for standard in framework.standards { _ = dataset.names.standards.code(for: standard.name) }
    for question in framework.feedback.questions { _ = dataset.names.questions.code(for: question.name) }
  }

  struct Grades {
    var initial, audited, moderated, panel: String?
    init(initial: String? = nil, audited: String? = nil, moderated: String? = nil, panel: String? = nil) {
      (self.initial, self.audited, self.moderated, self.panel) = (initial, audited, moderated, panel)
    }
  }

  mutating func audit(
    _ completed: String?, child: String? = nil, service: String? = "Early Help", team: String? = nil,
    level: String? = nil, type: String? = "Case audit", selection: Selection? = nil, grade: String? = nil,
    initial: String? = nil, moderated: String? = nil, on moderationDate: String? = nil, panel: String? = nil,
    panelOn panelDate: String? = nil, domains: [Grades] = [], previous: String? = nil,
    submitted: String? = nil,
    concern: Answer? = nil, notified: String? = nil, auditor: String? = nil, auditorTeam: String? = nil,
    familyFeedback: Answer? = nil, sought: Answer? = nil, identity: Answer? = nil,
    dates: [WritableKeyPath<AuditTable, DateColumn>: String] = [:], disputeResult: String? = nil
  ) {
    var table = dataset.audits ?? AuditTable()
    if table.domains.isEmpty { table.domains = framework.domains.map { _ in AuditTable.DomainGrades() } }
    table.origin.append(Origin(file: 0, line: UInt32(table.count + 2)))
    table.id.append(dataset.names.audits.code(for: "A\(table.count)"))
    table.child.append(code(child, &dataset.names.children))
    table.service.append(code(service, &dataset.names.services))
    table.team.append(code(team, &dataset.names.teams))
    table.levelOfNeed.append(code(level, &dataset.names.levelsOfNeed))
    table.auditor.append(code(auditor, &dataset.names.people))
    table.auditorTeam.append(code(auditorTeam, &dataset.names.teams))
    table.familyFeedbackObtained.append(familyFeedback)
    table.familyFeedbackSought.append(sought)
    table.identityConsidered.append(identity)
    table.auditType.append(code(type, &dataset.names.auditTypes))
    table.selection.append(selection)
    for column in Self.datesByName { table[keyPath: column].append(day(dates[column])) }
    table.submitted.append(day(submitted))
    table.completed.append(day(completed))
    table.previousAudit.append(code(previous, &dataset.names.audits))
    table.initialOverall.append(rank(initial))
    table.overall.append(rank(grade))
    table.moderated.append(rank(moderated))
    table.moderationDate.append(day(moderationDate))
    table.panel.append(rank(panel))
    table.panelDate.append(day(panelDate))
    for (position, _) in framework.domains.enumerated() {
      let grades = position < domains.count ? domains[position] : Grades()
      table.domains[position].initial.append(rank(grades.initial))
      table.domains[position].audited.append(rank(grades.audited))
      table.domains[position].moderated.append(rank(grades.moderated))
      table.domains[position].panel.append(rank(grades.panel))
    }
    table.disputeResult.append(code(disputeResult, &dataset.names.words))
    table.immediateConcern.append(concern)
    table.concernNotified.append(day(notified))
    dataset.audits = table
  }

  /// The columns of days that `dates` can fill.
  private static var datesByName: [WritableKeyPath<AuditTable, DateColumn>] {
    [
      \.allocated, \.due, \.qualityAssured, \.revised, \.reportSent, \.findingsDiscussed, \.managerSatisfied,
      \.qaReview, \.practitionerConversation, \.disputeRaised, \.disputeMet, \.disputeFormal,
      \.disputeResponse, \.disputeResolved,
    ]
  }

  mutating func dip(
    _ date: String, child: String? = nil, service: String? = "Early Help", standard: String? = "Seen alone",
    sample: String? = nil, team: String? = nil, level: String? = nil, identity: Answer? = nil,
    _ response: Answer?
  ) {
    var table = dataset.dipSamples ?? DipSampleTable()
    table.origin.append(Origin(file: 0, line: UInt32(table.count + 2)))
    table.date.append(day(date))
    table.child.append(code(child, &dataset.names.children))
    table.service.append(code(service, &dataset.names.services))
    table.id.append(code(sample, &dataset.names.records))
    table.reviewer.append(nil)
    table.team.append(code(team, &dataset.names.teams))
    table.levelOfNeed.append(code(level, &dataset.names.levelsOfNeed))
    table.standard.append(code(standard, &dataset.names.standards))
    table.response.append(response)
    table.identityConsidered.append(identity)
    dataset.dipSamples = table
  }

  mutating func complaint(
    _ reference: String, stage: UInt8? = 1, received: String, requested: String? = nil,
    started: String? = nil,
    responded: String? = nil, service: String? = "Early Help", complex: Answer? = nil,
    advocate: Answer? = nil,
    extendedTo: String? = nil, outcome: ComplaintTable.Outcome? = nil, category: String? = nil,
    procedure: ComplaintTable.Procedure? = .statutory, type: ComplaintTable.ContactType? = .complaint,
    due: String? = nil, learning: String = "", action: String? = nil, madeBy: String? = nil
  ) {
    var table = dataset.complaints ?? ComplaintTable()
    table.origin.append(Origin(file: 0, line: UInt32(table.count + 2)))
    table.reference.append(code(reference, &dataset.names.complaints))
    table.procedure.append(procedure)
    table.type.append(type)
    table.received.append(day(received))
    table.stage.append(stage.flatMap(ComplaintTable.Stage.init))
    table.stageRequested.append(day(requested))
    table.stageStarted.append(day(started))
    table.complex.append(complex)
    table.madeBy.append(code(madeBy, &dataset.names.words))
    table.advocate.append(advocate)
    table.extendedTo.append(day(extendedTo))
    table.responded.append(day(responded))
    table.service.append(code(service, &dataset.names.services))
    table.category.append(code(category, &dataset.names.complaintCategories))
    table.outcome.append(outcome)
    table.due.append(day(due))
    let text = dataset.text.append(Array(learning.utf8))
    table.learning.append(at: text.at, length: text.length)
    table.action.append(code(action, &dataset.names.actions))
    dataset.complaints = table
  }

  mutating func performance(
    _ indicator: Int, from first: String, to last: String, service: String? = nil, team: String? = nil,
    _ numerator: Double? = nil, of denominator: Double? = nil, value: Double? = nil,
    neighbours: Double? = nil, england: Double? = nil
  ) {
    var table = dataset.performance ?? PerformanceTable()
    table.origin.append(Origin(file: 0, line: UInt32(table.count + 2)))
    table.indicator.append(UInt16(indicator))
    table.first.append(day(first))
    table.last.append(day(last))
    table.service.append(code(service, &dataset.names.services))
    table.team.append(code(team, &dataset.names.teams))
    table.numerator.append(numerator)
    table.denominator.append(denominator)
    table.value.append(value)
    table.statisticalNeighbours.append(neighbours)
    table.england.append(england)
    dataset.performance = table
  }

  /// A figure published of others, and how many neighbours there are.
  mutating func others(
    _ indicator: Int, _ first: String, _ last: String, _ area: BenchmarkTable.Area, _ name: String,
    value: Double?, neighbours: Int = 0
  ) {
    var table = dataset.benchmarks ?? BenchmarkTable()
    table.origin.append(Origin(file: 0, line: UInt32(table.count + 2)))
    table.indicator.append(UInt16(indicator))
    table.first.append(day(first))
    table.last.append(day(last))
    table.area.append(area)
    table.name.append(code(name, &dataset.names.words))
    table.numerator.append(nil)
    table.denominator.append(nil)
    table.value.append(value)
    table.neighbours = max(table.neighbours, neighbours)
    if area == .region { table.region = name }
    dataset.benchmarks = table
  }

  mutating func feedback(
    _ date: String?, service: String? = "Early Help", question: String? = "Listened to", rating: UInt8?,
    source: String? = nil, id: String? = nil, says comment: String = "", channel: String? = nil,
    invited: Double? = nil
  ) {
    var table = dataset.feedback ?? FeedbackTable()
    table.id.append(code(id, &dataset.names.records))
    let (at, length) = dataset.text.append(comment.utf8)
    table.comment.append(at: at, length: length)
    table.origin.append(Origin(file: 0, line: UInt32(table.count + 2)))
    table.date.append(day(date))
    table.service.append(code(service, &dataset.names.services))
    table.source.append(code(source, &dataset.names.feedbackSources))
    table.channel.append(code(channel, &dataset.names.words))
    table.invited.append(invited)
    table.question.append(code(question, &dataset.names.questions))
    table.rating.append(rating.flatMap(FeedbackTable.RatingRank.init))
    dataset.feedback = table
  }

  mutating func action(
    raised: String?, due: String?, completed: String? = nil, service: String? = "Early Help",
    measure: String? = nil, decision: String? = nil, decided: String? = nil, onRisk: Answer? = nil
  ) {
    var table = dataset.actions ?? ActionTable()
    table.origin.append(Origin(file: 0, line: UInt32(table.count + 2)))
    table.id.append(dataset.names.actions.code(for: "ACT\(table.count)"))
    table.raised.append(day(raised))
    table.due.append(day(due))
    table.completed.append(day(completed))
    table.service.append(code(service, &dataset.names.services))
    table.owner.append(nil)
    table.theme.append(nil)
    table.measure.append(code(measure, &dataset.names.words))
    table.panelDecision.append(code(decision, &dataset.names.words))
    table.decided.append(day(decided))
    table.riskRegister.append(onRisk)
    dataset.actions = table
  }

  mutating func open(
    _ child: String?, from opened: String?, to closed: String? = nil, service: String? = "Early Help",
    team: String? = nil, level: String? = nil, age: Double? = nil, sex: String? = nil,
    ethnicity: String? = nil, disability: String? = nil, worker: String? = nil
  ) {
    var table = dataset.caseload ?? CaseloadTable()
    table.origin.append(Origin(file: 0, line: UInt32(table.count + 2)))
    table.child.append(code(child, &dataset.names.children))
    table.service.append(code(service, &dataset.names.services))
    table.team.append(code(team, &dataset.names.teams))
    table.levelOfNeed.append(code(level, &dataset.names.levelsOfNeed))
    table.worker.append(code(worker, &dataset.names.people))
    table.opened.append(day(opened))
    table.closed.append(day(closed))
    table.age.append(age)
    table.sex.append(code(sex, &dataset.names.words))
    table.ethnicity.append(code(ethnicity, &dataset.names.words))
    table.disability.append(code(disability, &dataset.names.words))
    dataset.caseload = table
  }

  mutating func observation(
    _ date: String?, service: String? = "Early Help", worker: String? = nil, observerRole: String? = nil,
    identity: Answer? = nil
  ) {
    var table = dataset.observations ?? ObservationTable()
    table.origin.append(Origin(file: 0, line: UInt32(table.count + 2)))
    table.date.append(day(date))
    table.service.append(code(service, &dataset.names.services))
    table.worker.append(code(worker, &dataset.names.people))
    table.observer.append(nil)
    table.observerRole.append(code(observerRole, &dataset.names.words))
    table.identityConsidered.append(identity)
    dataset.observations = table
  }

  mutating func supervisionAudit(
    _ date: String?, service: String? = "Early Help", supervisor: String? = nil, identity: Answer? = nil
  ) {
    var table = dataset.supervisionAudits ?? SupervisionAuditTable()
    table.origin.append(Origin(file: 0, line: UInt32(table.count + 2)))
    table.date.append(day(date))
    table.service.append(code(service, &dataset.names.services))
    table.supervisor.append(code(supervisor, &dataset.names.people))
    table.identityConsidered.append(identity)
    dataset.supervisionAudits = table
  }

  mutating func activity(
    _ date: String, _ activity: String, service: String? = "Early Help", lead: String? = nil,
    events: Double? = nil, participants: Double? = nil, invited: Double? = nil
  ) {
    var table = dataset.activity ?? ActivityTable()
    table.origin.append(Origin(file: 0, line: UInt32(table.count + 2)))
    table.date.append(day(date))
    table.service.append(code(service, &dataset.names.services))
    table.activity.append(code(activity, &dataset.names.activities))
    table.lead.append(code(lead, &dataset.names.people))
    table.events.append(events)
    table.participants.append(participants)
    table.invited.append(invited)
    dataset.activity = table
  }

  /// A record of one of the framework's registers, with what each of its columns says.
  mutating func register(_ name: String, _ date: String, service: String?, _ values: [String?]) {
    var table = dataset.registers[name] ?? RegisterTable(columns: values.count)
    table.origin.append(Origin(file: 0, line: UInt32(table.count + 2)))
    table.id.append(nil)
    table.date.append(day(date))
    table.service.append(code(service, &dataset.names.services))
    for (column, value) in values.enumerated() {
      table.values[column].append(code(value, &dataset.names.registerValues))
    }
    dataset.registers[name] = table
  }

  mutating func staff(
    _ worker: String?, role: String?, started: String?, left: String? = nil, service: String? = "Early Help",
    team: String? = nil
  ) {
    var table = dataset.staff ?? StaffTable()
    table.origin.append(Origin(file: 0, line: UInt32(table.count + 2)))
    table.worker.append(code(worker, &dataset.names.people))
    table.role.append(code(role, &dataset.names.words))
    table.team.append(code(team, &dataset.names.teams))
    table.service.append(code(service, &dataset.names.services))
    table.started.append(day(started))
    table.left.append(day(left))
    dataset.staff = table
  }

  func maker(
    _ period: String = "2025-26-Q3", asAt: String = "2025-12-31", periodsBefore: Int = 1,
    rules: ThemeRules? = nil
  ) -> FigureMaker {
    guard let period = Period(parsing: period), let asAt = CalendarDate(iso: asAt) else {
      preconditionFailure("a test's period")
    }
    return FigureMaker(
      dataset: dataset, framework: framework,
      request: AnalysisRequest(period: period, asAt: asAt, periodsBefore: periodsBefore),
      comments: rules.map { CommentReadings(of: dataset, by: $0, asAt: asAt) })
  }

  private func code(_ name: String?, _ names: inout NameTable) -> UInt32? { name.map { names.code(for: $0) } }

  private func day(_ text: String?) -> CalendarDate? {
    guard let text else { return nil }
    guard let date = CalendarDate(iso: text) else { preconditionFailure("\(text) is no day") }
    return date
  }

  /// By its first letter: O, G, R, I.
  private func rank(_ grade: String?) -> Grade? {
    guard let grade else { return nil }
    guard let rank = ["O", "G", "R", "I"].firstIndex(of: grade) else {
      preconditionFailure("\(grade) is no grade")
    }
    return Grade(rank: UInt8(rank))
  }
}

extension CodeColumn {
  mutating func append(_ code: UInt32?) {
    if let code { append(code) } else { append(missing: .blank) }
  }
}

extension DateColumn {
  mutating func append(_ date: CalendarDate?) {
    if let date { append(date) } else { append(missing: .blank) }
  }
}

extension ByteColumn {
  mutating func append(_ value: Value?) {
    if let value { append(value) } else { append(missing: .blank) }
  }
}

extension NumberColumn {
  mutating func append(_ number: Double?) {
    if let number { append(number) } else { append(missing: .blank) }
  }
}

extension FigureSet {
  /// What became of a figure, places by their names: `outcome(.auditsGrade, first: (.grade, "Good"))`.
  func outcome(
    _ measure: MeasureID, service: String? = nil, first: (Axis, String)? = nil, second: (Axis, String)? = nil,
    team: String? = nil, period: UInt16 = 0
  ) -> Outcome? {
    key(measure, service: service, first: first, second: second, team: team, period: period)
      .flatMap { self[$0]?.outcome }
  }

  func key(
    _ measure: MeasureID, service: String? = nil, first: (Axis, String)? = nil, second: (Axis, String)? = nil,
    team: String? = nil, period: UInt16 = 0
  ) -> FigureKey? {
    var key = FigureKey(measure, period: period)
    if let service {
      guard let code = names.services.firstIndex(of: service) else { return nil }
      key.service = UInt32(code)
    }
    if let team {
      guard let code = names.teams.firstIndex(of: team) else { return nil }
      key.team = UInt32(code)
    }
    if let first {
      guard let place = names.place(first.0, first.1) else { return nil }
      key.first = place
    }
    if let second {
      guard let place = names.place(second.0, second.1) else { return nil }
      key.second = place
    }
    return key
  }
}
