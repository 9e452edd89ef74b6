public import QAModel

/// Children drawn for an audit or a dip sample, who audits each, and the account of everybody else.
public struct Sample {
  /// A child that was drawn.
  struct Place {
    /// Row of the caseload.
    let row: Int
    /// `nil`: drawn at random.
    let followUp: FollowUp?
    /// Row of the staff.
    let auditor: Int
  }

  let request: SampleRequest
  let frame: SampleFrame
  let framework: Framework
  let scope: SampleScope
  let eligibility: SampleEligibility
  /// By the auditor's name, then the child's id.
  let places: [Place]
  /// Everybody who could be given a child, as rows of the staff, by name.
  let auditors: [Int]
  let otherTeam: Bool
  /// By when.
  public let due: CalendarDate
  /// Why so many, and why then.
  let sizeBecause: String
  let dueBecause: String

  /// Its caseload is what was drawn from.
  var dataset: Dataset { frame.dataset }

  /// How a place not drawn for an earlier grade is selected: as the audit type says, so that what is drawn of a quota
  /// is not taken for representative.
  var selection: Selection {
    if case .audit(let type) = request.kind { type.selection ?? .random } else { .random }
  }

  /// Draws. The same dataset, framework and request give the same sample.
  ///
  /// - Throws: `SampleError` where nothing can be drawn that keeps to the rules.
  public init(dataset supplied: Dataset, framework: Framework, request: SampleRequest) throws(SampleError) {
    let frame = try SampleFrame(supplied, framework, request)
    let dataset = frame.dataset
    let caseload = dataset.caseload ?? CaseloadTable()
    let plan = SamplePlan(request.kind, framework)
    var request = request
    if request.services.isEmpty {
      request.services =
        request.kind.services.isEmpty ? plan.service.map { [$0] } ?? [] : request.kind.services
    }
    // A register tells its records apart by service and by what it is counted by, and by nothing else.
    if frame.register != nil { request.strata.removeAll { $0 != .service && $0 != .levelOfNeed } }
    self.request = request
    self.frame = frame
    self.framework = framework
    otherTeam = request.otherTeam || request.kind.isByAnotherTeam
    scope = try SampleScope(
      dataset, services: request.services, teams: request.teams, levels: request.levelsOfNeed)
    eligibility = SampleEligibility(frame, framework, request, scope: scope)
    auditors = try Self.auditors(dataset, plan, request, otherTeam: otherTeam)
    let size = try Self.size(plan, request, auditors: auditors.count)
    sizeBecause = size.because
    let calendar = WorkingCalendar.englandAndWales(more: framework.moreHolidays)
    if let due = request.due {
      (self.due, dueBecause) = (due, "as asked")
    } else if let due = plan.due(from: request.day, calendar: calendar) {
      (self.due, dueBecause) = due
    } else {
      throw SampleError(
        "the framework does not say by when \u{201C}\(request.kind.name)\u{201D} is to be done: say it, as --due \(request.day.adding(days: 14).iso)"
      )
    }
    guard eligibility.rows.count >= size.count else {
      throw Self.tooFew(eligibility, size.count, request, frame)
    }
    let candidates = Self.candidates(
      of: eligibility.rows, dataset, auditors, scope: scope, otherTeam: otherTeam)
    try Self.checkAuditors(eligibility.rows, candidates, dataset)
    var numbers = SeededNumbers(seed: request.seed)
    let drawn = Self.draw(size.count, eligibility, dataset, request, using: &numbers)
    let allocated = AuditorAllocation.allocate(
      drawn.map { candidates[$0] }, among: auditors.count, using: &numbers)
    let rows = eligibility.rows
    places = zip(drawn, allocated).map { [auditors, eligibility] at, auditor in
      Place(row: rows[at], followUp: eligibility.followUps[rows[at]], auditor: auditors[auditor])
    }.map { place in
      (
        place,
        [
          dataset.staff?.worker[place.auditor].map { dataset.names.people.name($0) },
          caseload.child[place.row]
            .map { dataset.names.children.name($0) },
        ].map { $0 ?? "" }
      )
    }.sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
  }

  // MARK: How many, and from whom

  private static func size(_ plan: SamplePlan, _ request: SampleRequest, auditors: Int) throws(SampleError)
    -> (count: Int, because: String)
  {
    if let size = request.size { return (size, "as asked") }
    let name = request.kind.name
    if plan.isReplaced(on: request.day) {
      throw SampleError(
        "a Practice Week takes the place of \u{201C}\(name)\u{201D} in this month: nothing is due. To draw all the same, say how many with --size"
      )
    }
    guard let size = plan.size(auditors: auditors, services: request.services), size.count > 0 else {
      throw SampleError(
        "the framework's plan does not say how many children \u{201C}\(name)\u{201D} takes: say it, as --size 10"
      )
    }
    return size
  }

  private static func tooFew(
    _ eligibility: SampleEligibility, _ size: Int, _ request: SampleRequest, _ frame: SampleFrame
  ) -> SampleError {
    let wording = SampleWording(request, frame)
    let reasons = SampleExclusion.allCases.compactMap { reason in
      eligibility.excluded[reason].map { "\(Rounding.count($0)) \(wording.left(reason))" }
    }
    let rest = reasons.isEmpty ? "" : " (left out: \(reasons.joined(separator: "; ")))"
    return SampleError(
      "\(Rounding.count(eligibility.rows.count)) \(eligibility.rows.count == 1 ? wording.one : wording.many) can be drawn and \(Rounding.count(size)) are wanted\(rest): ask for fewer with --size, or loosen a rule with --open-for or --not-again"
    )
  }

