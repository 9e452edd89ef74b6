import Analysis
import QAModel
import Testing

@Suite struct EscalationTests {
  /// A rule, a row it is about, the last day in time, and the same row done on that day.
  struct Case: Sendable, CustomTestStringConvertible {
    var trigger: EscalationTrigger
    var limit: EscalationLimit?
    var last: String
    /// Plants the row, done on a day or not at all.
    var plant: @Sendable (inout Records, String?) -> Void
    var testDescription: String { trigger.rawValue }
  }

  private typealias Days = [WritableKeyPath<AuditTable, DateColumn>: String]

  private static func days(_ days: Days, _ end: WritableKeyPath<AuditTable, DateColumn>, _ day: String?)
    -> Days
  {
    var days = days
    days[end] = day
    return days
  }

  // 7 November 2025 is a Friday.
  static let cases: [Case] = [
    Case(trigger: .reauditEscalated, limit: .workingDays(5), last: "2025-11-14") { records, done in
      records.audit("2025-06-02", grade: "G")
      records.audit(
        "2025-11-07", grade: "R", previous: "A1", dates: days([:], \.managerSatisfied, done))
    },
    Case(trigger: .reauditEscalatedAgain, last: "2025-11-07") { records, done in
      records.audit("2025-05-02", grade: "I")
      records.audit(
        "2025-06-02", grade: "R", previous: "A1", dates: [\.managerSatisfied: "2025-06-02"])
      records.audit(
        "2025-11-07", grade: "R", previous: "A2", dates: days([:], \.managerSatisfied, done))
    },
    Case(trigger: .reportNotQualityAssured, limit: .workingDays(1), last: "2025-11-10") { records, done in
      records.audit(nil, submitted: "2025-11-07", dates: days([:], \.qualityAssured, done))
    },
    Case(trigger: .reportNotRevised, limit: .workingDays(3), last: "2025-11-12") { records, done in
      records.audit(nil, dates: days([\.qualityAssured: "2025-11-07"], \.revised, done))
    },
    Case(trigger: .disputeNotMet, limit: .workingDays(5), last: "2025-11-14") { records, done in
      records.audit("2025-11-03", dates: days([\.disputeRaised: "2025-11-07"], \.disputeMet, done))
    },
    Case(trigger: .disputeNotSummarised, limit: .workingDays(2), last: "2025-11-11") { records, done in
      records.audit("2025-11-03", dates: days([\.disputeMet: "2025-11-07"], \.disputeResolved, done))
    },
    Case(trigger: .disputeNotAnswered, limit: .workingDays(10), last: "2025-11-21") { records, done in
      records.audit("2025-11-03", dates: days([\.disputeFormal: "2025-11-07"], \.disputeResponse, done))
    },
    Case(trigger: .disputeNotResolved, limit: .workingDays(5), last: "2025-11-14") { records, done in
      records.audit("2025-11-03", dates: days([\.disputeResponse: "2025-11-07"], \.disputeResolved, done))
    },
    Case(trigger: .auditPastDueDate, last: "2025-11-07") { records, done in
      records.audit(nil, submitted: done, dates: [\.due: "2025-11-07"])
    },
    Case(trigger: .auditPastDueDateAgain, last: "2025-11-07") { records, done in
      records.audit(nil, submitted: "2025-06-04", auditor: "Auditor", dates: [\.due: "2025-06-03"])
      records.audit(nil, submitted: done, auditor: "Auditor", dates: [\.due: "2025-11-07"])
      records.audit(nil, auditor: "Another", dates: [\.due: "2025-11-07"])
    },
    Case(trigger: .auditNotSubmitted, limit: .days(14), last: "2025-11-21") { records, done in
      records.audit(nil, submitted: done, dates: [\.allocated: "2025-11-07"])
    },
    Case(trigger: .seriousFindingsNotDiscussed, limit: .workingDays(5), last: "2025-11-14") {
      records, done in
      records.audit(
        "2025-11-03", grade: "I", dates: days([\.reportSent: "2025-11-07"], \.findingsDiscussed, done))
      records.audit("2025-11-03", grade: "R", dates: [\.reportSent: "2025-11-07"])
    },
    Case(trigger: .findingsNotDiscussed, limit: .workingDays(10), last: "2025-11-21") { records, done in
      records.audit("2025-11-07", grade: "R", dates: days([:], \.findingsDiscussed, done))
      records.audit("2025-11-07", grade: "I")
      records.audit("2025-11-07", grade: "G")
    },
    Case(trigger: .concernNotNotified, last: "2025-11-07") { records, done in
      records.audit("2025-11-07", concern: .yes, notified: done)
      records.audit("2025-11-07", concern: .no)
    },
    Case(trigger: .inadequateNotSatisfied, limit: .months(1), last: "2025-12-07") { records, done in
      records.audit("2025-11-07", grade: "I", dates: days([:], \.managerSatisfied, done))
    },
    Case(trigger: .inadequateNotReviewed, last: "2025-12-07") { records, done in
      records.audit("2025-11-07", grade: "I", dates: days([:], \.qaReview, done))
      records.audit("2025-11-07", grade: "R")
    },
    Case(trigger: .inadequateAudit, limit: .days(0), last: "2025-11-07") { records, done in
      records.audit("2025-11-07", grade: "I", dates: days([:], \.managerSatisfied, done))
      records.audit("2025-11-07", grade: "R")
    },
    Case(trigger: .auditNotModerated, limit: .workingDays(2), last: "2025-11-11") { records, done in
      records.audit(nil, moderated: done.map { _ in "G" }, on: done, submitted: "2025-11-07")
    },
    Case(trigger: .practitionerNotMet, limit: .days(7), last: "2025-11-14") { records, done in
      records.audit("2025-11-07", dates: days([:], \.practitionerConversation, done))
    },
    Case(trigger: .secondReauditNotDiscussed, last: "2025-11-07") { records, done in
      records.audit("2025-05-02", grade: "I")
      records.audit("2025-06-02", grade: "G", previous: "A1")
      records.audit(
        "2025-11-07", grade: "G", previous: "A2", dates: days([:], \.practitionerConversation, done))
    },
    Case(trigger: .actionOverdue, last: "2025-11-07") { records, done in
      records.action(raised: "2025-10-01", due: "2025-11-07", completed: done)
    },
  ]

