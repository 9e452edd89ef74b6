import Analysis
import QAModel
import Testing

@Suite struct ReauditTests {
  /// The grade before, the grade of the re-audit, and what it comes to.
  @Test(arguments: [
    ("O", "O", 0), ("G", "G", 0), ("O", "G", 1), ("G", "O", 0), ("R", "R", 1), ("I", "I", 1), ("R", "I", 1),
    ("I", "R", 0), ("R", "G", 0),
  ])
  func movement(before: String, after: String, escalated: Int) {
    var records = Records()
    records.audit("2025-06-02", child: "C1", grade: before)
    records.audit("2025-10-07", child: "C1", type: "Re-audit", grade: after, previous: "A1")
    let figures = records.maker().figures()
    #expect(figures.outcome(.reauditsEscalated) == .count(escalated))
    #expect(figures.outcome(.reauditsEscalated, service: "Early Help") == .count(escalated))
    #expect(figures.outcome(.reauditsEscalated, service: "Care") == .count(0))
    #expect(figures.outcome(.reauditsEscalatedAgain) == .count(0))
    #expect(figures.outcome(.reauditsNotComparable) == .count(0))
    #expect(figures.outcome(.reauditsPreviousAssumed) == .count(0))
  }

  @Test func againWhereTheAuditBeforeWasAReauditWhateverItsResult() {
    var records = Records()
    records.audit("2025-01-06", grade: "I")
    records.audit("2025-06-02", type: "Re-audit", grade: "R", previous: "A1")
    records.audit("2025-10-07", type: "Re-audit", grade: "R", previous: "A2")
    let figures = records.maker(periodsBefore: 3).figures()
    #expect(figures.outcome(.reauditsEscalated) == .count(1))
    #expect(figures.outcome(.reauditsEscalatedAgain) == .count(1))
    #expect(figures.outcome(.reauditsEscalated, period: 2) == .count(0))
  }

  @Test func theChildsLatestEarlierAuditStandsInForAName() {
    var records = Records()
    records.audit("2025-03-03", child: "C1", grade: "I")
    records.audit("2025-06-02", child: "C1", grade: "G")
    records.audit("2025-10-07", child: "C1", grade: "I")
    records.audit("2025-10-07", child: "C1", type: "Re-audit", grade: "R")
    records.audit("2025-11-07", child: "C2", type: "Re-audit", grade: "R")
    records.audit("2025-11-07", child: nil, type: "Re-audit", grade: "R")
    let maker = records.maker()
    let figures = maker.figures()
    // Of the same day is not earlier: the audit of June is the one before.
    #expect(figures.outcome(.reauditsEscalated) == .count(1))
    #expect(figures.outcome(.reauditsPreviousAssumed) == .count(1))
    #expect(figures.outcome(.reauditsNotComparable) == .count(2))
    #expect(
      maker.rows(behind: FigureKey(.reauditsNotComparable, period: 0))?.rows.map(\.row) == [4, 5])
  }

  @Test func whatIsNotComparable() {
    var records = Records()
    records.audit("2025-06-02", child: "C1", grade: "I")
    // An audit that no export holds is not replaced by the child's latest.
    records.audit("2025-10-07", child: "C1", type: "Re-audit", grade: "I", previous: "GONE")
    // Each names the other.
    records.audit("2025-10-08", type: "Re-audit", grade: "I", previous: "A4")
    records.audit("2025-10-09", type: "Re-audit", grade: "I", previous: "A3")
    // Itself.
    records.audit("2025-10-10", type: "Re-audit", grade: "I", previous: "A5")
    // A circle of three.
    records.audit("2025-10-11", type: "Re-audit", grade: "I", previous: "A7")
    records.audit("2025-10-11", type: "Re-audit", grade: "I", previous: "A8")
    records.audit("2025-10-11", type: "Re-audit", grade: "I", previous: "A6")
    // Without a grade on either side.
    records.audit("2025-10-12", previous: "A1")
    records.audit("2025-06-03")
    records.audit("2025-10-13", grade: "I", previous: "A10")
    // An audit before that came after, and one never completed.
    records.audit("2025-12-01", grade: "G")
    records.audit("2025-10-14", grade: "I", previous: "A12")
    records.audit(nil, grade: "G")
    records.audit("2025-10-15", grade: "I", previous: "A14")
    let figures = records.maker().figures()
    #expect(figures.outcome(.reauditsCompleted) == .count(11))
    #expect(figures.outcome(.reauditsNotComparable) == .count(11))
    #expect(figures.outcome(.reauditsEscalated) == .count(0))
  }

  @Test func aGradeDatedLaterIsNotThereYet() {
    var records = Records()
    records.audit("2025-06-02", grade: "R", moderated: "G", on: "2026-01-02")
    records.audit("2025-10-07", grade: "R", moderated: "I", on: "2026-01-02", previous: "A1")
    #expect(records.maker().figures().outcome(.reauditsEscalated) == .count(1))
    records = Records()
    records.audit("2025-06-02", grade: "G", moderated: "I", on: "2026-01-02")
    records.audit("2025-10-07", grade: "G", moderated: "I", on: "2026-01-02", previous: "A1")
    #expect(records.maker().figures().outcome(.reauditsEscalated) == .count(0))
    #expect(records.maker(asAt: "2026-01-02").figures().outcome(.reauditsEscalated) == .count(1))
  }
}

@Suite struct InadequateTests {
  /// The day of completion, the day of review, the as-at day, and whether a review is missing.
  @Test(arguments: [
    ("2025-11-30", nil, "2025-12-30", false), ("2025-11-30", nil, "2025-12-31", true),
    ("2025-10-31", nil, "2025-11-30", false), ("2025-10-31", nil, "2025-12-01", true),
    ("2025-10-31", "2025-12-01", "2025-12-01", false), ("2025-10-31", "2025-12-02", "2025-12-01", true),
  ])
  func aMonthOn(completed: String, review: String?, asAt: String, isMissing: Bool) {
    var records = Records()
    records.audit(completed, grade: "I", dates: review.map { [\.qaReview: $0] } ?? [:])
    let maker = records.maker(asAt: asAt)
    #expect(maker.figures().outcome(.inadequateWithoutReview) == .count(isMissing ? 1 : 0))
    #expect(maker.recordLists().inadequateWithoutReview.count == (isMissing ? 1 : 0))
  }

  @Test func theFinalGradeOfAnyPeriod() {
    var records = Records()
    records.audit("2025-10-07", service: "Care", grade: "R", moderated: "I", on: "2025-10-09")
    records.audit("2025-10-07", grade: "I", panel: "R", panelOn: "2025-10-09")
    records.audit("2024-01-08", grade: "I")
    let maker = records.maker()
    let figures = maker.figures()
    #expect(figures.outcome(.inadequateWithoutReview) == .count(1))
    #expect(figures.outcome(.inadequateWithoutReview, service: "Care") == .count(1))
    #expect(figures.outcome(.inadequateWithoutReview, service: "Early Help") == .count(0))
    #expect(maker.recordLists().inadequateWithoutReview.map(\.row) == [2, 0])
    #expect(maker.recordLists().inadequateWithoutReview[1].due == CalendarDate(iso: "2025-11-07"))
  }
}
