import Foundation
import QAModel
import Testing

/// What Kirklees' two documents oblige to, one test an id: rows are planted in a small workspace of the shipped framework,
/// and what they change is held against the same workspace without them.
@Suite("Kirklees' obligations")
struct KirkleesObligationTests {
  private static let diary = "date,service,activity,lead,events,note\n01/07/2025,KSCP,Induction,,,"
  private static let unit = "Child Protection and Review Unit"

  private func planned(
    _ activity: String, _ service: String? = nil, row: String, from before: String, to after: String
  ) throws {
    let authority = SmallAuthority("kirklees", ["activity": Self.diary])
    #expect(try authority.report().plan(activity, service) == before, "\(activity)")
    #expect(try authority.report(adding: ["activity": row]).plan(activity, service) == after, "\(activity)")
  }

  @Test("KI-1: how much, how well and what difference are read together")
  func ki1() throws {
    let authority = SmallAuthority(
      "kirklees",
      [
        "audits": """
        audit_id,service,audit_type,selection,completed_date,domain: Views of children and families
        \(lines(30, "A#,CPRU,LEC,random,14/10/2025,Good"))
        """,
        "dip_samples": """
        sample_id,sample_date,service,child_id,standard,response
        \(lines(30, "S#,14/10/2025,CPRU,C#,Child's voice recorded,yes"))
        """,
        "feedback": "feedback_id,date,source,service,question,rating",
      ])
    let area = (Axis.practiceArea, "Views of children and families")
    let before = try authority.report()
    #expect(before.figure(.triangulationStrand, Self.unit, area, (.strand, "quantity")) == "strength")
    #expect(before.figure(.triangulationStrand, Self.unit, area, (.strand, "quality")) == "strength")
    #expect(
      before.figure(.triangulationStrand, Self.unit, area, (.strand, "outcome")) == "not enough evidence")
    let unhappy = try authority.report(adding: [
      "feedback": lines(30, "F#,15/10/2025,Child,CPRU,I feel listened to,Disagree")
    ])
    #expect(unhappy.figure(.triangulationStrand, Self.unit, area, (.strand, "outcome")) == "concern")
    #expect(
      unhappy.figure(.triangulationReading, Self.unit, area) == "compliant but not yet making a difference")
    let happy = try authority.report(adding: [
      "feedback": lines(30, "F#,15/10/2025,Child,CPRU,I feel listened to,Agree")
    ])
    #expect(happy.figure(.triangulationReading, Self.unit, area) == "confirmed strength")
  }

  @Test("KI-2: the panel's actions with their time, its decisions, and when papers and queries are due")
  func ki2() throws {
    let authority = SmallAuthority(
      "kirklees",
      settings: "meetings: {Assurance and Performance Panel: {day: {weekday: wednesday, week: 3}}}",
      [
        "actions":
          "action_id,raised_date,service,owner,theme,due_date,completed_date,panel_decision,decision_date,risk_register",
        "audits": "audit_id,service,audit_type,completed_date,immediate_concern,concern_notified_date",
      ])
    let before = try authority.report()
    #expect(before.escalated("KI-2 panel actions").isEmpty)
    let after = try authority.report(adding: [
      "actions": "P1,01/09/2025,CPRU,Ann,Visits,15/11/2025,,Return to panel,17/09/2025,yes",
      "audits": "A1,CPRU,LEC,01/12/2025,yes,",
    ])
    #expect(after.escalated("KI-2 panel actions") == ["P1, 46 days"])
    #expect(after.escalated("KI-2 immediate concerns") == ["A1, 30 days"])
    #expect(after.figure(.actionsOverdue, Self.unit) == "1")
    let decision = try #require(after.row("decisions-before", "P1"))
    #expect(decision["What became of it"]?.contains("the panel: Return to panel") == true)
    // The third Wednesday of October 2025 is the 15th.
    let panel = try #require(after.framework.meetings.first { $0.name == "Assurance and Performance Panel" })
    let month = try #require(Period(parsing: "2025-10"))
    let day = try #require(panel.days(in: month, calendar: .englandAndWales(more: [])).first)
    #expect(day.iso == "2025-10-15")
    #expect(panel.papersDue(for: day).iso == "2025-10-08")
    #expect(panel.lastQueries(for: day)?.iso == "2025-10-12")
    #expect(panel.signedOffBy == "Senior Leadership Team")
    #expect(panel.receives.contains("highlight"))
  }

  @Test(
    "KI-3: the moderation panel meets every six weeks and reports; its grades are held against the moderators'"
  )
  func ki3() throws {
    try planned("Moderation panel", row: "14/10/2025,,Moderation panel,,,", from: "0 of 2", to: "1 of 2")
    try planned(
      "Moderation panel's report to the assurance panel",
      row: "14/11/2025,,Moderation panel's report to the assurance panel,,,", from: "0 of 1", to: "1 of 1")
    let authority = SmallAuthority(
      "kirklees",
      [
        "audits":
          "audit_id,service,audit_type,completed_date,overall_grade,moderated_grade,moderation_date,panel_grade,panel_date\nA1,CPRU,LEC,06/10/2025,Good,Good,08/10/2025,,"
      ])
    #expect(try authority.report().row("moderation", "Moderator and panel", "Overall grade") == nil)
    let after = try authority.report(adding: [
      "audits": "A2,CPRU,LEC,06/10/2025,Good,Good,08/10/2025,RI,14/10/2025"
    ])
    let row = try #require(after.row("moderation", "Moderator and panel", "Overall grade"))
    #expect(row["Moved down"] == "1")
  }

  @Test("KI-4: the year's audits are its quarters' together, and its report is counted")
  func ki4() throws {
    let header = "audit_id,service,audit_type,completed_date\nA1,CPRU,LEC,06/05/2025\nA0,CPRU,LEC,06/05/2024"
    let authority = SmallAuthority("kirklees", ["audits": header, "activity": Self.diary])
    let rows = [
      "audits": "A2,CPRU,LEC,31/03/2026", "activity": "01/03/2026,,Annual quality assurance report,,,",
    ]
    let before = try authority.report("2025-26")
    #expect(before.figure(.auditsCompleted) == "1")
    #expect(before.figure(.auditsCompleted, back: 1) == "1")
    #expect(before.plan("Annual quality assurance report") == "0 of 1")
    let after = try authority.report("2025-26", adding: rows)
    #expect(after.figure(.auditsCompleted) == "2")
    #expect(after.plan("Annual quality assurance report") == "1 of 1")
    let quarters = try ["Q1", "Q2", "Q3", "Q4"].map {
      try authority.report("2025-26-\($0)", adding: rows).figure(.auditsCompleted)
    }
    #expect(quarters == ["1", "0", "0", "1"])
  }

  @Test(
    "KI-5: conversations in five parts without a grade, and the last four weeks' worries for the next learning days"
  )
  func ki5() throws {
    let parts = [
      "Views of children and families", "Lived experience", "Alongside the social worker",
      "Impact of practice",
      "Management oversight and supervision",
    ]
    let authority = SmallAuthority(
      "kirklees",
      [
        "audits":
          "audit_id,service,audit_type,selection,completed_date,areas_for_development,"
          + parts.map { "domain: \($0)" }.joined(separator: ",")
          + "\n" + lines(5, "A#,CPRU,LEC,random,06/10/2025,,Good,Good,Good,Good,Good")
      ])
    let before = try authority.report(readingText: true)
    #expect(before.plan("Learning enabled conversations") == "5 of [z]")
    for part in parts {
      #expect(
        before.figure(.auditsDomainGood, nil, (.domain, part), (.selection, "random")) == "5 of 5", "\(part)")
    }
    #expect(!before.says("next practice learning days"))
    let worry = "Supervision was not recorded and there was no management oversight of the plan."
    let after = try authority.report(
      adding: ["audits": lines(5, "B#,CPRU,LEC,random,08/12/2025,\(worry),RI,RI,RI,RI,RI")], readingText: true
    )
    #expect(after.plan("Learning enabled conversations") == "10 of [z]")
    for part in parts {
      #expect(
        after.figure(.auditsDomainGood, nil, (.domain, part), (.selection, "random")) == "5 of 10", "\(part)")
    }
    #expect(after.says("next practice learning days"))
    // What was written before the last four weeks does not pick them.
    let earlier = try authority.report(
      adding: ["audits": lines(5, "B#,CPRU,LEC,random,01/12/2025,\(worry),RI,RI,RI,RI,RI")], readingText: true
    )
    #expect(!earlier.says("next practice learning days"))
    try planned(
      "Learning enabled steering group", row: "14/10/2025,,Learning enabled steering group,,,",
      from: "0 of 3",
      to: "1 of 3")
  }

  @Test("KI-6: complaints by service and stage, compliments, quarterly and in the year")
  func ki6() throws {
    let authority = SmallAuthority(
      "kirklees",
      [
        "complaints":
          "reference,procedure,type,received_date,stage,stage_started_date,service,category,outcome,responded_date\nC1,statutory,complaint,06/10/2025,1,06/10/2025,Fostering,Delay,upheld,13/10/2025",
        "activity": Self.diary,
      ])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "complaints":
        "C2,statutory,complaint,07/10/2025,2,07/10/2025,A&I,Communication,not upheld,28/10/2025\nP1,,compliment,08/10/2025,,,Fostering,,,",
      "activity": """
      15/10/2025,,Complaints and compliments report to the panel,,,
      15/10/2025,Complaints and Compliments,Complaints and Compliments monitoring,,,
      """,
    ])
    #expect(before.figure(.complaintsReceived, "Assessment and Intervention") == "0")
    #expect(after.figure(.complaintsReceived, "Assessment and Intervention") == "1")
    #expect(after.figure(.complaintsReceived, nil, (.stage, "2")) == "1")
    #expect(after.figure(.complimentsReceived, "Fostering Service") == "1")
    #expect(after.row("complaints-over-time", "Statutory, stage 2, not upheld")?["Q3 2025-26"] == "1")
    #expect(before.plan("Complaints and compliments report to the panel") == "0 of 1")
    #expect(after.plan("Complaints and compliments report to the panel") == "1 of 1")
    #expect(
      after.plan("Complaints and Compliments monitoring", "Compliments and Complaints") == "1 of 1")
    let year = try authority.report(
      "2025-26",
      adding: [
        "activity": "16/03/2026,Complaints and Compliments,Annual Complaints/Compliments report,,,"
      ])
    #expect(year.figure(.complaintsReceived) == "1")
    #expect(year.plan("Annual Complaints/Compliments report", "Compliments and Complaints") == "1 of 1")
  }

  @Test("KI-7: what children say of their advocates, and the rights team's reports")
  func ki7() throws {
    let authority = SmallAuthority(
      "kirklees",
      [
        "feedback":
          "feedback_id,date,source,service,question,rating\nF1,06/10/2025,Child,Children's Rights,My advocate helped me,Agree",
        "activity": Self.diary,
      ])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "feedback": "F2,07/10/2025,Child,Children's Rights,Advocacy helped,Disagree",
      "activity": """
      15/10/2025,,Children's rights report to the panel,,,
      15/10/2025,Children's Rights,Feedback from Children and Young People who have received Advocacy,,,
      """,
    ])
    let question = (Axis.question, "My advocate helped me")
    #expect(before.figure(.feedbackRating, nil, question, (.rating, "Disagree")) == "0")
    #expect(after.figure(.feedbackRating, nil, question, (.rating, "Disagree")) == "1")
    let complaints = try authority.report(adding: [
      "complaints": """
      reference,procedure,type,received_date,stage,service,made_by,advocate
      K1,statutory,complaint,06/10/2025,1,Children's Rights,Young person,yes
      K2,statutory,complaint,07/10/2025,1,Children's Rights,Parent,no
      """
    ])
    #expect(before.figure(.complaintsByChild) == "not available")
    #expect(complaints.figure(.complaintsByChild) == "1")
    #expect(complaints.figure(.complaintsWithAdvocate) == "1")
    #expect(before.plan("Children's rights report to the panel") == "0 of 1")
    #expect(after.plan("Children's rights report to the panel") == "1 of 1")
    #expect(
      after.plan(
        "Feedback from Children and Young People who have received Advocacy", "Children's Rights Team")
        == "1 of 1")
    let year = try authority.report(
      "2025-26",
      adding: [
        "activity": "16/03/2026,Children's Rights,Annual report,,,"
      ])
    #expect(year.plan("Annual report", "Children's Rights Team") == "1 of 1")
  }

  @Test("KI-8: an indicator beside its target, statistical neighbours and England")
  func ki8() throws {
    let authority = SmallAuthority(
      "kirklees",
      [
        "performance":
          "indicator,period,service,numerator,denominator,value,target,statistical_neighbours,england\nSupervision in timescale,2025-10,,80,100,,,,"
      ])
    let name = "Assessments completed in 45 working days"
    #expect(try authority.report().figure(.indicatorValue, nil, (.indicator, name)) == "not available")
    let after = try authority.report(adding: ["performance": "\(name),2025-10,,85,100,,90,82.5,84.1"])
    #expect(after.figure(.indicatorValue, nil, (.indicator, name)) == "85.0")
    let row = try #require(after.row("indicators-beside-others", name))
    #expect(row.values.contains("82.5") && row.values.contains("84.1"))
  }

  @Test("KI-10: LADO referrals by setting, profession, action and outcome, and the monthly report")
  func ki10() throws {
    let authority = SmallAuthority(
      "kirklees",
      [
        "LADO referrals":
          "Referral number,Date of referral,Setting,Profession,Action,Outcome,Lessons learnt\nL1,06/10/2025,School,Teacher,Strategy meeting,Unfounded,"
      ])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "LADO referrals": "L2,20/10/2025,Nursery,Nursery nurse,Advice,Substantiated,Safer recruitment"
    ])
    #expect(before.register("LADO referrals") == "1")
    #expect(after.register("LADO referrals") == "2")
    #expect(after.figure(.registerRecords, nil, (.register, "LADO referrals")) == "2")
    for (column, says) in [
      ("Setting", "Nursery"), ("Profession", "Nursery nurse"), ("Action", "Advice"),
      ("Outcome", "Substantiated"),
    ] {
      #expect(before.register("LADO referrals", column, says) == nil)
      #expect(after.register("LADO referrals", column, says) == "1", "\(column)")
    }
    try planned(
      "QA reports for HoS and SLT", "Local Area Designated Officer",
      row: "20/10/2025,LADO,QA reports for HoS and SLT,,,", from: "0 of 3", to: "1 of 3")
  }

  @Test("KI-11: sessions, visits, circles and the observation week are counted, and what was heard is read")
  func ki11() throws {
    for (activity, service, due) in [
      ("Staff engagement sessions", "Senior Leadership Team", "1"),
      ("Planned programme of front-line office visits", "Senior Leadership Team", "1"),
      ("Director circles", nil, "[z]"), ("Practice observation week", nil, "[z]"),
    ] {
      try planned(
        activity, service, row: "14/10/2025,\(service ?? ""),\(activity),,,", from: "0 of \(due)",
        to: "1 of \(due)")
    }
    let authority = SmallAuthority("kirklees", ["activity": Self.diary])
    let heard = try authority.report(
      adding: ["activity": "14/10/2025,SLT,Director circles,,,Caseloads are too high and there is no time."],
      readingText: true)
    #expect(try authority.report(readingText: true).figure(.themeTexts) == "0")
    #expect(heard.figure(.themeTexts) == "1")
    #expect(heard.plan("Director circles") == "1 of [z]")
  }

  @Test("KI-12: reviewing officers' escalations by theme and outcome, monitored monthly")
  func ki12() throws {
    let authority = SmallAuthority(
      "kirklees",
      ["IRO escalations": "Number,Date raised,Kind,Theme,Outcome\n1,06/08/2025,Informal,Drift,Resolved"])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "IRO escalations": "2,14/10/2025,Dispute,Placement,Open"
    ])
    #expect(before.register("IRO escalations") == "0")
    #expect(after.register("IRO escalations") == "1")
    #expect(after.register("IRO escalations", "Kind", "Dispute") == "1")
    #expect(after.register("IRO escalations", "Theme", "Placement") == "1")
    #expect(after.register("IRO escalations", "Outcome", "Open") == "1")
    try planned(
      "Monitoring of escalations and disputes", Self.unit,
      row: "14/10/2025,CPRU,Monitoring of escalations and disputes,,,", from: "0 of 3", to: "1 of 3")
  }

  @Test("KI-13: good practice found, and how it was shared")
  func ki13() throws {
    let authority = SmallAuthority(
      "kirklees", ["Good practice": "Date found,Service,Found in,Shared through,Example"])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "Good practice": "14/10/2025,CPRU,Learning enabled conversation,High five,Direct work"
    ])
    #expect(before.register("Good practice") == "0")
    #expect(after.register("Good practice") == "1")
    #expect(after.register("Good practice", "Found in", "Learning enabled conversation") == "1")
    #expect(after.register("Good practice", "Shared through", "High five") == "1")
    #expect(after.figure(.registerRecords, Self.unit, (.register, "Good practice")) == "1")
  }

  @Test("KI-14: the service managers' learning event each quarter, with each area's activity")
  func ki14() throws {
    try planned(
      "Service managers' learning event", row: "14/10/2025,,Service managers' learning event,,,",
      from: "0 of 1",
      to: "1 of 1")
    let authority = SmallAuthority(
      "kirklees",
      ["audits": "audit_id,service,audit_type,completed_date\nA1,Early Support,LEC,06/10/2025"])
    let after = try authority.report(adding: [
      "audits": "A2,A&I,LEC,06/10/2025\nA3,Children in Care,LEC,06/10/2025"
    ])
    for service in ["Early Support", "Assessment and Intervention", "Corporate Parenting"] {
      #expect(after.row("activity-by-service", service)?["Audits completed"] == "1", "\(service)")
    }
    #expect(
      try authority.report().row("activity-by-service", "Corporate Parenting")?["Audits completed"] == "0")
  }

  @Test("KI-15: what each conference, placement and draft asks for is due as often as there were any")
  func ki15() throws {
    let authority = SmallAuthority(
      "kirklees",
      ["activity": Self.diary, "audits": "audit_id,service,audit_type,completed_date"])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "activity": """
      10/10/2025,CPRU,Child protection conference,,4,
      11/10/2025,CPRU,Completion of conference monitoring form,IRO,,
      20/10/2025,Placements,Placement,,3,
      20/10/2025,Placements,Placement assurance,HoS,,
      20/10/2025,SENDACT,EHCP draft or final,,2,
      """,
      "audits": "E1,SENDACT,EHCP QA,21/10/2025",
    ])
    for (activity, service, counted) in [
      ("Completion of conference monitoring form", Self.unit, "1 of 4"),
      ("Mid Way reviews", Self.unit, "0 of 4"), ("Placement Assurance", "Placement Team", "1 of 3"),
      ("EHCP QA (Draft and Final)", "SENDACT", "1 of 2"),
    ] {
      #expect(before.plan(activity, service) == "0 of 0", "\(activity)")
      #expect(after.plan(activity, service) == counted, "\(activity)")
    }
  }
}
