import QAModel

/// The rows of one dataset that a source of the plan counts.
///
/// A role is looked up in the export's own column where it has one (an observer's role, an activity's lead), else
/// among the staff by the person's name.
struct PlanRows: Sendable {
  let source: PlanSource
  /// Whether the datasets it needs are there, and where roles are looked up among the staff, anybody who has one of
  /// them: without, it cannot be told what was done.
  let isCountable: Bool
  let count: Int
  private let date: DateColumn
  private let service: CodeColumn
  /// What each row is one of, where different ones are counted: the child, the sample.
  private let identity: CodeColumn?
  /// Whose practice it is.
  let person: CodeColumn?
  private let events: NumberColumn?
  private let wanted: [Wanted]
  private let familyFeedback: AnswerColumn?
  private let onlyService: UInt32?

  /// A column, and whether each of its codes is one that counts.
  private struct Wanted: Sendable {
    let column: CodeColumn
    let codes: [Bool]

    func has(_ row: Int) -> Bool { column[row].map { codes[Int($0)] } ?? false }
  }

  /// - Parameter service: the code of the only service whose rows count.
  init(_ source: PlanSource, _ dataset: Dataset, service onlyService: UInt32?, staff: PlanStaff) {
    self.source = source
    self.onlyService = onlyService
    let names = dataset.names
    var wanted: [Wanted] = []
    var isKnown = true
    func want(_ spellings: [String], _ column: CodeColumn?, _ table: NameTable) {
      guard !spellings.isEmpty else { return }
      wanted.append(Wanted(column: column ?? CodeColumn(), codes: PlanStaff.fitting(spellings, table)))
    }
    func want(roles: [String], of people: CodeColumn?) {
      guard !roles.isEmpty else { return }
      guard let codes = staff.people(roles: roles) else {
        isKnown = false
        return
      }
      wanted.append(Wanted(column: people ?? CodeColumn(), codes: codes))
    }
    var (date, service): (DateColumn?, CodeColumn?)
    var (identity, person): (CodeColumn?, CodeColumn?)
    var (events, familyFeedback): (NumberColumn?, AnswerColumn?)
    let isSupplied: Bool
    switch source.dataset {
    case .audits:
      let table = dataset.audits
      (isSupplied, date, service) = (table != nil, table?.completed, table?.service)
      if source.counting == .children { identity = table?.child }
      if source.withFamilyFeedback { familyFeedback = table?.familyFeedbackObtained }
      want(source.kinds, table?.auditType, names.auditTypes)
      want(roles: source.roles, of: table?.auditor)
      want(source.teams, table?.auditorTeam, names.teams)
    case .dipSamples:
      let table = dataset.dipSamples
      (isSupplied, date, service) = (table != nil, table?.date, table?.service)
      identity = source.counting == .children ? table?.child : table?.id
      want(roles: source.roles, of: table?.reviewer)
    case .observations:
      let table = dataset.observations
      (isSupplied, date, service, person) = (table != nil, table?.date, table?.service, table?.worker)
      want(source.kinds, table?.nature, names.words)
      if let table, (0..<table.count).contains(where: { table.observerRole[$0] != nil }) {
        want(source.roles, table.observerRole, names.words)
      } else {
        want(roles: source.roles, of: table?.observer)
      }
    case .supervisionAudits:
      let table = dataset.supervisionAudits
      (isSupplied, date, service, person) = (table != nil, table?.date, table?.service, table?.supervisor)
      want(roles: source.roles, of: table?.reviewer)
    case .feedback:
      let table = dataset.feedback
      (isSupplied, date, service) = (table != nil, table?.date, table?.service)
      want(source.kinds, table?.source, names.feedbackSources)
    case .activity:
      let table = dataset.activity
      (isSupplied, date, service, events) = (table != nil, table?.date, table?.service, table?.events)
      want(source.kinds, table?.activity, names.activities)
      want(source.roles, table?.lead, names.people)
    case .register(let name):
      let table = dataset.registers[name]
      (isSupplied, date, service) = (table != nil, table?.date, table?.service)
    case .complaints, .performance, .actions, .caseload, .staff, .neighbours:
      isSupplied = false
    }
    want(roles: source.subjectRoles, of: person)
    isCountable = isSupplied && isKnown
    self.date = date ?? DateColumn()
    self.service = service ?? CodeColumn()
    count = self.date.count
    self.identity = identity
    self.person = person
    self.events = events
    self.wanted = wanted
    self.familyFeedback = familyFeedback
  }

  /// The day of a row that counts, or `nil`.
  func day(_ row: Int) -> CalendarDate? {
    guard let day = date[row], wanted.allSatisfy({ $0.has(row) }) else { return nil }
    if let onlyService, service[row] != onlyService { return nil }
    if let familyFeedback, familyFeedback[row] != .yes { return nil }
    return day
  }

  func service(_ row: Int) -> UInt32? { service[row] }

  /// What the row is one of, where different ones are counted. `nil` where it cannot be told: it does not count.
  func identity(_ row: Int) -> UInt32? { identity?[row] }
  var countsDifferent: Bool { identity != nil }

  /// How many events a row stands for: as it says, else one.
  func events(_ row: Int) -> Int {
    guard let events, let number = events[row], number >= 0, number <= 1_000_000 else { return 1 }
    return Int(number)
  }
}

/// The staff by role, and who of them was in post for the year before a day.
struct PlanStaff: Sendable {
  let isSupplied: Bool
  private let table: StaffTable
  private let words: NameTable
  private let peopleCount: Int

  init(_ dataset: Dataset) {
    isSupplied = dataset.staff != nil
    table = dataset.staff ?? StaffTable()
    words = dataset.names.words
    peopleCount = dataset.names.people.count
  }

  /// Whether each of a table's names is one of these, compared by letters and digits.
  static func fitting(_ spellings: [String], _ table: NameTable) -> [Bool] {
    let folded = Set(spellings.map(Spelling.folded))
    return table.names.map { folded.contains(Spelling.folded($0)) }
  }

  /// Whether each person has one of the roles; `nil` where nobody among the staff has, or there is no staff list.
  func people(roles: [String]) -> [Bool]? {
    let fits = Self.fitting(roles, words)
    var people = [Bool](repeating: false, count: peopleCount)
    for row in 0..<table.count {
      if let worker = table.worker[row], let role = table.role[row], fits[Int(role)] {
        people[Int(worker)] = true
      }
    }
    return people.contains(true) ? people : nil
  }

  /// The rows of staff with one of the roles in post for the whole of the 12 months up to a day: started at least 12
  /// months before, or on no day the export gives, and not left by it.
  func rows(roles: [String], service: UInt32?, inPostUpTo day: CalendarDate) -> [Int] {
    let fits = Self.fitting(roles, words)
    let latestStart = day.adding(months: -12)
    var seen: Set<UInt32> = []
    return (0..<table.count).filter { row in
      guard let worker = table.worker[row], let role = table.role[row], fits[Int(role)],
        service == nil || table.service[row] == service
      else { return false }
      return table.started[row].map { $0 <= latestStart } ?? true
        && table.left[row].map { $0 > day } ?? true && seen.insert(worker).inserted
    }
  }

  func worker(_ row: Int) -> UInt32? { table.worker[row] }
}
