import QAModel
import Testing

@testable import Analysis

@Suite("Samples")
struct SampleTests {
  @Test("The same seed gives the same list, whatever the order of the exports' rows; another gives another")
  func repeatable() throws {
    let authority = SampledAuthority()
    let first = try authority.sample(seed: 7)
    var turned = SampledAuthority()
    let caseload = turned.records.dataset.caseload!
    turned.records.dataset.caseload = Self.reversed(caseload)
    let second = try turned.sample(seed: 7)
    #expect(first.children == second.children)
    #expect(first.auditorNames == second.auditorNames)
    #expect(try authority.sample(seed: 8).children != first.children)
  }

  private static func reversed(_ table: CaseloadTable) -> CaseloadTable {
    var table = table
    let rows = Array((0..<table.count).reversed())
    table.origin.reverse()
    table.child.keep(rows)
    table.service.keep(rows)
    table.team.keep(rows)
    table.worker.keep(rows)
    table.levelOfNeed.keep(rows)
    table.opened.keep(rows)
    table.closed.keep(rows)
    table.age.keep(rows)
    return table
  }

  @Test("Each row of the caseload is drawn from, or left out for one reason")
  func account() throws {
    let sample = try SampledAuthority().sample()
    let left = sample.eligibility.excluded
    #expect(
      left == [
        .closed: 1, .openTooShort: 1, .notOpenYet: 1, .noOpeningDate: 1, .noTeam: 1, .lookedAtBefore: 1,
        .auditUnderWay: 1, .noChild: 1,
      ])
    #expect(sample.eligibility.rows.count == 64)
    #expect(left.values.reduce(0, +) + 64 == sample.dataset.caseload?.count)
    let table = try #require(sample.document.tables.first { $0.id == "left-out" })
    #expect(table.rows.last?[1].value == .count(72))
    #expect(
      table.rows.map { $0[0].value.shown }.contains("Left out: open for less than 6 months"))
  }

  @Test("Children of other services, teams and levels are left out where some are asked for")
  func scope() throws {
    let authority = SampledAuthority()
    var request = authority.request()
    request.teams = ["west"]
    let sample = try authority.sample(request)
    #expect(sample.children.allSatisfy { $0.hasPrefix("West") })
    #expect(sample.eligibility.rows.count == 30)
    request.teams = ["Wist"]
    let error = #expect(throws: SampleError.self) { try authority.sample(request) }
    #expect(error?.description.contains("did you mean \u{201C}West\u{201D}") == true)
  }

  @Test("How long before a child may have been looked at is as asked")
  func notAgain() throws {
    let authority = SampledAuthority()
    var request = authority.request()
    request.notAgainMonths = 11
    #expect(try authority.sample(request).eligibility.excluded[.lookedAtBefore] == nil)
    request.notAgainMonths = 13
    #expect(try authority.sample(request).eligibility.excluded[.lookedAtBefore] == 2)
    request.kind = .dipSample
    #expect(try authority.sample(request).eligibility.excluded[.lookedAtBefore] == nil)
  }

  @Test(
    "No auditor is of the child's team or its worker's, or works with it; all have as many", arguments: 0..<40
  )
  func auditors(seed: UInt64) throws {
    let authority = SampledAuthority()
    let sample = try authority.sample(seed: seed)
    let teams = ["Ann": "North", "Bob": "South", "Cat": "South", "Dan": "Hub"]
    for (child, auditor) in zip(sample.children, sample.auditorNames) {
      let team = try #require(teams[auditor])
      #expect(!child.hasPrefix(team))
    }
    let loads = Dictionary(grouping: sample.auditorNames, by: \.self).mapValues(\.count)
    // Ten children among four: three, three, two, two.
    #expect(loads.values.sorted() == [2, 2, 3, 3])
  }

  @Test("A worker never audits a child of her own")
  func ownChild() throws {
    var authority = SampledAuthority()
    authority.records.framework.auditTypes[0].isByAnotherTeam = false
    var request = authority.request()
    request.auditorRoles = ["Team Manager", "Practitioner"]
    for seed in 0..<20 {
      request.seed = UInt64(seed)
      let sample = try authority.sample(request)
      #expect(
        !zip(sample.children, sample.auditorNames).contains { $0.hasPrefix("North") && $1 == "Worker North" })
      #expect(sample.auditorNames.contains("Worker North"))
    }
  }

  @Test("Rules that leave nobody are refused, and what to do is said")
  func refusals() throws {
    let authority = SampledAuthority()
    func refusal(_ change: (inout SampleRequest) -> Void) throws -> String {
      var request = authority.request()
      change(&request)
      return try #require(#expect(throws: SampleError.self) { try authority.sample(request) }).description
    }
    #expect(
      try refusal { $0.size = 65 }.hasPrefix(
        "64 children can be drawn and 65 are wanted (left out: 1 without an id that can be read; "))
    #expect(try refusal { $0.size = nil }.contains("does not say how many"))
    #expect(try refusal { $0.due = nil }.contains("does not say by when"))
    #expect(try refusal { $0.auditorRoles = [] }.contains("does not say who audits"))
    #expect(try refusal { $0.auditorRoles = ["Director"] }.contains("nobody on the staff list is Director"))
    // Only the worker of North audits: of North nobody else is left.
    #expect(
      try refusal { $0.auditorRoles = ["Practitioner"] }.hasPrefix(
        "for 20 of the children that could be drawn there is no auditor of another team (North)"))
    var empty = SampledAuthority()
    empty.records.dataset.caseload = nil
    #expect(throws: SampleError.self) { try empty.sample() }
    empty = SampledAuthority()
    empty.records.dataset.staff = nil
    #expect(throws: SampleError.self) { try empty.sample() }
  }

  @Test("Earlier inadequate and near-good children are taken on purpose, as many as the framework says")
  func followUps() throws {
    var authority = SampledAuthority()
    authority.records.framework.auditTypes[0].earlier = EarlierGrades(inadequate: 1, nearGood: 2)
    let west = authority.eligible[4]
    // One graded inadequate, then good: its last audit counts. Two near good, one not: both domains below.
    authority.records.audit("2025-06-01", child: west[0], grade: "I")
    authority.records.audit("2025-08-01", child: west[0], grade: "G")
    for (child, domains) in [(west[1], ["G", "R"]), (west[2], ["O", "G"]), (west[3], ["R", "R"])] {
      authority.records.audit(
        "2025-08-01", child: child, grade: "R", domains: domains.map { Records.Grades(audited: $0) })
    }
    let sample = try authority.sample()
    let onPurpose = zip(sample.places, sample.children).filter { $0.0.followUp != nil }
    #expect(Set(onPurpose.map(\.1)) == [authority.eligible[0][0], west[1], west[2]])
    #expect(sample.children.count == 10)
    #expect(!sample.children.contains(west[0]) && !sample.children.contains(west[3]))
    let list = try #require(sample.document.tables.first { $0.id == "allocation" })
    #expect(list.rows.count { $0[8].value == .text("quota") } == 3)
    #expect(list.rows.count { $0[9].value == .text("last audit near Good") } == 2)
  }

  @Test("Where all others are not enough, more are followed up")
  func moreFollowUps() throws {
    var authority = SampledAuthority()
    authority.records.framework.auditTypes[0].earlier = EarlierGrades(inadequate: 1)
    for child in authority.eligible[4].prefix(28) {
      authority.records.audit("2025-06-01", child: child, grade: "I")
    }
    var request = authority.request()
    request.teams = ["West"]
    request.size = 7
    let sample = try authority.sample(request)
    #expect(sample.children.count == 7)
    #expect(sample.places.count { $0.followUp == nil } == 2)
  }

  @Test("The sample is held against the caseload group by group; few are not compared")
  func fairness() throws {
    let fairness = SampleAgainstCaseload(try SampledAuthority().sample())
    let teams = fairness.groups.filter { $0.axis == .team }
    #expect(teams.map(\.name) == ["North", "South", "West"])
    // With those left out who were open on the day: the new one, the audited and the one under way.
    #expect(teams.map(\.open) == [23, 14, 30])
    #expect(teams.map(\.eligible) == [20, 14, 30])
    #expect(teams.reduce(0) { $0 + $1.random } == 10)
    #expect(teams.allSatisfy { $0.finding == .same })
    let level = fairness.groups.filter { $0.axis == .levelOfNeed }
    #expect(level.map(\.open) == [12 + 10 + 4, 42])
    var small = SampledAuthority()
    small.records.open("alone", from: "2025-01-10", team: "East", level: "Level 2")
    let east = SampleAgainstCaseload(try small.sample()).groups.first { $0.name == "East" }
    #expect(east?.open == 1)
    #expect(east?.finding == nil)
  }

  @Test("A sample that is not like the caseload is said to be so")
  func unlike() throws {
    var authority = SampledAuthority()
    // As many again that were all audited last month.
    for number in 1...200 {
      authority.records.open("E\(number)", from: "2025-01-10", team: "East", level: "Level 2")
      authority.records.audit("2025-12-01", child: "E\(number)", grade: "G")
    }
    var request = authority.request()
    request.size = 30
    let fairness = SampleAgainstCaseload(try authority.sample(request))
    #expect(fairness.groups.first { $0.name == "East" }?.finding == .fewer)
    #expect(fairness.sentence.plainText.contains("East (team)"))
  }
}
