import QAModel

/// Why a row of the caseload is not drawn from, in the order in which it is asked: each row has one reason at most, so
/// that rows drawn from and rows left out add up to the caseload.
enum SampleExclusion: Int, CaseIterable {
  case noChild, repeated, noOpeningDate, notOpenYet, closed, outsideScope, ofAnotherKind, ofAnotherTime,
    openTooShort, auditUnderWay, lookedAtBefore, noTeam
}

/// Which children of the caseload a sample is drawn from.
struct SampleEligibility {
  /// Row of the caseload by position, and the key it is drawn by.
  let rows: [Int]
  /// Rows of children open on the day and within what was asked, drawn from or not: what the sample is held against.
  let open: [Int]
  let excluded: [SampleExclusion: Int]
  /// Last audits to be followed up, by row of the caseload.
  let followUps: [Int: FollowUp]

  init(_ frame: SampleFrame, _ framework: Framework, _ request: SampleRequest, scope: SampleScope) {
    let dataset = frame.dataset
    let caseload = dataset.caseload ?? CaseloadTable()
    let history = LookedAtBefore(dataset, framework, request)
    let openMonths = request.openMonths ?? request.kind.openMonths ?? 0
    let otherTeam = request.otherTeam || request.kind.isByAnotherTeam
    var seen: Set<UInt32> = []
    var rows: [Int] = []
    var open: [Int] = []
    var excluded: [SampleExclusion: Int] = [:]
    var followUps: [Int: FollowUp] = [:]
    for row in 0..<caseload.count {
      func reason() -> SampleExclusion? {
        guard let child = caseload.child[row] else { return .noChild }
        guard seen.insert(child).inserted else { return .repeated }
        guard let opened = caseload.opened[row] else { return .noOpeningDate }
        if opened > request.day { return .notOpenYet }
        if let closed = caseload.closed[row], closed <= request.day { return .closed }
        guard scope.contains(caseload, row) else { return .outsideScope }
        if let reason = frame.reason(row) { return reason }
        open.append(row)
        if opened.adding(months: openMonths) > request.day { return .openTooShort }
        if history.underWay.contains(child) { return .auditUnderWay }
        if let followUp = history.followUps[child] {
          followUps[row] = followUp
        } else if history.recent.contains(child) {
          return .lookedAtBefore
        }
        if otherTeam, scope.teams(caseload, row).isEmpty {
          followUps[row] = nil
          return .noTeam
        }
        return nil
      }
      if let reason = reason() { excluded[reason, default: 0] += 1 } else { rows.append(row) }
    }
    // By the child's id, so that the order of an export's rows changes nothing.
    let name = { (row: Int) in caseload.child[row].map { dataset.names.children.name($0) } ?? "" }
    self.rows = rows.map { ($0, name($0)) }.sorted { $0.1.utf8.lexicographicallyPrecedes($1.1.utf8) }.map(\.0)
    self.open = open
    self.excluded = excluded
    self.followUps = followUps
  }
}

/// The services, teams and levels of need that were asked for, and the teams that people work in.
struct SampleScope {
  private let services: Set<UInt32>?
  private let askedTeams: Set<UInt32>?
  private let levels: Set<UInt32>?
  /// By code of person.
  private let teamOfPerson: [UInt32: UInt32]

  init(_ dataset: Dataset, services: [String], teams: [String], levels: [String]) throws(SampleError) {
    let names = dataset.names
    self.services = try Self.codes(services, names.services, "service")
    askedTeams = try Self.codes(teams, names.teams, "team")
    self.levels = try Self.codes(levels, names.levelsOfNeed, "level of need")
    let staff = dataset.staff ?? StaffTable()
    var teamOfPerson: [UInt32: UInt32] = [:]
    for row in 0..<staff.count {
      if let worker = staff.worker[row], let team = staff.team[row] { teamOfPerson[worker] = team }
    }
    self.teamOfPerson = teamOfPerson
  }

  func contains(_ caseload: CaseloadTable, _ row: Int) -> Bool {
    Self.isIn(caseload.service[row], services) && Self.isIn(caseload.team[row], askedTeams)
      && Self.isIn(caseload.levelOfNeed[row], levels)
  }

  /// The child's own team and that of its worker, as far as they are known: mostly the same.
  func teams(_ caseload: CaseloadTable, _ row: Int) -> Set<UInt32> {
    Set([caseload.team[row], workersTeam(caseload, row)].compactMap(\.self))
  }

  func workersTeam(_ caseload: CaseloadTable, _ row: Int) -> UInt32? {
    caseload.worker[row].flatMap { teamOfPerson[$0] }
  }

  private static func isIn(_ code: UInt32?, _ wanted: Set<UInt32>?) -> Bool {
    wanted.map { wanted in code.map(wanted.contains) ?? false } ?? true
  }

  private static func codes(_ wanted: [String], _ names: NameTable, _ what: String) throws(SampleError)
    -> Set<UInt32>?
  {
    guard !wanted.isEmpty else { return nil }
    var codes: Set<UInt32> = []
    for name in wanted {
      let folded = Spelling.folded(name)
      let found = names.names.indices.filter { Spelling.folded(names.names[$0]) == folded }
      guard !found.isEmpty else {
        let near = Spelling.nearest(name, in: names.names)
        throw SampleError(
          "no \(what) is called \u{201C}\(name)\u{201D}: "
            + (near.map { "did you mean \u{201C}\($0)\u{201D}?" }
              ?? "there are \(names.names.sorted().joined(separator: ", "))"))
      }
      codes.formUnion(found.map(UInt32.init))
    }
    return codes
  }
}
