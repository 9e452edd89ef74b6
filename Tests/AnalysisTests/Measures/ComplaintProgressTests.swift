import Analysis
import QAModel
import Testing

@Suite("What becomes of complaints, and who gives feedback")
struct ComplaintProgressTests {
  @Test func complaintsThatGoOnToLaterStages() {
    var records = Records()
    for number in 0..<5 {
      records.complaint(
        "C\(number)", received: "2025-10-07", responded: "2025-10-14",
        learning: number < 2 ? "More calls" : "")
    }
    records.complaint("C0", stage: 2, received: "2025-10-07", started: "2025-11-03")
    records.complaint("C0", stage: 3, received: "2025-10-07", requested: "2025-12-20")
    records.complaint(
      "C1", stage: 2, received: "2025-10-07", started: "2025-11-03", responded: "2025-12-01", action: "ACT1")
    // Begun after the as-at day, of another period's first stage, and corporate.
    records.complaint("C2", stage: 2, received: "2025-10-07", started: "2026-01-05")
    records.complaint("D", received: "2025-08-07")
    records.complaint("D", stage: 2, received: "2025-08-07", started: "2025-10-10")
    records.complaint("K", received: "2025-10-07", procedure: .corporate)
    records.complaint("K", stage: 2, received: "2025-10-07", started: "2025-11-07", procedure: .corporate)
    let figures = records.maker().figures()
    #expect(figures.outcome(.complaintsToStage2) == .share(2, of: 5, Wilson.interval(2, of: 5)))
    #expect(figures.outcome(.complaintsToStage3) == .share(1, of: 5, Wilson.interval(1, of: 5)))
    // Answered: C0 to C4 at stage 1, C1 at stage 2; two with learning, one with an action.
    #expect(figures.outcome(.complaintsWithLearning) == .share(3, of: 6, Wilson.interval(3, of: 6)))
    // Open: C0 at 2 and 3 (by its receipt), D at 1 and 2.
    #expect(figures.outcome(.complaintsOpen) == .count(4))
    #expect(figures.outcome(.complaintsOpen, first: (.stage, "2")) == .count(2))
    #expect(figures.outcome(.complaintsOpen, period: 1) == .count(1))
    #expect(figures.outcome(.complaintsToStage2, period: 1) == .insufficient(n: 1))
  }

