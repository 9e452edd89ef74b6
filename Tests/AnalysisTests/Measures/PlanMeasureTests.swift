import Analysis
import QAModel
import Testing

@Suite("Activity against plan")
struct PlanMeasureTests {
  private static let quarterly = PlanDue.times(1, per: .months(3))

  private func records(_ plan: [PlanLine]) -> Records {
    var records = Records()
    records.framework.plan = plan
    return records
  }

  private func figures(_ records: Records, _ line: String, period: UInt16 = 0, service: String? = nil)
    -> [Outcome?]
  {
    let figures = records.maker().figures()
    return [MeasureID.planDue, .planDone].map {
      figures.outcome($0, service: service, first: (.activity, line), period: period)
    }
  }

  @Test func nothingIsDueOfWhatIsWrittenOnly() {
    let records = records([PlanLine("Support", asWritten: "As required")])
    #expect(figures(records, "Support") == [.notApplicable, .notAvailable])
    let all = records.maker().figures()
    #expect(all.outcome(.planDue) == .count(0))
    #expect(all.outcome(.planDone) == .count(0))
  }

  @Test func aDatasetThatIsNotThereIsNotNone() {
    let records = records([
      PlanLine("Case audits", asWritten: "Quarterly", due: Self.quarterly, done: PlanSource(.audits))
    ])
    #expect(figures(records, "Case audits") == [.count(1), .notAvailable])
    #expect(records.maker().figures().outcome(.planDue) == .count(0))
  }

  @Test func auditsByTypeChildrenTeamRoleAndFeedback() {
    let narrowed: [(String, PlanSource, Int)] = [
      ("All", PlanSource(.audits), 5),
      ("Type", PlanSource(.audits, kinds: ["case  AUDIT"]), 4),
      ("Children", PlanSource(.audits, counting: .children, kinds: ["Case audit"]), 2),
      ("Role", PlanSource(.audits, roles: ["Head of Service"]), 2),
      ("Team", PlanSource(.audits, teams: ["Improvement Team"]), 1),
      ("Feedback", PlanSource(.audits, having: [.familyFeedbackObtained]), 1),
    ]
    var records = records(
      narrowed.map { PlanLine($0.0, asWritten: "Quarterly", due: Self.quarterly, done: $0.1) }
        + [
          PlanLine(
            "Nobody", asWritten: "Quarterly", due: Self.quarterly,
            done: PlanSource(.audits, roles: ["Panel chair"])),
          PlanLine(
            "Care", service: 1, asWritten: "Quarterly", due: .times(2, per: .months(3)),
            done: PlanSource(.audits)),
        ])
    records.staff("Ann", role: "Head of service", started: "2020-01-01")
    records.audit("2025-10-01", child: "A", auditor: "Ann", auditorTeam: "Improvement team")
    records.audit("2025-12-31", child: "A", auditor: "Ann", familyFeedback: .yes)
    records.audit("2025-12-31", child: "B", auditor: "Bob", familyFeedback: .no)
    records.audit("2025-11-01", child: "C", type: "Thematic audit")
    records.audit("2025-11-01", child: nil, service: "Care")
    // Before the period, after the as-at day, never completed.
    records.audit("2025-09-30", child: "D")
    records.audit("2026-01-01", child: "D")
    records.audit(nil, child: "D")
    for (name, _, count) in narrowed {
      #expect(figures(records, name) == [.count(1), .count(count)], "\(name)")
    }
    #expect(figures(records, "Nobody") == [.count(1), .notAvailable])
    #expect(figures(records, "Care", service: "Care") == [.count(2), .count(1)])
    #expect(figures(records, "Care") == [nil, nil])
    #expect(figures(records, "All", period: 1) == [.count(1), .count(1)])
    let all = records.maker().figures()
    #expect(all.outcome(.planDue) == .count(7))
    #expect(all.outcome(.planDone) == .count(6))
  }

  /// A Practice Week in November takes the place of that month's audits, whatever was done in it.
  @Test func aPracticeWeekReplacesItsMonth() throws {
    let november = try #require(Period(parsing: "2025-11"))
    var records = records([
      PlanLine(
        "Cycle", asWritten: "Monthly", due: .times(2, per: .months(1)), done: PlanSource(.audits),
        notDueIn: [november])
    ])
    for day in ["2025-10-07", "2025-10-08", "2025-12-01"] { records.audit(day, child: "A") }
    #expect(figures(records, "Cycle") == [.count(4), .count(3)])
    #expect(figures(records, "Cycle", period: 1) == [.count(6), .count(0)])
  }

