import Analysis
import QAModel
import Testing

@Suite struct ComplaintMeasureTests {
  @Test func referencesAreReceivedOnceAndStagesCountedApart() {
    var records = Records()
    records.complaint("C1", stage: 2, received: "2025-09-01", requested: "2025-10-01", started: "2025-10-03")
    records.complaint("C1", stage: 1, received: "2025-09-01", service: "Care", category: "Delay")
    records.complaint("C2", received: "2025-10-06", category: "Delay")
    records.complaint("C3", stage: nil, received: "2025-10-06")
    records.complaint("C4", received: "2026-01-06")
    records.complaint("C5", received: "2025-10-06", procedure: .corporate)
    records.complaint("P1", stage: nil, received: "2025-11-06", procedure: nil, type: .compliment)
    records.complaint("E1", stage: nil, received: "2025-11-06", procedure: nil, type: .enquiry)
    records.complaint("C6", received: "2025-11-06", procedure: nil, type: nil)
    let figures = records.maker().figures()
    #expect(figures.outcome(.complaintsReceived) == .count(3))
    #expect(figures.outcome(.complaintsReceived, period: 1) == .count(1))
    #expect(figures.outcome(.complaintsReceived, service: "Care", period: 1) == .count(1))
    #expect(figures.outcome(.complaintsReceived, first: (.stage, "1")) == .count(2))
    #expect(figures.outcome(.complaintsReceived, first: (.stage, "2")) == .count(1))
    #expect(figures.outcome(.complaintsReceived, first: (.stage, "1"), period: 1) == .count(1))
    #expect(figures.outcome(.complaintsReceived, first: (.category, "Delay")) == .count(1))
    #expect(figures.outcome(.complaintsCorporateReceived) == .count(1))
    #expect(figures.outcome(.complimentsReceived) == .count(1))
  }

  struct Timing: Sendable {
    var stage: UInt8 = 1
    var complex: Answer?
    var advocate: Answer?
    var extendedTo: String?
    let limit: String

    static let all = [
      Timing(limit: "2025-10-15"),
      Timing(complex: .no, advocate: .no, limit: "2025-10-15"),
      Timing(complex: .yes, limit: "2025-10-29"),
      Timing(advocate: .yes, limit: "2025-10-29"),
      Timing(extendedTo: "2025-10-29", limit: "2025-10-15"),
      Timing(stage: 2, limit: "2025-11-05"),
      Timing(stage: 2, complex: .yes, limit: "2025-11-05"),
      Timing(stage: 2, extendedTo: "2025-11-21", limit: "2025-11-21"),
      Timing(stage: 2, extendedTo: "2025-10-20", limit: "2025-11-05"),
      Timing(stage: 2, extendedTo: "2026-03-31", limit: "2026-01-05"),
      Timing(stage: 3, limit: "2025-12-10"),
    ]
  }

  @Test(arguments: Timing.all)
  func answeredOnTheLastDayIsInTime(_ timing: Timing) throws {
    let limit = try #require(CalendarDate(iso: timing.limit))
    var records = Records()
    for (reference, responded) in [("A", limit), ("B", limit.adding(days: 1))] {
      records.complaint(
        reference, stage: timing.stage, received: "2025-09-01", requested: "2025-10-01",
        started: "2025-10-02",
        responded: responded.iso, complex: timing.complex, advocate: timing.advocate,
        extendedTo: timing.extendedTo)
    }
    records.framework.thresholds.fewestRecords = 1
    let figures = records.maker(asAt: "2026-03-31").figures()
    #expect(figures.outcome(.complaintsWithinTimescale) == .share(1, of: 2, Wilson.interval(1, of: 2)))
    #expect(
      figures.outcome(.complaintsWithinTimescale, first: (.stage, "\(timing.stage)"))
        == .share(1, of: 2, Wilson.interval(1, of: 2)))
    #expect(figures.outcome(.complaintsLate) == .count(1))
    let isExtended = timing.limit == "2025-10-29" || timing.stage == 2 && timing.extendedTo != nil
    #expect(figures.outcome(.complaintsExtended) == .count(isExtended ? 2 : 0))
  }

  @Test func openAndWithdrawn() {
    var records = Records()
    records.framework.thresholds.fewestRecords = 1
    records.complaint("late", received: "2025-12-01")
    records.complaint("due that day", received: "2025-12-15")
    records.complaint("answered after", received: "2025-12-01", responded: "2026-01-05", outcome: .upheld)
    records.complaint("answered", received: "2025-12-01", responded: "2025-12-10", outcome: .upheld)
    records.complaint("withdrawn", received: "2025-12-01", outcome: .withdrawn)
    records.complaint("long open", received: "2025-06-02")
    let figures = records.maker(asAt: "2025-12-31").figures()
    #expect(figures.outcome(.complaintsWithinTimescale) == .share(1, of: 3, Wilson.interval(1, of: 3)))
    #expect(figures.outcome(.complaintsOpenOverdue) == .count(3))
    #expect(figures.outcome(.complaintsOpenOverdue, period: 1) == .count(1))
    #expect(
      figures.outcome(.complaintsOutcome, first: (.outcome, "upheld"), second: (.stage, "1"))
        == .count(1))
    #expect(
      figures.outcome(.complaintsOutcome, first: (.outcome, "withdrawn"), second: (.stage, "1"))
        == .count(1))
    let dueThatDay = records.maker(asAt: "2026-01-01").figures()
    #expect(dueThatDay.outcome(.complaintsOpenOverdue) == .count(4))
  }
}
