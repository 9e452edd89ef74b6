import Analysis
import QAModel
import Testing

@Suite struct DipSampleMeasureTests {
  @Test func metIsYesOfYesPartlyAndNo() {
    var records = Records()
    for response in [Answer.yes, .yes, .yes, .partly, .no, nil] {
      records.dip("2025-10-07", child: "C1", response)
    }
    records.dip("2025-10-07", child: "C2", standard: "Plan updated", .no)
    records.dip("2025-10-07", child: nil, service: "Care", standard: nil, .yes)
    records.dip("2026-01-07", child: "C3", .yes)
    let figures = records.maker(asAt: "2026-01-31").figures()
    #expect(figures.outcome(.dipMet) == .share(4, of: 7, Wilson.interval(4, of: 7)))
    #expect(
      figures.outcome(.dipMet, first: (.standard, "Seen alone"))
        == .share(3, of: 5, Wilson.interval(3, of: 5)))
    #expect(figures.outcome(.dipMet, first: (.standard, "Plan updated")) == .insufficient(n: 1))
    #expect(figures.outcome(.dipChildren) == .count(2))
    #expect(figures.outcome(.dipChildren, service: "Care") == .count(0))
  }
}

@Suite struct FeedbackMeasureTests {
  @Test func positiveIsOfAllAnswersOnTheScale() {
    var records = Records()
    for rating in [0, 0, 1, 2, 2, nil] as [UInt8?] { records.feedback("2025-10-07", rating: rating) }
    records.feedback("2025-10-07", service: nil, question: nil, rating: 0)
    records.feedback(nil, rating: 0)
    records.feedback("2025-10-07", rating: 7)
    let figures = records.maker().figures()
    #expect(figures.outcome(.feedbackPositive) == .share(3, of: 6, Wilson.interval(3, of: 6)))
    #expect(
      figures.outcome(.feedbackPositive, first: (.question, "Listened to"))
        == .share(2, of: 5, Wilson.interval(2, of: 5)))
    #expect(
      figures.outcome(.feedbackRating, first: (.question, "Listened to"), second: (.rating, "Disagree"))
        == .count(2))
  }
}

@Suite struct ActionMeasureTests {
  @Test func dueWithinThePeriodAndOverdueFromAny() {
    var records = Records()
    records.action(raised: "2025-07-01", due: "2025-08-01", completed: "2025-10-05")
    records.action(raised: "2025-07-01", due: "2025-09-29")
    records.action(raised: "2025-07-01", due: "2025-12-30", completed: "2026-01-02")
    records.action(raised: "2025-07-01", due: "2025-12-31")
    records.action(raised: "2025-07-01", due: "2025-11-30", completed: "2025-12-31", service: "Care")
    records.action(raised: "2025-07-01", due: nil)
    records.action(raised: "2026-01-02", due: "2025-12-20")
    let maker = records.maker()
    let figures = maker.figures()
    #expect(figures.outcome(.actionsDue) == .count(3))
    #expect(figures.outcome(.actionsDue, period: 1) == .count(2))
    #expect(figures.outcome(.actionsOverdue) == .count(2))
    #expect(figures.outcome(.actionsOverdue, service: "Care") == .count(0))
    #expect(figures.outcome(.actionsOverdue, period: 1) == .count(2))
    let overdue = maker.recordLists().actionsOverdue
    #expect(overdue.map(\.row) == [1, 2])
    #expect(overdue.map(\.days) == [93, 1])
  }
}

@Suite struct CaseloadMeasureTests {
  @Test func childrenOpenAtThePeriodsClose() {
    var records = Records()
    records.open("C1", from: "2025-01-01", level: "Level 3")
    records.open("C1", from: "2025-06-01", service: "Care", team: "South", level: "Level 4")
    records.open("C2", from: "2025-01-01", to: "2025-12-31", team: "South")
    records.open("C3", from: "2025-10-01", team: "South")
    records.open("C4", from: "2026-01-01")
    records.open("C5", from: nil)
    records.open(nil, from: "2025-01-01")
    let figures = records.maker().figures()
    #expect(figures.outcome(.caseloadChildren) == .count(2))
    #expect(figures.outcome(.caseloadChildren, period: 1) == .count(2))
    #expect(figures.outcome(.caseloadChildren, service: "Early Help", period: 1) == .count(2))
    #expect(figures.outcome(.caseloadChildren, team: "South") == .count(2))
    #expect(figures.outcome(.caseloadChildren, first: (.levelOfNeed, "Level 4")) == .count(1))
  }
}