  /// What an audit must show is known by the as-at day or not at all.
  @Test func auditsModeratedAndDiscussedByTheDay() throws {
    let each = PlanDue.each(PlanSource(.audits))
    var records = records([
      PlanLine("Moderated", asWritten: "All", due: each, done: PlanSource(.audits, having: [.moderated])),
      PlanLine("Met", asWritten: "All", due: each, done: PlanSource(.audits, having: [.practitionerMet])),
    ])
    var met = DateColumn()
    for (moderated, conversation) in [
      ("2025-10-09", "2025-12-31"), (nil, "2026-01-01"), ("2026-01-05", "2025-10-07"),
    ] {
      records.audit("2025-10-07", child: "A", moderated: "G", on: moderated)
      met.append(try #require(CalendarDate(iso: conversation)))
    }
    records.dataset.audits?.practitionerConversation = met
    #expect(figures(records, "Moderated") == [.count(3), .count(1)])
    #expect(figures(records, "Met") == [.count(3), .count(2)])
    // An export that dates no moderation at all: a grade is all there is to know it by.
    var undated = records
    undated.dataset.audits = nil
    undated.audit("2025-10-07", child: "A", moderated: "G")
    undated.audit("2025-10-08", child: "B")
    undated.dataset.audits?.practitionerConversation = DateColumn(repeating: .blank, count: 2)
    #expect(figures(undated, "Moderated") == [.count(2), .count(1)])
  }

  @Test func dipSamplesByChildrenAndOccurrences() {
    var records = records([
      PlanLine(
        "Children", asWritten: "", due: .times(10, per: .months(3)),
        done: PlanSource(.dipSamples, counting: .children)),
      PlanLine("Samples", asWritten: "", due: Self.quarterly, done: PlanSource(.dipSamples)),
    ])
    for (sample, child) in [("S1", "A"), ("S1", "A"), ("S2", "A"), ("S3", "B")] {
      records.dip("2025-10-07", child: child, sample: sample, .yes)
    }
    #expect(figures(records, "Children") == [.count(10), .count(2)])
    #expect(figures(records, "Samples") == [.count(1), .count(3)])
  }

  @Test func activityByNameAndLeadAndEachOfItsEvents() {
    var records = records([
      PlanLine(
        "Forum", asWritten: "Monthly", due: .times(1, per: .months(1)),
        done: PlanSource(.activity, kinds: ["Forum"])),
      PlanLine(
        "Led", asWritten: "Monthly", due: .times(1, per: .months(1)),
        done: PlanSource(.activity, kinds: ["Forum"], roles: ["PSW"])),
      PlanLine(
        "After every conference", asWritten: "After every conference",
        due: .each(PlanSource(.activity, kinds: ["Conference"])),
        done: PlanSource(.feedback, kinds: ["parent"])),
      PlanLine(
        "Summary", asWritten: "Quarterly", due: .timesPerService(1, per: .months(3)),
        done: PlanSource(.activity, kinds: ["Summary"])),
    ])
    for (day, lead) in [("2025-10-06", "PSW"), ("2025-10-20", nil), ("2025-12-01", "PSW")] {
      records.activity(day, "forum", lead: lead)
    }
    records.activity("2025-10-10", "Conference", events: 14)
    records.activity("2025-11-10", "Conference")
    records.activity("2026-01-10", "Conference", events: 5)
    for source in ["parent", "parent", "child"] { records.feedback("2025-11-01", rating: 0, source: source) }
    // Two of one service are one service's.
    records.activity("2025-10-10", "Summary", service: "Early Help")
    records.activity("2025-10-11", "Summary", service: "Early Help")
    records.activity("2025-10-11", "Summary", service: nil)
    #expect(figures(records, "Forum") == [.count(3), .count(3)])
    #expect(figures(records, "Led") == [.count(3), .count(2)])
    #expect(figures(records, "After every conference") == [.count(15), .count(2)])
    #expect(figures(records, "Summary") == [.count(2), .count(1)])
  }

  /// In post for the 12 months up to the as-at day, each once however often.
  @Test func dutiesForEachPersonAreOverTwelveMonths() {
    let plan = [
      PlanLine(
        "Observed", asWritten: "Every practitioner once a year",
        due: .perPerson(roles: ["Practitioner"], times: 1),
        done: PlanSource(.observations)),
      PlanLine(
        "Twice", asWritten: "Twice a year", due: .perPerson(roles: ["Practitioner"], times: 2),
        done: PlanSource(.observations)),
      PlanLine(
        "Supervision", asWritten: "1 x year", due: .perPerson(roles: ["Team Manager"], times: 1),
        done: PlanSource(.supervisionAudits)),
    ]
    var records = records(plan)
    records.observation("2025-12-31", worker: "Ann")
    #expect(figures(records, "Observed") == [.notAvailable, .notAvailable])
    records.staff("Ann", role: "Practitioner", started: "2020-01-01")
    records.staff("Bea", role: "Practitioner", started: "2024-12-31")
    records.staff("Cal", role: "Practitioner", started: "2025-01-01")
    records.staff("Dan", role: "Practitioner", started: nil)
    records.staff("Eve", role: "Practitioner", started: "2020-01-01", left: "2025-12-31")
    records.staff("Fay", role: "Practitioner", started: "2020-01-01", left: "2026-01-01")
    records.staff("Tom", role: "Team Manager", started: "2020-01-01")
    for day in ["2025-01-01", "2025-06-01", "2025-07-01"] { records.observation(day, worker: "Bea") }
    for day in ["2024-12-31", "2026-01-01"] { records.observation(day, worker: "Dan") }
    for worker in ["Cal", "Eve", "Tom", nil] { records.observation("2025-10-01", worker: worker) }
    records.supervisionAudit("2025-02-01", supervisor: "Tom")
    // Ann, Bea, Dan and Fay are in post; Ann and Bea were observed, Bea three times.
    #expect(figures(records, "Observed") == [.count(4), .count(2)])
    #expect(figures(records, "Twice") == [.count(8), .count(3)])
    #expect(figures(records, "Supervision") == [.count(1), .count(1)])
    // At 30 September Eve was too, Bea had not been long enough, and Dan's of 31 December 2024 counted.
    #expect(figures(records, "Observed", period: 1) == [.count(4), .count(1)])
  }

  /// An observation in May is what the half year asks for by 30 September.
  @Test func whatIsGivenLongerThanThePeriodCountsFromItsPartsFirstDay() throws {
    var records = records([
      PlanLine(
        "Director", asWritten: "Every 6 months", due: .times(1, per: .months(6)),
        done: PlanSource(.observations, roles: ["Director"]))
    ])
    records.observation("2025-05-01", observerRole: "director")
    records.observation("2025-10-07", observerRole: "Director")
    records.observation("2025-10-08", observerRole: "Team Manager")
    #expect(figures(records, "Director") == [.count(0), .count(1)])
    #expect(figures(records, "Director", period: 1) == [.count(1), .count(1)])
    let set = records.maker().figures()
    let key = try #require(set.key(.planDone, first: (.activity, "Director"), period: 1))
    #expect(set[key]?.note == "counted from 1 April 2025")
  }

  @Test func everyCountIsItsRows() throws {
    var records = records([
      PlanLine(
        "Observed", asWritten: "", due: .perPerson(roles: ["Practitioner"], times: 1),
        done: PlanSource(.observations)),
      PlanLine(
        "Reviews", asWritten: "", due: .each(PlanSource(.activity, kinds: ["Conference"])),
        done: PlanSource(.audits, counting: .children)),
    ])
    records.staff("Ann", role: "Practitioner", started: nil)
    records.observation("2025-10-01", worker: "Ann")
    records.observation("2025-10-02", worker: "Ann")
    records.activity("2025-10-01", "Conference")
    records.audit("2025-10-01", child: "A")
    records.audit("2025-10-02", child: "A")
    let maker = records.maker()
    let set = maker.figures()
    func rows(_ measure: MeasureID, _ line: String) throws -> TracedRows? {
      maker.rows(behind: try #require(set.key(measure, first: (.activity, line))))
    }
    #expect(
      try rows(.planDue, "Observed") == TracedRows(dataset: .staff, rows: [.init(row: 0, inNumerator: true)]))
    #expect(
      try rows(.planDone, "Observed")
        == TracedRows(
          dataset: .observations, rows: [.init(row: 0, inNumerator: true), .init(row: 1, inNumerator: false)])
    )
    #expect(
      try rows(.planDue, "Reviews")
        == TracedRows(dataset: .activity, rows: [.init(row: 0, inNumerator: true)]))
    #expect(
      try rows(.planDone, "Reviews")
        == TracedRows(
          dataset: .audits, rows: [.init(row: 0, inNumerator: true), .init(row: 1, inNumerator: false)]))
    #expect(maker.rows(behind: FigureKey(.planDone, period: 0)) == nil)
  }
}