  // MARK: Auditors

  /// Those of the staff at work on the day who have a role or a team that audits, by name.
  private static func auditors(
    _ dataset: Dataset, _ plan: SamplePlan, _ request: SampleRequest, otherTeam: Bool
  ) throws(SampleError) -> [Int] {
    guard let staff = dataset.staff, staff.count > 0 else {
      throw SampleError(
        "there is no list of staff to allocate from: put an export with each worker's role and team into the exports folder"
      )
    }
    let names = dataset.names
    let wanted =
      request.auditorRoles.isEmpty ? plan.auditors : (roles: request.auditorRoles, teams: [])
    let name = request.kind.name
    guard !wanted.roles.isEmpty || !wanted.teams.isEmpty else {
      throw SampleError(
        "the framework's plan does not say who audits \u{201C}\(name)\u{201D}: say which roles do, as --auditor-role \"Team Manager\" (roles of the staff list: \(roles(staff, names)))"
      )
    }
    let (roles, teams) = (Set(wanted.roles.map(Spelling.folded)), Set(wanted.teams.map(Spelling.folded)))
    let found = (0..<staff.count).filter { row in
      let isRole = staff.role[row].map { roles.contains(Spelling.folded(names.words.name($0))) } ?? false
      let isTeam = staff.team[row].map { teams.contains(Spelling.folded(names.teams.name($0))) } ?? false
      return (isRole || isTeam) && staff.worker[row] != nil
        && (staff.started[row].map { $0 <= request.day } ?? true)
        && (staff.left[row].map { $0 > request.day } ?? true)
    }
    guard !found.isEmpty else {
      throw SampleError(
        "nobody on the staff list is \((wanted.roles + wanted.teams).joined(separator: " or ")) on \(request.day.long): say which roles audit, as --auditor-role \"Team Manager\" (roles of the staff list: \(Self.roles(staff, names)))"
      )
    }
    // Who has no team recorded cannot be shown to be of another.
    let usable = otherTeam ? found.filter { staff.team[$0] != nil } : found
    guard !usable.isEmpty else {
      throw SampleError(
        "the auditor is to be of another team than the child's, and the staff list gives no team for any of the \(found.count) who audit: add their teams to it"
      )
    }
    return usable.map { ($0, staff.worker[$0].map { names.people.name($0) } ?? "") }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  private static func roles(_ staff: StaffTable, _ names: Dataset.Names) -> String {
    Set((0..<staff.count).compactMap { staff.role[$0] }).map { names.words.name($0) }.sorted()
      .joined(separator: ", ")
  }

  /// For each child the auditors it may go to: nobody who works with it and, where the framework says so, nobody of its
  /// team or its worker's.
  private static func candidates(
    of rows: [Int], _ dataset: Dataset, _ auditors: [Int], scope: SampleScope, otherTeam: Bool
  ) -> [[Int]] {
    let (caseload, staff) = (dataset.caseload ?? CaseloadTable(), dataset.staff ?? StaffTable())
    return rows.map { row in
      let teams = scope.teams(caseload, row)
      return auditors.indices.filter { position in
        let auditor = auditors[position]
        if let worker = caseload.worker[row], staff.worker[auditor] == worker { return false }
        return !otherTeam || staff.team[auditor].map { !teams.contains($0) } ?? false
      }
    }
  }

  /// Refused before anything is drawn: who is drawn must not depend on who could audit.
  private static func checkAuditors(_ rows: [Int], _ candidates: [[Int]], _ dataset: Dataset)
    throws(SampleError)
  {
    let stranded = rows.indices.filter { candidates[$0].isEmpty }
    guard !stranded.isEmpty else { return }
    let teams = Set(
      stranded.map { at in
        dataset.caseload?.team[rows[at]].map { dataset.names.teams.name($0) } ?? "no team recorded"
      })
    throw SampleError(
      "for \(Rounding.count(stranded.count)) of the children that could be drawn there is no auditor of another team (\(teams.sorted().joined(separator: ", "))): let more roles audit with --auditor-role, or draw from other teams with --team"
    )
  }

  // MARK: The draw

  /// Positions in `eligibility.rows`: first those whose last audit is followed up, each kind a stratum of its own, then
  /// the rest at random. Children of such a stratum are drawn in no other, so that in each all are equally likely.
  private static func draw(
    _ size: Int, _ eligibility: SampleEligibility, _ dataset: Dataset, _ request: SampleRequest,
    using numbers: inout SeededNumbers
  ) -> [Int] {
    let rows = eligibility.rows
    let others = rows.indices.filter { eligibility.followUps[rows[$0]] == nil }
    var left = size
    var drawn: [Int] = []
    for kind in FollowUp.allCases {
      let pool = rows.indices.filter { eligibility.followUps[rows[$0]] == kind }
      let wanted = kind == .inadequate ? request.kind.earlier.inadequate : request.kind.earlier.nearGood
      // More than wanted only where all others are not enough.
      let later = kind == .inadequate ? rows.count - others.count - pool.count : 0
      let taken = min(pool.count, left, max(wanted, left - others.count - later))
      drawn += numbers.shuffled(pool).prefix(taken)
      left -= taken
    }
    let groups = SampleGroups(dataset)
    let keys = others.map { at in request.strata.map { groups.name($0, rows[at]) ?? "" } }
    return drawn + StratifiedDraw.draw(left, from: keys, using: &numbers).map { others[$0] }
  }
}