  private func hits(_ test: Case, done: String?, asAt: CalendarDate) throws -> [EscalationOutcome.Hit] {
    var records = Records()
    test.plant(&records, done)
    // Every ending is dated somewhere, so that every rule is checked.
    records.audit(
      "2025-01-06", grade: "G", moderated: "G", on: "2025-01-06", submitted: "2025-01-06",
      notified: "2025-01-06",
      dates: [
        \.practitionerConversation: "2025-01-06",
        \.qualityAssured: "2025-01-06", \.revised: "2025-01-06", \.findingsDiscussed: "2025-01-06",
        \.managerSatisfied: "2025-01-06", \.qaReview: "2025-01-06", \.disputeMet: "2025-01-06",
        \.disputeFormal: "2025-01-06", \.disputeResponse: "2025-01-06", \.disputeResolved: "2025-01-06",
      ])
    let rule = EscalationRule(id: "R", trigger: test.trigger, limit: test.limit, to: "Head")
    records.framework.escalations = [rule]
    let outcome = try #require(records.maker(asAt: asAt.iso).recordLists().escalations.first)
    #expect(outcome.isChecked)
    #expect(outcome.rule == rule)
    return outcome.hits
  }

  @Test(arguments: cases)
  func hitOnTheDayAfterTheLimitUnlessDone(_ test: Case) throws {
    let last = try #require(CalendarDate(iso: test.last))
    let after = last.adding(days: 1)
    #expect(try hits(test, done: nil, asAt: last).isEmpty)
    let open = try hits(test, done: nil, asAt: after)
    #expect(open.count == 1)
    #expect(open.first?.due == last)
    #expect(open.first?.days == 1)
    #expect(open.first?.service == 0)
    #expect(try hits(test, done: test.last, asAt: after).isEmpty)
    // Done late is done; done after the as-at day is not done yet.
    #expect(try hits(test, done: after.iso, asAt: after).isEmpty)
    #expect(try hits(test, done: after.adding(days: 1).iso, asAt: after).count == 1)
  }

