import Foundation
import QAModel
import Testing

/// What Haringey's document obliges to, one test an id: rows are planted in a small workspace of the shipped framework,
/// and what they change is held against the same workspace without them.
@Suite("Haringey's obligations")
struct HaringeyObligationTests {
  private static let diary = "date,service,activity,lead,events\n01/07/2025,MASH,Induction,,"

  private func planned(
    _ activity: String, _ service: String? = nil, row: String, from before: String, to after: String,
    in period: String = "2025-26-Q3"
  ) throws {
    let authority = SmallAuthority("haringey", ["activity": Self.diary])
    #expect(try authority.report(period).plan(activity, service) == before, "\(activity)")
    #expect(
      try authority.report(period, adding: ["activity": row]).plan(activity, service) == after,
      "\(activity)")
  }

  /// Audits with only the columns that a test is about, and one that nothing is to be said of.
  private func audits(_ columns: String, and exports: [String: String] = [:]) -> SmallAuthority {
    let text = "audit_id,child_id,service,auditor,audit_type,completed_date,overall_grade,\(columns)"
    return SmallAuthority("haringey", exports.merging(["audits": text]) { $1 })
  }

  @Test("HA-1: how many assessments, how well, in time, and is anyone better off")
  func ha1() throws {
    let authority = SmallAuthority(
      "haringey",
      settings:
        "indicators: {Child and family assessments in 45 working days: {target: 90, tolerance: 2}, Re-referrals within 12 months: {target: 20, tolerance: 2}}",
      [
        "performance": "indicator,period,service,numerator,denominator,value",
        "audits": "audit_id,service,audit_type,completed_date,domain: Assessment\n"
          + lines(30, "A#,Assessment and Safeguarding,Case audit,06/10/2025,Inadequate"),
      ])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "performance": """
      Child and family assessments completed,2025-10,,,,210
      Child and family assessments in 45 working days,2025-10,,200,210,
      Re-referrals within 12 months,2025-10,,90,210,
      """
    ])
    let value = { (report: SmallReport, name: String) in
      report.figure(.indicatorValue, nil, (.indicator, name))
    }
    #expect(value(before, "Child and family assessments completed") == "not available")
    #expect(value(after, "Child and family assessments completed") == "210.0")
    #expect(value(after, "Child and family assessments in 45 working days").hasPrefix("95.2"))
    let area = (Axis.practiceArea, "Assessment")
    #expect(before.figure(.triangulationReading, nil, area) != "confirmed concern")
    #expect(after.figure(.triangulationStrand, nil, area, (.strand, "quantity")) == "strength")
    #expect(after.figure(.triangulationStrand, nil, area, (.strand, "outcome")) == "concern")
    #expect(
      after.figure(.triangulationReading, nil, area) == "compliant but not yet making a difference")
  }

  @Test("HA-2: a cycle each month in each service, and a Practice Week instead of one")
  func ha2() throws {
    let authority = audits("selection")
    let row = ["audits": "A1,C1,DCT,Ann,Case audit,14/10/2025,Good,"]
    let week = SmallAuthority("haringey", settings: "practice_weeks: [2025-11]", authority.exports)
    for (activity, service) in [("Case audits", "DCT"), ("Re-audits", "MASH")] {
      #expect(try authority.report().plan(activity, service) == "0 of 3", "\(activity)")
      #expect(try week.report().plan(activity, service) == "0 of 2", "\(activity)")
    }
    #expect(try authority.report(adding: row).plan("Case audits", "DCT") == "1 of 3")
    try planned("Practice Week", row: "10/11/2025,,Practice Week,,", from: "0 of 0", to: "1 of 0")
  }

  @Test("HA-3: re-audits lower or unchanged below good, and those after a re-audit")
  func ha3() throws {
    let authority = audits("previous_audit_id,manager_satisfied_date")
    let base = [
      "audits": """
      A1,C1,DCT,Ann,Case audit,06/06/2025,RI,,
      A2,C2,DCT,Ann,Case audit,06/06/2025,Good,,
      A3,C3,DCT,Ann,Case audit,06/06/2025,Inadequate,,
      A4,C4,DCT,Ann,Case audit,06/06/2025,RI,,
      B2,C2,DCT,Ann,Re-audit,03/11/2025,Good,A2,
      """
    ]
    let before = try authority.report(adding: base)
    // Completed on Monday 3 November: five working days end on the 10th. B4 names no audit before: its kind says that it
    // is held against the child's.
    let after = try authority.report(adding: [
      "audits": (base["audits"] ?? "") + """

        B1,C1,DCT,Ann,Re-audit,03/11/2025,RI,A1,
        D1,C1,DCT,Ann,Second re-audit,01/12/2025,RI,B1,
        B3,C3,DCT,Ann,Re-audit,03/11/2025,Good,A3,
        B4,C4,DCT,Ann,Re-audit,03/11/2025,RI,,
        """
    ])
    #expect(before.escalated("HA-3 re-audits").isEmpty)
    #expect(after.escalated("HA-3 re-audits") == ["B1, 51 days", "B4, 51 days", "D1, 23 days"])
    #expect(before.escalated("HA-3 second re-audits").isEmpty)
    #expect(after.escalated("HA-3 second re-audits") == ["D1, 23 days"])
    #expect(before.figure(.reauditsEscalated) == "0" && after.figure(.reauditsEscalated) == "3")
    #expect(after.figure(.reauditsEscalatedAgain) == "1")
    #expect(
      after.framework.escalations.first { $0.id == "HA-3 second re-audits" }?.to
        == "Service manager, head of service and assistant director")
  }

  @Test("HA-4: grades before and after the conversation, overall and by domain, and the shift")
  func ha4() throws {
    let authority = audits(
      "initial_overall_grade,domain: Assessment,initial domain: Assessment,practitioner_conversation_date")
    let before = try authority.report(adding: [
      "audits": "A1,C1,DCT,Ann,Case audit,06/10/2025,Good,Good,Good,Good,07/10/2025"
    ])
    let after = try authority.report(adding: [
      "audits": """
      A1,C1,DCT,Ann,Case audit,06/10/2025,Good,Good,Good,Good,07/10/2025
      A2,C2,DCT,Ann,Case audit,06/10/2025,Good,RI,RI,Good,
      """
    ])
    let row = { (report: SmallReport, what: String) in
      report.row("moderation", "Before and after the conversation", what)
    }
    #expect(row(before, "Overall grade")?["Moved up"] == "0")
    #expect(row(after, "Overall grade")?["Moved up"] == "1")
    #expect(row(before, "Assessment")?["Moved down"] == "0")
    #expect(row(after, "Assessment")?["Moved down"] == "1")
    #expect(after.figure(.conversationMovedUp) == "1")
    #expect(before.plan("Conversation with the practitioner") == "1 of 1")
    #expect(after.plan("Conversation with the practitioner") == "1 of 2")
  }

  @Test("HA-5: reports quality-assured in one working day and revised in three")
  func ha5() throws {
    let authority = audits("submitted_date,qa_date,revised_date")
    let before = try authority.report(adding: [
      "audits": "A0,C0,DCT,Ann,Case audit,,,03/11/2025,04/11/2025,07/11/2025"
    ])
    let after = try authority.report(
      asAt: "2025-11-10",
      adding: [
        "audits": """
        A0,C0,DCT,Ann,Case audit,,,03/11/2025,04/11/2025,07/11/2025
        A1,C1,DCT,Ann,Case audit,,,06/11/2025,,
        A2,C2,DCT,Ann,Case audit,,,07/11/2025,,
        A3,C3,DCT,Ann,Case audit,,,03/11/2025,04/11/2025,
        A4,C4,DCT,Ann,Case audit,,,04/11/2025,05/11/2025,
        """
      ])
    #expect(before.escalated("HA-5 quality assurance").isEmpty)
    // Handed in on Thursday the 6th: Friday is in time. On Friday: Monday the 10th is.
    #expect(after.escalated("HA-5 quality assurance") == ["A1, 3 days"])
    #expect(before.escalated("HA-5 revision").isEmpty)
    // Quality-assured on Tuesday the 4th: Friday the 7th is the last day; on Wednesday: Monday the 10th is.
    #expect(after.escalated("HA-5 revision") == ["A3, 3 days"])
  }

  @Test("HA-6: four grades with what they mean, overall and by domain")
  func ha6() throws {
    let authority = audits("domain: Planning")
    let base = lines(5, "A#,C#,DCT,Ann,Case audit,06/10/2025,Good,Good")
    let before = try authority.report(adding: ["audits": base])
    for grade in ["Outstanding", "Requires Improvement", "Inadequate"] {
      let after = try authority.report(adding: [
        "audits": base + "\nB1,C9,DCT,Ann,Case audit,06/10/2025,\(grade),\(grade)"
      ])
      let place = (Axis.grade, grade)
      #expect(before.figure(.auditsGrade, "DCT", place, (.selection, "random")) == "0", "\(grade)")
      #expect(after.figure(.auditsGrade, "DCT", place, (.selection, "random")) == "1", "\(grade)")
      #expect(after.row("grades-by-domain", "Planning")?[grade] == "1", "\(grade)")
    }
    for definition in [
      "Outstanding. The service goes well beyond minimum", "Good. The service regularly goes beyond minimum",
      "Requires Improvement. The service meets minimum", "Inadequate. The service falls short of minimum",
    ] { #expect(before.says(definition), "\(definition)") }
  }

  @Test("HA-7: disputes step by step, with their results and how long they took")
  func ha7() throws {
    let columns =
      "dispute_raised_date,dispute_met_date,dispute_formal_date,dispute_response_date,dispute_resolved_date,dispute_result"
    let authority = audits(columns)
    let base =
      "A0,C0,DCT,Ann,Case audit,06/10/2025,Good,08/10/2025,10/10/2025,,,14/10/2025,Grade upheld"
    let before = try authority.report(adding: ["audits": base])
    let after = try authority.report(
      asAt: "2025-12-31",
      adding: [
        "audits": base + """

          A1,C1,DCT,Ann,Case audit,06/10/2025,Good,03/11/2025,,,,,
          A2,C2,DCT,Ann,Case audit,06/10/2025,Good,03/11/2025,04/11/2025,,,,
          A3,C3,DCT,Ann,Case audit,06/10/2025,Good,03/11/2025,04/11/2025,05/11/2025,,,
          A4,C4,DCT,Ann,Case audit,06/10/2025,Good,03/11/2025,04/11/2025,05/11/2025,17/11/2025,,
          A5,C5,DCT,Ann,Case audit,06/10/2025,Good,03/11/2025,04/11/2025,05/11/2025,10/11/2025,13/11/2025,Grade changed
          """
      ])
    // Days over to 31 December: five working days from the 3rd end on the 10th, two from the 4th on the 6th, ten from the
    // 5th on the 19th, five from the 17th on the 24th and ten on 1 December.
    for (rule, listed) in [
      ("HA-7 informal meeting", "A1, 51 days"), ("HA-7 informal summary", "A2, 55 days"),
      ("HA-7 formal response", "A3, 42 days"), ("HA-7 head of service", "A4, 37 days"),
      ("HA-7 exceptionally", "A4, 30 days"),
    ] {
      #expect(before.escalated(rule).isEmpty, "\(rule)")
      #expect(after.escalated(rule) == [listed], "\(rule)")
    }
    #expect(before.figure(.disputesRaised) == "1")
    #expect(after.figure(.disputesRaised) == "6")
    #expect(after.figure(.disputesRaised, nil, (.disputeStage, "formal")) == "3")
    #expect(before.row("disputes", "All disputes")?["All"] == "1")
    let all = try #require(after.row("disputes", "All disputes"))
    #expect(all["All"] == "6" && all["Informal"] == "3" && all["Formal"] == "3")
    #expect(after.row("disputes", "Grade changed")?["Formal"] == "1")
    #expect(after.row("disputes", "Grade changed")?["Longest (days)"] == "10")
    #expect(after.row("disputes", "Not resolved yet")?["All"] == "4")
  }

  @Test("HA-8: audits not handed in by their day, and by the same auditor again")
  func ha8() throws {
    let authority = audits("allocated_date,due_date,submitted_date")
    let base = "A0,C0,DCT,Bob,Case audit,06/10/2025,Good,01/10/2025,31/10/2025,06/10/2025"
    let before = try authority.report(adding: ["audits": base])
    let after = try authority.report(adding: [
      "audits": base + """

        A1,C1,DCT,Ann,Case audit,,,01/10/2025,31/10/2025,
        A2,C2,DCT,Ann,Case audit,,,03/11/2025,28/11/2025,
        A3,C3,DCT,Cat,Case audit,,,03/11/2025,,
        """
    ])
    #expect(before.escalated("HA-8 audits not submitted").isEmpty)
    #expect(after.escalated("HA-8 audits not submitted") == ["A1, 61 days", "A2, 33 days"])
    #expect(before.escalated("HA-8 the same auditor again").isEmpty)
    #expect(after.escalated("HA-8 the same auditor again") == ["A2, 33 days"])
    #expect(before.escalated("HA-8 audits without a due date").isEmpty)
    #expect(after.escalated("HA-8 audits without a due date").contains("A3, 28 days"))
  }

  @Test("HA-9: findings discussed in five working days, or ten")
  func ha9() throws {
    let authority = audits("report_sent_date,findings_discussed_date,manager_satisfied_date")
    let base = "A0,C0,DCT,Bob,Case audit,31/10/2025,RI,03/11/2025,17/11/2025,"
    let before = try authority.report(asAt: "2025-11-18", adding: ["audits": base])
    let after = try authority.report(
      asAt: "2025-11-18",
      adding: [
        "audits": base + """

          A1,C1,DCT,Bob,Case audit,31/10/2025,Inadequate,03/11/2025,,
          A2,C2,DCT,Bob,Case audit,31/10/2025,RI,03/11/2025,,
          A3,C3,DCT,Bob,Case audit,31/10/2025,RI,04/11/2025,,
          """
      ])
    #expect(before.escalated("HA-9 inadequate and escalated findings").isEmpty)
    // From Monday 3 November: the 10th for inadequate ones, the 17th for the others; from the 4th the 18th, which is not over.
    #expect(after.escalated("HA-9 inadequate and escalated findings") == ["A1, 8 days"])
    #expect(before.escalated("HA-9 findings that require improvement").isEmpty)
    #expect(after.escalated("HA-9 findings that require improvement") == ["A2, 1 days"])
  }

  @Test("HA-10: each immediate concern is notified")
  func ha10() throws {
    let authority = audits("immediate_concern,concern_notified_date")
    let base = "A0,C0,DCT,Bob,Case audit,06/10/2025,Good,yes,06/10/2025"
    let before = try authority.report(adding: ["audits": base])
    let after = try authority.report(adding: [
      "audits": base + "\nA1,C1,DCT,Bob,Case audit,01/12/2025,Good,yes,"
    ])
    #expect(before.figure(.concernsNotNotified) == "0" && after.figure(.concernsNotNotified) == "1")
    #expect(before.escalated("HA-10 immediate concerns").isEmpty)
    #expect(after.escalated("HA-10 immediate concerns") == ["A1, 30 days"])
    #expect(after.row("records-at-risk", "Immediate concern", "A1") != nil)
  }

  @Test("HA-11: audits of the months are those of the quarter and of the year, with their themes")
  func ha11() throws {
    let worry = "Supervision was not recorded and there was no management oversight of the plan."
    let authority = audits("areas_for_development", and: ["activity": Self.diary])
    let rows = [
      "audits": """
      A1,C1,DCT,Bob,Case audit,06/10/2025,Good,\(worry)
      A2,C2,DCT,Bob,Case audit,31/12/2025,RI,
      """,
      "activity": "06/10/2025,,Monthly report of audits,,",
    ]
    let counts = try ["2025-10", "2025-11", "2025-12", "2025-26-Q3", "2025-26"].map {
      try authority.report($0, adding: rows).figure(.auditsCompleted)
    }
    #expect(counts == ["1", "0", "1", "2", "2"])
    #expect(try authority.report("2025-10").figure(.auditsCompleted) == "0")
    let october = try authority.report("2025-10", adding: rows, readingText: true)
    #expect(october.figure(.themeTexts) == "1")
    #expect(october.document.tables.contains { $0.id == "themes-told" && !$0.rows.isEmpty })
    #expect(try authority.report("2025-10").plan("Monthly report of audits") == "0 of 1")
    #expect(october.plan("Monthly report of audits") == "1 of 1")
    for name in ["qpn", "audits"] {
      let report = try #require(october.framework.reports.first { $0.name == name })
      #expect(report.sections.contains(.themes), "\(name)")
    }
  }

  @Test("HA-12: the assurance table, each line with lead, timescale, report-to and monitoring")
  func ha12() throws {
    let logged = [
      ("Performance information", 3), ("IRO's monthly monitoring of concerns", 3),
      ("IRO's report to service manager", 1), ("Fostering IRO's report", 1),
      ("Analysed findings from complaints", 1), ("ASPIRE report", 1), ("Fostering activity reports", 1),
    ]
    let authority = SmallAuthority(
      "haringey",
      [
        "activity": Self.diary, "audits": "audit_id,service,audit_type,completed_date",
        "IRO concerns": "Number,Date raised,Service,Kind,Outcome",
      ])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "activity": logged.map { "06/10/2025,,\($0.0),," }.joined(separator: "\n"),
      "audits": "A1,DCT,Case audit,06/10/2025",
      "IRO concerns": "1,06/10/2025,Corporate Parenting,Dispute,Resolved",
    ])
    for (activity, due) in logged + [("Audit programme", 3)] {
      #expect(before.plan(activity) == "0 of \(due)", "\(activity)")
      #expect(after.plan(activity) == "1 of \(due)", "\(activity)")
    }
    let table = try #require(after.document.tables.first { $0.id == "plan-readers" })
    let shown = table.rows.map { row in
      Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.header), row.map(\.value.shown)))
    }
    #expect(shown.count == 17)
    for line in shown {
      for column in ["Lead", "As written", "Report to", "Monitored by"] {
        #expect(line[column] != "[x]", "\(line["Activity"] ?? ""): \(column)")
      }
    }
    let complaints = try #require(shown.first { $0["Activity"] == "Analysed findings from complaints" })
    #expect(complaints["Lead"] == "Social Care Complaints Manager" && complaints["Report to"] == "QPN")
    #expect(before.register("IRO concerns") == "0")
    #expect(after.register("IRO concerns", "Kind", "Dispute") == "1")
    let year = try authority.report(
      "2025-26",
      adding: [
        "activity": [
          "IRO's annual report to the network", "Fostering IRO's annual report", "ASPIRE annual report",
          "Fostering activity annual report",
        ].map { "06/03/2026,,\($0),," }.joined(separator: "\n")
      ])
    for activity in [
      "IRO's annual report to the network", "Fostering IRO's annual report", "ASPIRE annual report",
      "Fostering activity annual report",
    ] { #expect(year.plan(activity) == "1 of 1", "\(activity)") }
  }

  @Test("HA-13: indicators beside others, and what could not be read of the exports")
  func ha13() throws {
    let authority = SmallAuthority(
      "haringey",
      [
        "performance":
          "indicator,period,numerator,denominator,statistical_neighbours,england\nSupervision in timescale,2025-10,9,10,,"
      ])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "performance": "Visits in timescale,2025-10,80,100,85.5,83.0\nVisits in timescale,never,80,100,,"
    ])
    #expect(before.row("indicators-beside-others", "Visits in timescale") == nil)
    let row = try #require(after.row("indicators-beside-others", "Visits in timescale"))
    #expect(row.values.contains("85.5") && row.values.contains("83.0"))
    let unreadable = { (report: SmallReport) in
      report.dataset.reconciliation.reduce(0) { $0 + $1.rowsRead - $1.used }
    }
    #expect(unreadable(before) == 0 && unreadable(after) == 1)
    #expect(after.document.tables.contains { $0.id == "what-could-not-be-read" && !$0.rows.isEmpty })
    #expect(!before.document.tables.contains { $0.id == "what-could-not-be-read" && !$0.rows.isEmpty })
  }

  @Test("HA-14: MASH audits and re-audits each month")
  func ha14() throws {
    let authority = audits("previous_audit_id")
    let base = ["audits": "A0,C1,MASH,Ann,MASH audit,06/06/2025,RI,"]
    let before = try authority.report(adding: base)
    let after = try authority.report(adding: [
      "audits": (base["audits"] ?? "") + """

        A1,C2,MASH,Ann,MASH case audit,06/10/2025,Good,
        A2,C1,MASH,Bob,Re audit,07/10/2025,Good,A0
        """
    ])
    #expect(before.plan("MASH audits", "MASH") == "0 of 3" && after.plan("MASH audits", "MASH") == "1 of 3")
    #expect(before.plan("Re-audits", "MASH") == "0 of 3" && after.plan("Re-audits", "MASH") == "1 of 3")
    #expect(after.figure(.auditsGrade, "MASH", (.grade, "Good"), (.selection, "random")) == "1")
    let lead = after.framework.plan.first { $0.name == "MASH audits" }?.lead
    #expect(lead == "Heads of service")
  }

  @Test("HA-15: second re-audits meet the team manager too, and inadequate audits are told of at once")
  func ha15() throws {
    let authority = audits("previous_audit_id,practitioner_conversation_date,manager_satisfied_date")
    let base = """
      A0,C1,DCT,Ann,Case audit,06/06/2025,RI,,07/06/2025,
      B0,C1,DCT,Ann,Re-audit,06/08/2025,Good,A0,07/08/2025,
      """
    let before = try authority.report(adding: ["audits": base])
    let after = try authority.report(adding: [
      "audits": base + """

        D0,C1,DCT,Ann,Second re-audit,01/12/2025,Good,B0,,
        A9,C9,DCT,Ann,Case audit,28/11/2025,Inadequate,,01/12/2025,
        """
    ])
    #expect(before.escalated("HA-15 second re-audits").isEmpty)
    #expect(after.escalated("HA-15 second re-audits") == ["D0, 30 days"])
    #expect(before.escalated("HA-15 inadequate audits").isEmpty)
    #expect(after.escalated("HA-15 inadequate audits").map { $0.prefix(2) } == ["A9"])
  }

  @Test("HA-16: the LADO's quarter and year, and the Practice Week's summary for the network")
  func ha16() throws {
    let authority = SmallAuthority(
      "haringey",
      ["LADO referrals": "Referral number,Date of referral,Service,Setting,Profession,Outcome"])
    let row = ["LADO referrals": "L1,06/10/2025,,School,Teacher,Unfounded"]
    #expect(try authority.report().register("LADO referrals") == "0")
    let quarter = try authority.report(adding: row)
    #expect(quarter.register("LADO referrals") == "1")
    for (column, says) in [("Setting", "School"), ("Profession", "Teacher"), ("Outcome", "Unfounded")] {
      #expect(quarter.register("LADO referrals", column, says) == "1", "\(column)")
    }
    #expect(try authority.report("2025-26", adding: row).register("LADO referrals") == "1")
    try planned("LADO report", row: "06/10/2025,,LADO report,,", from: "0 of 1", to: "1 of 1")
    try planned(
      "LADO annual report", row: "06/03/2026,,LADO annual report,,", from: "0 of 1", to: "1 of 1",
      in: "2025-26")
    try planned(
      "Practice Week summary to the network",
      row: "10/11/2025,,Practice Week,,\n24/11/2025,,Practice Week summary to the network,,", from: "0 of 0",
      to: "1 of 1")
    // Its summary goes to the first meeting whose papers are due after the month it is in.
    let week = SmallAuthority("haringey", settings: "practice_weeks: [2025-11]", authority.exports)
    let year = try #require(Period(parsing: "2025-26"))
    let summaries = { (framework: Framework) in
      DutyCalendar(framework, meetingsIn: year).duties.filter { $0.report == "practice-week" }
    }
    let due = try summaries(week.report().framework)
    #expect(due.map(\.period) == [Period(parsing: "2025-11")])
    #expect(due.map(\.meeting) == ["Quality and Performance Network"])
    #expect(due.map(\.day.iso) == ["2025-12-19"])
    #expect(try summaries(authority.report().framework).isEmpty)
  }
}
