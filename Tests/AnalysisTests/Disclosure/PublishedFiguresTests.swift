import Analysis
import QAModel
import Testing

/// The closed list, and what is withheld of it.
@Suite struct PublishedFiguresTests {
  private func disclose(_ records: Records, _ audience: Audience = .public) throws -> Findings {
    let period = try #require(Period(parsing: "2025-26-Q3"))
    return try Disclosure.disclose(
      records.maker().findings(), framework: records.framework,
      request: AnalysisRequest(period: period, asAt: period.last, audience: audience))
  }

  /// So many randomly selected audits of a service, each of its own child.
  private func add(_ count: Int, _ grade: String?, to records: inout Records, service: String? = "Early Help")
  {
    for number in 0..<count {
      records.audit(
        "2025-11-07", child: "\(service ?? "")\(grade ?? "")\(number)", service: service, selection: .random,
        grade: grade)
    }
  }

  @Test func theBoardSeesEveryCount() throws {
    var records = Records()
    add(2, "G", to: &records)
    #expect(
      try disclose(records, .board).figures.outcome(.auditsCompleted, service: "Early Help") == .count(2))
    #expect(try disclose(records, .internal).figures.outcome(.auditsCompleted) == .count(2))
  }

  @Test func onlyTheClosedListOfTheOwnPeriodIsPublished() throws {
    var records = Records()
    add(20, "G", to: &records)
    add(20, "R", to: &records, service: "Care")
    records.audit("2025-08-07", selection: .random, grade: "G")
    let published = try disclose(records)
    #expect(published.triangulation.areas.isEmpty)
    #expect(
      published.figures.figures.allSatisfy { $0.key.period == 0 && $0.key.team == nil && $0.note == nil })
    // Never a service together with anything else.
    #expect(published.figures.figures.allSatisfy { $0.key.service == nil || $0.key.first == nil })
    #expect(
      Set(published.figures.figures.map(\.key.measure)) == [
        .auditsCompleted, .auditsGrade, .auditsGoodOrBetter, .dipChildren, .observationsCompleted,
        .supervisionAuditsCompleted, .complaintsReceived, .complaintsWithinTimescale, .complimentsReceived,
        .dipMet, .feedbackPositive,
      ])
    #expect(published.figures.outcome(.auditsCompleted, service: "Care") == .count(20))
    #expect(published.figures.outcome(.observationsCompleted) == .notAvailable)
  }

  @Test func fewAuditsWithholdAllOfThem() throws {
    var records = Records()
    add(5, "G", to: &records)
    let figures = try disclose(records).figures
    for figure in figures.figures where [.auditsCompleted, .auditsGrade].contains(figure.key.measure) {
      #expect(figure.outcome == .suppressed)
    }
    #expect(figures.outcome(.auditsGoodOrBetter) == .suppressed)
  }

  @Test(arguments: [
    // Outstanding, good, requires improvement, inadequate; whether the share, and either side, is published.
    ([7, 8, 9, 10], true, true, true),
    ([3, 12, 9, 10], true, false, true),
    ([7, 8, 1, 16], true, true, false),
    ([7, 8, 0, 9], true, true, true),
    // Three that are not good: neither the share nor a grade.
    ([20, 20, 3, 0], false, false, false),
    ([4, 5, 0, 0], false, false, false),
    ([0, 14, 0, 0], true, true, true),
  ])
  func grades(counts: [Int], share: Bool, good: Bool, below: Bool) throws {
    var records = Records()
    for (count, grade) in zip(counts, ["O", "G", "R", "I"]) {
      add(count, grade, to: &records)
      add(10, nil, to: &records, service: "Care \(grade)")
    }
    let figures = try disclose(records).figures
    #expect((figures.outcome(.auditsGoodOrBetter) != .suppressed) == share)
    let names = ["Outstanding", "Good", "Requires improvement", "Inadequate"]
    for (position, name) in names.enumerated() {
      let outcome = figures.outcome(.auditsGrade, first: (.grade, name), second: (.selection, "random"))
      #expect(outcome == ((position < 2 ? good : below) ? .count(counts[position]) : .suppressed), "\(name)")
    }
  }

  @Test func fewAuditsOutsideTheProfileAreNotTheDifference() throws {
    var records = Records()
    add(30, "G", to: &records)
    add(30, "R", to: &records)
    records.audit("2025-11-07", selection: .targeted, grade: "I")
    #expect(try disclose(records).figures.outcome(.auditsGoodOrBetter) == .suppressed)
    #expect(try disclose(records).figures.outcome(.auditsCompleted) == .count(61))
  }

  @Test func manyAnswersAboutFewChildrenAreWithheld() throws {
    var records = Records()
    for number in 0..<40 { records.dip("2025-11-07", child: "C\(number % 4)", number < 20 ? .yes : .no) }
    let figures = try disclose(records).figures
    #expect(figures.outcome(.dipChildren) == .suppressed)
    #expect(figures.outcome(.dipMet, first: (.standard, "Seen alone")) == .suppressed)
  }

  @Test func theThresholdIsASetting() throws {
    var records = Records()
    add(8, "G", to: &records)
    add(30, "G", to: &records, service: "Care")
    #expect(try disclose(records).figures.outcome(.auditsCompleted, service: "Early Help") == .count(8))
    records.framework.thresholds.suppressUpTo = 9
    #expect(try disclose(records).figures.outcome(.auditsCompleted, service: "Early Help") == .suppressed)
    #expect(try disclose(records).figures.outcome(.auditsCompleted, service: "Care") == .suppressed)
    #expect(try disclose(records).figures.outcome(.auditsCompleted) == .count(38))
  }
}