  @Test func everyTriggerIsTried() {
    #expect(
      Set(Self.cases.map(\.trigger)) == Set(EscalationTrigger.allCases.filter { !$0.fallsDueWithPeriod }))
  }

  /// Two learning events a month are six a quarter.
  @Test(arguments: [(5, "2025-12-31", true), (6, "2025-12-31", false), (5, "2025-12-30", false)])
  func planNotDone(done: Int, asAt: String, isHit: Bool) throws {
    var records = Records()
    for _ in 0..<done { records.activity("2025-11-07", "Learning event") }
    let source = PlanSource(.activity, kinds: ["Learning event"])
    records.framework.plan = [
      PlanLine(
        "Learning event", asWritten: "Min 2 per month", due: .times(2, per: .months(1)),
        done: source),
      PlanLine("Visit", asWritten: "As required", done: source),
      PlanLine("Survey", asWritten: "Quarterly", due: .times(1, per: .months(3))),
    ]
    records.framework.escalations = [
      EscalationRule(id: "every", trigger: .planNotDone, to: "DLT"),
      EscalationRule(id: "one", trigger: .planNotDone, activity: "Learning event", to: "DLT"),
      EscalationRule(id: "untold", trigger: .planNotDone, activity: "Survey", to: "DLT"),
    ]
    let outcomes = records.maker(asAt: asAt).recordLists().escalations
    for outcome in outcomes.prefix(2) {
      #expect(
        outcome.hits.map(\.record) == (isHit ? [.activity("Learning event", done: 5, due: 6)] : []))
      #expect(outcome.hits.allSatisfy { $0.due == CalendarDate(iso: "2025-12-31") && $0.days == 0 })
    }
    let isOver = asAt == "2025-12-31"
    #expect(outcomes.map(\.isChecked) == [isOver, isOver, false])
  }

  @Test func anAlertNeedsNoEndingInTheExport() {
    var records = Records()
    records.audit("2025-11-07", grade: "I")
    records.audit("2025-11-07", grade: "G", moderated: "G")
    records.framework.escalations = [
      EscalationRule(id: "alert", trigger: .inadequateAudit, to: "Head of service"),
      EscalationRule(id: "moderated", trigger: .auditNotModerated, to: "x"),
    ]
    let outcomes = records.maker().recordLists().escalations
    #expect(outcomes.map(\.isChecked) == [true, true])
    #expect(outcomes.map { $0.hits.map(\.record) } == [[.audit(row: 0, id: 0)], [.audit(row: 0, id: 0)]])
  }

  @Test func anExportThatLeavesTheEndingOutIsNotChecked() throws {
    var records = Records()
    records.audit("2025-06-02", grade: "I")
    records.audit("2025-06-02", grade: "I", concern: .yes)
    records.framework.escalations = [
      EscalationRule(id: "a", trigger: .inadequateNotReviewed, to: "x"),
      EscalationRule(id: "b", trigger: .concernNotNotified, to: "x"),
      EscalationRule(id: "c", trigger: .actionOverdue, to: "x"),
      EscalationRule(id: "d", trigger: .tooFewDipSampled, minimum: 1, to: "x"),
    ]
    let outcomes = records.maker().recordLists().escalations
    #expect(outcomes.map(\.isChecked) == [false, true, false, false])
    #expect(outcomes.map(\.hits.count) == [0, 1, 0, 0])
  }

  /// Dip-sampled children of October to December against a minimum of 2; the quarter's last day is its end.
  @Test(arguments: [("2025-12-30", 1, false), ("2025-12-31", 1, true), ("2025-12-31", 2, false)])
  func minimums(asAt: String, children: Int, isHit: Bool) throws {
    var records = Records()
    for child in 0..<children {
      records.dip("2025-10-07", child: "C\(child)", .yes)
      records.dip("2025-12-31", child: "C\(child)", standard: "Plan updated", .no)
      records.audit("2025-10-07", child: "C\(child)", type: "Review")
    }
    records.dip("2025-09-30", child: "C8", .yes)
    records.audit("2025-10-07", child: "C8", type: "Case audit")
    records.framework.escalations = [
      EscalationRule(id: "a", trigger: .tooFewDipSampled, minimum: 2, to: "x"),
      EscalationRule(id: "b", trigger: .tooFewAudited, minimum: 2, auditType: "Review", to: "x"),
    ]
    for outcome in records.maker(asAt: asAt).recordLists().escalations {
      #expect(outcome.hits.count == (isHit ? 1 : 0))
      if isHit, let quarter = Period(parsing: "2025-26-Q3") {
        #expect(outcome.hits[0].record == .children(children, quarter))
      }
    }
    // A month holds no whole quarter; a year that is over has four.
    #expect(records.maker("2025-10").recordLists().escalations.allSatisfy { !$0.isChecked })
    let year = records.maker("2025-26", asAt: "2026-03-31").recordLists().escalations[0]
    #expect(year.hits.count == (children < 2 ? 4 : 3))
  }
}
