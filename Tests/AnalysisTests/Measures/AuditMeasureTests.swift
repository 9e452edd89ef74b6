import Analysis
import QAModel
import Testing

@Suite struct AuditMeasureTests {
  @Test func completedByPeriodServiceSelectionAndType() {
    var records = Records()
    records.audit("2025-10-01")
    records.audit("2025-12-31", service: "Care", type: "Thematic audit")
    records.audit("2025-12-31", service: nil, type: "Review")
    records.audit("2025-12-31", type: "Re-audit", selection: .random)
    records.audit("2025-11-01", type: "Case audit", selection: .quota)
    records.audit("2025-11-01", type: "Case audit", previous: "A0")
    records.audit("2025-09-30")
    records.audit("2026-01-01")
    records.audit(nil)
    let figures = records.maker().figures()
    #expect(figures.outcome(.auditsCompleted) == .count(6))
    #expect(figures.outcome(.auditsCompleted, period: 1) == .count(1))
    #expect(figures.outcome(.auditsCompleted, service: "Care") == .count(1))
    #expect(figures.outcome(.auditsCompleted, service: "Early Help") == .count(4))
    for (selection, count) in [
      ("random", 1), ("targeted", 1), ("quota", 1), ("unstated", 1), ("re-audit", 2),
    ] {
      #expect(figures.outcome(.auditsCompleted, first: (.selection, selection)) == .count(count))
    }
    #expect(figures.outcome(.auditsCompleted, first: (.auditType, "Case audit")) == .count(3))
    #expect(figures.outcome(.reauditsCompleted) == .count(2))
  }

  @Test func nothingCompletedAfterTheAsAtDay() {
    var records = Records()
    records.audit("2025-10-31")
    records.audit("2025-11-01")
    let figures = records.maker(asAt: "2025-10-31").figures()
    #expect(figures.outcome(.auditsCompleted) == .count(1))
  }

  @Test func noRowsAreNoneOnlyWhereTheDatasetWasSupplied() {
    var records = Records()
    #expect(records.maker().figures().outcome(.auditsCompleted, service: "Care") == .notAvailable)
    records.audit("2025-10-01")
    #expect(records.maker().figures().outcome(.auditsCompleted, service: "Care") == .count(0))
    #expect(records.maker().figures().outcome(.dipChildren) == .notAvailable)
  }

  @Test func childrenAreCountedOnce() {
    var records = Records()
    records.audit("2025-10-01", child: "C1", team: "North", level: "Level 3")
    records.audit("2025-10-02", child: "C1", team: "North", level: "Level 4")
    records.audit("2025-10-03", child: "C1", service: "Care", team: "South", level: "Level 4")
    records.audit("2025-10-04", child: "C2", service: "Care")
    records.audit("2025-10-05", child: nil)
    records.audit("2025-09-05", child: "C1")
    let figures = records.maker().figures()
    #expect(figures.outcome(.auditsChildren) == .count(2))
    #expect(figures.outcome(.auditsChildren, service: "Early Help") == .count(1))
    #expect(figures.outcome(.auditsChildren, service: "Care") == .count(2))
    #expect(figures.outcome(.auditsChildren, team: "North") == .count(1))
    #expect(figures.outcome(.auditsChildren, first: (.levelOfNeed, "Level 4")) == .count(1))
    #expect(figures.outcome(.auditsChildren, period: 1) == .count(1))
  }

  /// The grade that counts on 31 December 2025 of an audit completed in October.
  static let finals: [(Records.Grades, on: String?, panelOn: String?, String)] = [
    (.init(initial: "I"), nil, nil, "Inadequate"),
    (.init(initial: "I", audited: "R"), nil, nil, "Requires improvement"),
    (.init(initial: "I", audited: "R", moderated: "G"), "2025-12-31", nil, "Good"),
    (.init(initial: "I", audited: "R", moderated: "G"), "2026-01-01", nil, "Requires improvement"),
    (.init(audited: "R", moderated: "G", panel: "O"), "2025-11-01", "2025-12-01", "Outstanding"),
    (.init(audited: "R", moderated: "G", panel: "O"), "2025-11-01", "2026-01-12", "Good"),
    (.init(audited: "R", moderated: "G", panel: "O"), "2026-01-05", "2026-01-12", "Requires improvement"),
  ]