  @Test func corporateComplaintsAreHeldAgainstTheirOwnDueDates() {
    var records = Records()
    for (due, responded) in [
      ("2025-10-21", "2025-10-21"), ("2025-10-21", "2025-10-22"), ("2025-10-21", nil), ("2026-01-21", nil),
      (nil, "2025-10-09"), ("2025-10-21", "2025-10-10"), ("2025-12-31", nil), ("2025-10-21", "2025-10-10"),
    ] as [(String?, String?)] {
      records.complaint(
        "K\(due ?? "")\(responded ?? "")", received: "2025-10-07", responded: responded,
        outcome: responded == nil ? nil : .upheld, procedure: .corporate, due: due,
        learning: responded == "2025-10-10" ? "Letters" : "")
    }
    records.complaint("W", received: "2025-10-07", outcome: .withdrawn, procedure: .corporate)
    let figures = records.maker().figures()
    #expect(
      figures.outcome(.complaintsCorporateWithinTimescale) == .share(3, of: 5, Wilson.interval(3, of: 5)))
    #expect(figures.outcome(.complaintsCorporateOpen) == .count(3))
    #expect(figures.outcome(.complaintsCorporateOpenOverdue) == .count(1))
    #expect(
      figures.outcome(.complaintsCorporateWithLearning) == .share(2, of: 5, Wilson.interval(2, of: 5)))
    #expect(figures.outcome(.complaintsCorporateOutcome, first: (.outcome, "upheld")) == .count(5))
    #expect(figures.outcome(.complaintsCorporateOutcome, first: (.outcome, "withdrawn")) == .count(1))
    #expect(figures.outcome(.complaintsCorporateReceived, first: (.stage, "1")) == .count(9))
    #expect(figures.outcome(.complaintsReceived) == .count(0))
    #expect(figures.outcome(.complaintsOpen) == .count(0))
  }

  @Test func representationsAndEnquiriesAreCountedOnce() {
    var records = Records()
    records.complaint("R1", stage: nil, received: "2025-10-07", type: .representation)
    records.complaint("R1", stage: nil, received: "2025-10-09", type: .representation)
    records.complaint("R2", stage: nil, received: "2025-09-07", type: .representation)
    records.complaint("E1", stage: nil, received: "2025-10-07", service: "Care", type: .enquiry)
    let figures = records.maker().figures()
    #expect(figures.outcome(.representationsReceived) == .count(1))
    #expect(figures.outcome(.enquiriesReceived) == .count(1))
    #expect(figures.outcome(.enquiriesReceived, service: "Care") == .count(1))
    #expect(figures.outcome(.complaintsReceived) == .count(0))
  }

  @Test func feedbackBySourceAndQuestion() {
    var records = Records()
    for rating: UInt8 in [0, 0, 0, 2, 2] {
      records.feedback("2025-10-07", rating: rating, source: "child")
      records.feedback("2025-10-07", question: "Things are better", rating: rating, source: "parent")
    }
    records.feedback("2025-10-07", question: nil, rating: nil, source: "child")
    records.feedback("2025-10-07", rating: 0)
    let figures = records.maker().figures()
    #expect(figures.outcome(.feedbackReceived) == .count(12))
    #expect(figures.outcome(.feedbackReceived, first: (.source, "child")) == .count(6))
    #expect(
      figures.outcome(.feedbackPositive, first: (.source, "child"))
        == .share(3, of: 5, Wilson.interval(3, of: 5)))
    #expect(
      figures.outcome(.feedbackPositive, first: (.source, "parent"), second: (.question, "Things are better"))
        == .share(3, of: 5, Wilson.interval(3, of: 5)))
    #expect(
      figures.outcome(.feedbackPositive, first: (.source, "parent"), second: (.question, "Listened to"))
        == .insufficient(n: 0))
  }

  @Test func whoWasLookedAtIsToldByTheCaseload() {
    var records = Records()
    for (number, age) in [0.5, 1, 4.9, 5, 9, 10, 15.5, 16, 25].enumerated() {
      records.open(
        "C\(number)", from: "2025-01-01", age: age, sex: number < 4 ? "F" : "M",
        ethnicity: number == 0 ? "Asian" : nil, disability: number < 2 ? "Yes" : "No")
    }
    // An earlier spell of care does not say who the child is now.
    records.open("C0", from: "2020-01-01", to: "2021-01-01", age: 17, sex: "F")
    records.audit("2025-10-07", child: "C0", moderated: "G", on: "2025-10-09")
    records.audit("2025-10-07", child: "C4", selection: .targeted)
    records.audit("2025-10-07", child: "Unknown")
    records.dip("2025-10-07", child: "C8", .yes)
    let figures = records.maker().figures()
    let bands = ["Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and over"]
    for (band, (open, audited)) in zip(bands, [(1, 1), (2, 0), (2, 1), (2, 0), (2, 0)]) {
      #expect(figures.outcome(.caseloadChildren, first: (.ageBand, band)) == .count(open))
      #expect(figures.outcome(.auditsChildren, first: (.ageBand, band)) == .count(audited))
    }
    #expect(
      figures.outcome(.auditsChildren, first: (.sex, "M"), second: (.selection, "random")) == .count(0))
    #expect(
      figures.outcome(.auditsChildren, first: (.sex, "M"), second: (.selection, "targeted")) == .count(1))
    #expect(figures.outcome(.caseloadChildren, first: (.ethnicity, "Asian")) == .count(1))
    #expect(figures.outcome(.moderatedChildren, first: (.disability, "Yes")) == .count(1))
    #expect(figures.outcome(.moderatedChildren) == .count(1))
    #expect(figures.outcome(.dipChildren, first: (.ageBand, "16 and over")) == .count(1))
    #expect(figures.outcome(.auditsChildren) == .count(3))
  }
}