  @Test(arguments: finals)
  func finalGrade(_ grades: Records.Grades, on moderated: String?, panelOn panel: String?, final: String) {
    var records = Records()
    records.audit(
      "2025-10-07", grade: grades.audited, initial: grades.initial, moderated: grades.moderated,
      on: moderated,
      panel: grades.panel, panelOn: panel, domains: [grades])
    let figures = records.maker().figures()
    for grade in figures.names.places[.grade] ?? [] {
      #expect(
        figures.outcome(.auditsGrade, first: (.grade, grade), second: (.selection, "random"))
          == .count(grade == final ? 1 : 0))
    }
    // Domains are final by the same rule.
    for _ in 0..<4 { records.audit("2025-10-07", domains: [.init(audited: "I")]) }
    let good = final == "Good" || final == "Outstanding" ? 1 : 0
    #expect(
      records.maker().figures().outcome(.auditsGoodOrBetter, first: (.domain, "Assessment"))
        == .share(good, of: 5, Wilson.interval(good, of: 5)))
  }

  @Test func gradesThatAnExportNeverDatesStandAsTheyAre() {
    var records = Records()
    records.audit("2025-10-07", grade: "R", moderated: "G")
    let good = records.maker().figures()
    #expect(good.outcome(.auditsGrade, first: (.grade, "Good"), second: (.selection, "random")) == .count(1))
    // Where others are dated, one that is not cannot be shown to have been there.
    records.audit("2025-10-08", grade: "R", moderated: "O", on: "2025-10-20")
    let dated = records.maker().figures()
    #expect(dated.outcome(.auditsGrade, first: (.grade, "Good"), second: (.selection, "random")) == .count(0))
    #expect(dated.outcome(.moderated) == .count(1))
  }

  @Test func goodOrBetterIsOfRandomAuditsAndNotOfFewerThanFive() {
    var records = Records()
    for grade in ["O", "G", "R", "I"] { records.audit("2025-10-07", grade: grade) }
    for _ in 0..<9 { records.audit("2025-10-07", type: "Thematic audit", grade: "I") }
    records.audit("2025-10-07", grade: nil)
    #expect(records.maker().figures().outcome(.auditsGoodOrBetter) == .insufficient(n: 4))
    records.audit("2025-10-07", grade: "G")
    #expect(
      records.maker().figures().outcome(.auditsGoodOrBetter) == .share(3, of: 5, Wilson.interval(3, of: 5)))
    #expect(records.maker().figures().outcome(.auditsGoodOrBetter, service: "Care") == .insufficient(n: 0))
  }

  @Test func moderationAndConversation() {
    var records = Records()
    for (before, auditor, moderator) in [
      ("R", "G", "G"), ("G", "G", "O"), ("G", "G", "R"), ("G", "G", "I"), ("I", "R", "R"), (nil, "O", "O"),
    ] {
      records.audit(
        "2025-10-07", grade: auditor, initial: before, moderated: moderator, on: "2025-10-21",
        domains: [.init(initial: before, audited: auditor, moderated: moderator)])
    }
    records.audit("2025-10-07", initial: "G", moderated: "G", on: "2025-10-21")
    records.audit("2025-10-07", grade: "G", moderated: "G", on: "2026-01-21")
    let figures = records.maker().figures()
    for place in [nil, (Axis.domain, "Assessment")] {
      #expect(figures.outcome(.moderated, first: place) == .count(6))
      #expect(
        figures.outcome(.moderationAgreement, first: place) == .share(3, of: 6, Wilson.interval(3, of: 6)))
      #expect(figures.outcome(.moderationExact, first: place) == .count(3))
      #expect(figures.outcome(.moderationMovedUp, first: place) == .count(1))
      #expect(figures.outcome(.moderationMovedDown, first: place) == .count(2))
      #expect(figures.outcome(.moderationKappa, first: place) == .insufficient(n: 6))
      #expect(
        figures.outcome(.conversationChanged, first: place) == .share(2, of: 5, Wilson.interval(2, of: 5)))
    }
    #expect(figures.outcome(.moderated, first: (.domain, "Planning")) == .count(0))
  }

  @Test func kappaFromThirty() throws {
    var records = Records()
    let table = [10, 2, 0, 0, 3, 20, 4, 1, 0, 5, 15, 2, 0, 0, 3, 8]
    let names = ["O", "G", "R", "I"]
    for (cell, count) in table.enumerated() {
      for _ in 0..<count {
        records.audit(
          "2025-10-07", service: cell.isMultiple(of: 2) ? "Care" : nil, grade: names[cell / 4],
          moderated: names[cell % 4], on: "2025-10-07")
      }
    }
    let kappa = try #require(WeightedKappa(table: table, categories: 4))
    #expect(
      records.maker().figures().outcome(.moderationKappa)
        == .coefficient(kappa.kappa, n: 73, kappa.interval()))
  }

  @Test func concerns() {
    var records = Records()
    records.audit("2025-10-07", concern: .yes, notified: "2025-10-08")
    records.audit("2025-10-07", concern: .yes, notified: "2026-01-08")
    records.audit("2025-10-07", concern: .yes)
    records.audit("2025-09-07", concern: .yes)
    records.audit("2025-10-07", concern: .no)
    records.audit(nil, submitted: "2025-12-01", concern: .yes)
    records.audit(nil, concern: .yes)
    let maker = records.maker()
    #expect(maker.figures().outcome(.concernsRaised) == .count(3))
    #expect(maker.figures().outcome(.concernsNotNotified) == .count(2))
    #expect(maker.figures().outcome(.concernsNotNotified, period: 1) == .count(1))
    let waiting = maker.recordLists().concernsWithoutDate
    #expect(waiting.map(\.row) == [6, 3, 1, 2, 5])
    #expect(waiting.map(\.days) == [nil, 115, 85, 85, 30])
  }

  @Test func anEarlierPeriodIsToldByWhatIsKnownNow() {
    var records = Records()
    records.audit("2025-09-20", grade: "R", moderated: "G", on: "2025-10-10")
    let now = records.maker().figures()
    #expect(now.outcome(.moderated, period: 1) == .count(1))
    let then = records.maker("2025-26-Q2", asAt: "2025-09-30").figures()
    #expect(then.outcome(.moderated) == .count(0))
  }
}
