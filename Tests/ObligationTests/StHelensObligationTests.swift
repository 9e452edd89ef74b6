import Analysis
import Foundation
import QAModel
import Testing

/// What St Helens' document obliges to, one test an id: rows are planted in a small workspace of the shipped framework, and
/// what they change is held against the same workspace without them.
@Suite("St Helens' obligations")
struct StHelensObligationTests {
  private static let services = "services: [Early Help, Fostering]"
  private static let diary = "date,service,activity,lead,events,note\n01/07/2025,Fostering,Induction,,,"

  private func authority(_ exports: [String: String], settings: String = "") -> SmallAuthority {
    SmallAuthority("st-helens", settings: Self.services + "\n" + settings, exports)
  }

  private func planned(
    _ activity: String, row: String, from before: String, to after: String, in period: String = "2025-26-Q3"
  ) throws {
    let authority = authority(["activity": Self.diary])
    #expect(try authority.report(period).plan(activity) == before, "\(activity)")
    #expect(try authority.report(period, adding: ["activity": row]).plan(activity) == after, "\(activity)")
  }

  /// Sixty visits a month of which `met` were in time, of a year, and 30 a month in the last three.
  private static func visits(until last: Int = 60) -> String {
    let months = (10...12).map { "2024-\($0)" } + (1...9).map { "2025-0\($0)" }
    return
      (months.map { "Visits in timescale,\($0),60,60" }
      + (10...12).map {
        "Visits in timescale,2025-\($0),\(last),60"
      }).joined(separator: "\n")
  }

  @Test(
    "SH-1: what is collected is evaluated, points to what is next, is acted on, and the impact is reviewed")
  func sh1() throws {
    let authority = authority([
      "dip_samples": "sample_id,sample_date,service,child_id,standard,response\n"
        + lines(30, "S#,06/10/2025,Fostering,C#,Child seen alone,yes"),
      "audits": "audit_id,service,audit_type,selection,completed_date,domain: Voice of the child",
      "actions":
        "action_id,raised_date,service,owner,description,measure,due_date,completed_date",
    ])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "audits": lines(30, "A#,Fostering,CCR,random,06/10/2025,Inadequate"),
      "actions":
        "N1,06/05/2025,Fostering,Ann,Visit plans,Child seen alone,29/08/2025,29/08/2025",
    ])
    let area = (Axis.practiceArea, "Voice of the child")
    let quality = (Axis.strand, "quality")
    #expect(before.figure(.triangulationStrand, "Fostering", area, quality) == "not enough evidence")
    #expect(after.figure(.triangulationStrand, "Fostering", area, quality) == "concern")
    #expect(before.row("lines-of-enquiry", "Fostering", "Voice of the child") == nil)
    #expect(after.row("lines-of-enquiry", "Fostering", "Voice of the child") != nil)
    #expect(before.records.learning.isEmpty && after.records.learning.count == 1)
  }

  @Test("SH-2: quantity and compliance, quality, experience and feedback, strand by strand")
  func sh2() throws {
    let authority = authority([
      "dip_samples": "sample_id,sample_date,service,child_id,standard,response",
      "audits": "audit_id,service,audit_type,selection,completed_date,domain: Voice of the child",
      "feedback": "feedback_id,date,source,service,question,rating",
    ])
    let planted = [
      ("quantity", "dip_samples", lines(30, "S#,06/10/2025,Fostering,C#,Child seen alone,yes")),
      ("quality", "audits", lines(30, "A#,Fostering,CCR,random,06/10/2025,Good")),
      ("outcome", "feedback", lines(30, "F#,06/10/2025,Child,Fostering,I feel listened to,Agree")),
    ]
    let area = (Axis.practiceArea, "Voice of the child")
    let before = try authority.report()
    for (strand, dataset, rows) in planted {
      let after = try authority.report(adding: [dataset: rows])
      for (other, _, _) in planted {
        let read = { (report: SmallReport) in
          report.figure(.triangulationStrand, "Fostering", area, (.strand, other))
        }
        #expect(read(before) == "not enough evidence")
        #expect(read(after) == (other == strand ? "strength" : "not enough evidence"), "\(dataset), \(other)")
      }
    }
  }

  @Test("SH-3: a service's page in the form of the appendices, and one due of each")
  func sh3() throws {
    let authority = authority([
      "audits": "audit_id,service,audit_type,selection,completed_date,domain: Voice of the child",
      "feedback": "feedback_id,date,source,service,question,rating\n"
        + lines(30, "F#,06/10/2025,Child,Fostering,I feel listened to,Disagree"),
    ])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "audits": lines(30, "A#,Fostering,CCR,random,06/10/2025,Inadequate")
    ])
    // Two services, one summary each.
    #expect(after.plan("Service summary of quality assurance") == "[x] of 2")
    #expect(after.plan("Routine oversight report by heads of service") == "[x] of 2")
    let page = { (report: SmallReport) -> [String] in
      report.document.sections.first { $0.id == "services" }?.sections
        .first { $0.title == "Fostering" }?.sections.map(\.title) ?? []
    }
    #expect(
      page(after).prefix(4) == [
        "Quality assurance activity undertaken: Fostering", "What's working well: Fostering",
        "What are we worried about: Fostering", "Action needed: Fostering",
      ])
    #expect(!before.says("30 audits completed.") && after.says("30 audits completed."))
    #expect(!before.says("Voice of the child: confirmed concern"))
    #expect(after.says("Voice of the child: confirmed concern"))
  }

  @Test("SH-4: the minimums of samples, reviews, observations and supervision, and who is told")
  func sh4() throws {
    let authority = authority([
      "dip_samples": "sample_id,sample_date,service,child_id,reviewer,standard,response\n"
        + lines(9, "S#,06/10/2025,Fostering,C#,Hana,Child seen alone,yes"),
      "audits": "audit_id,child_id,service,audit_type,completed_date,auditor\n"
        + lines(19, "A#,C#,Fostering,CCR,06/10/2025,Hana"),
      "observations": """
      observation_id,date,observer,observer_role,worker,service
      O8,06/07/2024,Ada,Assistant Director,Pat,Fostering
      O9,06/07/2024,Dee,Director of Children's Services,Pat,Fostering
      """,
      "supervision_audits": "id,date,supervisor,reviewer,service",
      "activity": Self.diary,
      "staff": """
      worker,role,service,started_date
      Pat,Practitioner,Fostering,01/09/2020
      Tom,Team Manager,Fostering,01/09/2020
      Hana,Head of Service,Fostering,01/09/2020
      """,
    ])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "dip_samples": "S99,07/10/2025,Fostering,C99,Hana,Child seen alone,yes",
      "audits": "A99,C99,Fostering,CCR,07/10/2025,Hana",
      "observations": """
      O1,06/10/2025,Tom,Team Manager,Pat,Fostering
      O2,06/10/2025,Hana,Head of Service,Tom,Fostering
      O3,06/10/2025,Ada,Assistant Director,Pat,Fostering
      O4,06/10/2025,Dee,Director of Children's Services,Pat,Fostering
      """,
      "supervision_audits": "V1,06/10/2025,Tom,Hana,Fostering",
      "activity": "06/10/2025,,Thematic audit,,,",
    ])
    for (activity, was, now) in [
      ("Children dip-sampled", "9 of 10", "10 of 10"),
      ("Collaborative case reviews", "19 of 20", "20 of 20"), ("Thematic audits", "0 of 1", "1 of 1"),
      ("Observation of every practitioner", "0 of 1", "1 of 1"),
      ("Observation of every team manager", "0 of 1", "1 of 1"),
      ("Observation by the assistant director", "0 of 1", "1 of 1"),
      ("Observation by the director", "0 of 0", "1 of 0"),
      ("Supervision by every team manager reviewed", "0 of 1", "1 of 1"),
    ] {
      #expect(before.plan(activity) == was, "\(activity)")
      #expect(after.plan(activity) == now, "\(activity)")
    }
    #expect(before.escalated("SH-4 dip samples").count == 1)
    #expect(before.escalated("SH-4 collaborative case reviews").count == 1)
    #expect(after.escalated("SH-4 dip samples").isEmpty)
    #expect(after.escalated("SH-4 collaborative case reviews").isEmpty)
  }

  @Test("SH-5: reviews in seven areas with an overall grade; those who were chosen stay out of the profile")
  func sh5() throws {
    let areas = [
      "Assessment", "Planning", "Multi-agency review", "Voice of the child",
      "Parents and carers engagement", "Management oversight and supervision", "Case recording",
    ]
    let header =
      "audit_id,child_id,service,audit_type,selection,completed_date,overall_grade,moderated_grade,moderation_date,"
      + areas.map { "domain: \($0)" }.joined(separator: ",")
    let good = lines(
      5, "A#,C#,Fostering,CCR,random,06/10/2025,Good,Good,07/10/2025,Good,Good,Good,Good,Good,Good,Good")
    let authority = authority(["audits": header + "\n" + good])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "audits": """
      B1,C8,Fostering,CCR,random,06/10/2025,Good,RI,07/10/2025,RI,RI,RI,RI,RI,RI,RI
      B2,C9,Fostering,CCR,,06/10/2025,Inadequate,,,,,,,,,
      """
    ])
    for area in areas {
      let key = [(Axis.domain, area), (.selection, "random")]
      #expect(before.figure(.auditsDomainGood, nil, key[0], key[1]) == "5 of 5", "\(area)")
      #expect(after.figure(.auditsDomainGood, nil, key[0], key[1]) == "5 of 6", "\(area)")
    }
    #expect(after.figure(.auditsGrade, nil, (.grade, "Requires Improvement"), (.selection, "random")) == "1")
    let reviews = (Axis.auditType, "Collaborative case review")
    #expect(before.figure(.auditsCompleted, nil, reviews) == "5")
    #expect(after.figure(.auditsCompleted, nil, reviews) == "7")
    #expect(after.figure(.moderationMovedDown) == "1")
    #expect(after.figure(.auditsGoodOrBetter) == "5 of 6")
    #expect(after.row("audits-apart", "Unstated")?["Inadequate"] == "1")
  }

  @Test("SH-6: an indicator that fell says where to look next")
  func sh6() throws {
    let header = "indicator,period,numerator,denominator\n"
    let before = try authority(["performance": header + Self.visits()]).report()
    let after = try authority(["performance": header + Self.visits(until: 20)]).report()
    let next = { (report: SmallReport) in
      report.document.tables.first { $0.id == "lines-of-enquiry" }?.rows.map { $0.map(\.value.shown) } ?? []
    }
    #expect(next(before).isEmpty)
    #expect(
      next(after).contains { $0[1] == "Voice of the child" && $0[2] == "Declined: visits in timescale" })
  }

  @Test("SH-7: what children, families and staff say in the quarter")
  func sh7() throws {
    let authority = authority([
      "feedback":
        "feedback_id,date,source,service,question,rating\nF0,06/07/2025,Child,Fostering,I feel listened to,Agree",
      "activity": Self.diary,
    ])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "feedback": """
      F1,06/10/2025,Child,Fostering,I am listened to,Agree
      F2,06/10/2025,Parent,Fostering,Things are better,Disagree
      F3,06/10/2025,Staff,Fostering,I know what the plan is,Agree
      """,
      "activity": "06/10/2025,,Children in Care Council,,,\n06/10/2025,,Care leavers forum,,,",
    ])
    #expect(before.figure(.feedbackReceived) == "0" && after.figure(.feedbackReceived) == "3")
    for source in ["Child", "Parent", "Staff"] {
      #expect(after.row("feedback-by-source", source)?["Received"] == "1", "\(source)")
    }
    for (question, rating) in [
      ("I feel listened to", "Agree"), ("Things are better for my family", "Disagree"),
      ("I know what the plan is", "Agree"),
    ] {
      let place = [(Axis.question, question), (.rating, rating)]
      #expect(before.figure(.feedbackRating, nil, place[0], place[1]) == "0", "\(question)")
      #expect(after.figure(.feedbackRating, nil, place[0], place[1]) == "1", "\(question)")
    }
    for activity in ["Feedback from the children in care council", "Feedback from the care leavers forum"] {
      #expect(before.plan(activity) == "0 of 1" && after.plan(activity) == "1 of 1", "\(activity)")
    }
  }

  @Test("SH-8: the leadership team meets on the quarter's findings, and they go on from there")
  func sh8() throws {
    try planned(
      "Quality assurance meeting of the departmental leadership team",
      row: "15/10/2025,,DLT quality assurance meeting,,,", from: "0 of 1", to: "1 of 1")
    let report = try authority(["activity": Self.diary]).report()
    let quarter = try #require(Period(parsing: "2025-26-Q3"))
    func meeting(_ name: String) throws -> Meeting {
      try #require(report.framework.meetings.first { $0.name == name }, "\(name)")
    }
    let team = try meeting("Departmental Leadership Team")
    let days = team.days(in: quarter, calendar: .englandAndWales(more: []))
    #expect(days.map(\.iso) == ["2025-10-15"])
    #expect(team.receives.contains("quarterly") && team.receives.contains("annual"))
    for name in ["Chief Executive's Senior Leadership Team", "Scrutiny", "Children's Improvement Board"] {
      let meeting = try meeting(name)
      let day = try #require(meeting.days(in: quarter, calendar: .englandAndWales(more: [])).first)
      #expect(days[0] < day && meeting.receives == ["board"] && meeting.audience == .board, "\(name)")
    }
    // A workspace's own day stands over the framework's.
    let own = try authority(
      ["activity": Self.diary], settings: "meetings: {Departmental Leadership Team: {day: {working_day: 3}}}"
    ).report().framework.meetings.first { $0.name == "Departmental Leadership Team" }
    #expect(own?.days(in: quarter, calendar: .englandAndWales(more: [])).map(\.iso) == ["2025-10-03"])
  }

  @Test("SH-9: whether practice changed after what was learnt")
  func sh9() throws {
    let authority = authority([
      "dip_samples": "sample_id,sample_date,service,child_id,standard,response\n"
        + lines(40, "S#,06/05/2025,Fostering,C#,Child seen alone,no") + "\n"
        + lines(40, "T#,06/10/2025,Fostering,D#,Child seen alone,yes"),
      "actions": "action_id,raised_date,service,owner,description,measure,due_date,completed_date",
    ])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "actions": "N1,06/06/2025,Fostering,Ann,Visit plans,Child seen alone,30/08/2025,29/08/2025"
    ])
    #expect(before.row("learning-loop", "N1") == nil)
    #expect(after.row("learning-loop", "N1")?["Result"] == "Improved after")
    let year = try authority.report(
      "2025-26",
      adding: [
        "actions": "N1,06/06/2025,Fostering,Ann,Visit plans,Child seen alone,30/08/2025,29/08/2025"
      ])
    #expect(year.row("learning-loop", "N1")?["Result"] == "Improved after")
  }

  /// The table of appendix 6: who does which activity how often.
  @Test("SH-10: appendix 6, each role's activity done against due")
  func sh10() throws {
    let authority = authority([
      "audits": "audit_id,child_id,service,audit_type,completed_date,auditor,auditor_team",
      "dip_samples": "sample_id,sample_date,service,child_id,reviewer,standard,response",
      "supervision_audits": "id,date,supervisor,reviewer,service",
      "staff": """
      worker,role,service,started_date
      Pia,Principal Social Worker,Fostering,01/09/2020
      Hana,Head of Service,Fostering,01/09/2020
      Tom,Team Manager,Fostering,01/09/2020
      Ada,Assistant Director,Fostering,01/09/2020
      Dee,Director of Children's Services,Fostering,01/09/2020
      Ian,IRO,Fostering,01/09/2020
      Imp,Advanced Practitioner,Fostering,01/09/2020
      """,
    ])
    let before = try authority.report()
    let people = ["Pia", "Hana", "Tom", "Ada", "Dee", "Ian"]
    let after = try authority.report(adding: [
      "audits":
        (people.enumerated().map {
          "T\($0.offset),X\($0.offset),Fostering,Thematic,06/10/2025,\($0.element),"
        }
        + people.enumerated().map { "R\($0.offset),Y\($0.offset),Fostering,CCR,06/10/2025,\($0.element)," }
        + [
          "T9,X9,Fostering,Thematic,06/10/2025,Imp,Improvement Team",
          "R9,Y9,Fostering,CCR,06/10/2025,Imp,Improvement Team",
        ]).joined(separator: "\n"),
      "dip_samples": ["Pia", "Hana", "Tom"].enumerated().map {
        "S\($0.offset),06/10/2025,Fostering,Z\($0.offset),\($0.element),Child seen alone,yes"
      }.joined(separator: "\n"),
      "supervision_audits": """
      V1,06/10/2025,Tom,Pia,Fostering
      V2,06/10/2025,Tom,Imp,Fostering
      V3,06/10/2025,Hana,Ada,Fostering
      V4,06/10/2025,Ada,Dee,Fostering
      """,
    ])
    for (activity, due) in [
      ("Dip sampling by heads of service", 1), ("Dip sampling by managers", 1),
      ("Dip sampling by the principal social worker", 1),
      ("Supervision by every head of service reviewed", 1),
      ("Supervision by every assistant director reviewed", 1),
      ("Newly qualified workers' supervision sampled by the principal social worker", 9),
      ("Newly qualified workers' supervision sampled by the improvement team", 9),
      ("Thematic audits by the improvement team", 1), ("Thematic audits by managers", 1),
      ("Thematic audits by the assistant director", 1), ("Thematic audits by the director", 1),
      ("Collaborative case reviews by the principal social worker", 1),
      ("Collaborative case reviews by the improvement team", 1),
      ("Collaborative case reviews by IROs and CP chairs", 1),
      ("Collaborative case reviews by heads of service", 1),
    ] {
      #expect(before.plan(activity) == "0 of \(due)", "\(activity)")
      #expect(after.plan(activity) == "1 of \(due)", "\(activity)")
    }
  }

  @Test("SH-11: the next quarter's schedule, week by week, and what of this one's was done")
  func sh11() throws {
    let report = try authority(["activity": Self.diary]).report()
    // The third Mondays of January, February and March 2026.
    for (activity, month, week) in [
      ("Children dip-sampled", "January", "Week beginning 19 Jan 2026"),
      (
        "Quality assurance meeting of the departmental leadership team", "January",
        "Week beginning 19 Jan 2026"
      ),
      ("Thematic audits", "February", "Week beginning 16 Feb 2026"),
      ("Collaborative case reviews", "March", "Week beginning 16 Mar 2026"),
      ("Supervision by every team manager reviewed", "January", "To be timetabled"),
      ("Supervision by every head of service reviewed", "January", "To be timetabled"),
      (
        "Newly qualified workers' supervision sampled by the principal social worker", "January",
        "To be timetabled"
      ),
      (
        "Newly qualified workers' supervision sampled by the improvement team", "January",
        "To be timetabled"
      ),
      ("Learning event", "January", "To be timetabled"),
      ("Routine oversight report by heads of service", "March", "To be timetabled"),
    ] { #expect(report.row("schedule", month, week, activity) != nil, "\(activity)") }
    // The director is in neither appendix; what they have in two months, and before the leadership team, is said.
    let director = report.framework.plan.first {
      $0.name == "Supervision by every assistant director reviewed"
    }
    #expect(director != nil && director?.scheduled == nil)
    for words in ["first and second months of the quarter", "SLT in the week of 9 January"] {
      #expect(report.framework.choices.contains { $0.contains(words) }, "\(words)")
    }
    try planned("Thematic audits", row: "18/11/2025,,Thematic audit,,,", from: "0 of 1", to: "1 of 1")
  }

  @Test("SH-12: identity in every activity, moderation among them")
  func sh12() throws {
    let authority = authority([
      "audits":
        "audit_id,service,audit_type,completed_date,overall_grade,moderated_grade,moderation_date,identity_considered",
      "dip_samples": "sample_id,sample_date,service,child_id,standard,response,identity_considered",
      "observations": "observation_id,date,service,identity_considered",
      "supervision_audits": "id,date,service,identity_considered",
    ])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "audits": lines(5, "A#,Fostering,CCR,06/10/2025,Good,Good,07/10/2025,no") + "\n"
        + lines(5, "B#,Fostering,CCR,06/10/2025,Good,,,yes"),
      "dip_samples": lines(5, "S#,06/10/2025,Fostering,C#,Identity needs,no,yes"),
      "observations": lines(5, "O#,06/10/2025,Fostering,no"),
      "supervision_audits": lines(5, "V#,06/10/2025,Fostering,yes"),
    ])
    for (measure, share) in [
      (MeasureID.auditsIdentityConsidered, "5 of 10"), (.moderationIdentityConsidered, "0 of 5"),
      (.dipIdentityConsidered, "5 of 5"), (.observationsIdentityConsidered, "0 of 5"),
      (.supervisionAuditsIdentityConsidered, "5 of 5"),
    ] {
      #expect(before.figure(measure) == "insufficient: 0", "\(measure)")
      #expect(after.figure(measure) == share, "\(measure)")
    }
    #expect(after.row("asked-in-every-activity", "Identity considered, moderated audits") != nil)
    #expect(before.row("asked-in-every-activity", "Identity considered, moderated audits") == nil)
    #expect(after.row("dip-samples-by-standard", "Identity needs recorded")?["Out of"] == "5")
  }

  @Test("SH-13: what was learnt by early help, SEND, youth justice, the partnership and others")
  func sh13() throws {
    let sources = [
      "Early help", "SEND", "Youth Justice Service", "Personal education plans", "Safeguarding unit",
      "Safeguarding partnership", "Panel chairs", "Ofsted",
    ]
    let authority = authority([
      "learning from elsewhere": "Date,Service,Source,Area of practice,What it says,Learning"
    ])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "learning from elsewhere": sources.map { "06/10/2025,,\($0),Planning,Worry,Plans drift" }
        .joined(separator: "\n")
    ])
    #expect(before.register("Learning from elsewhere") == "0")
    #expect(after.register("Learning from elsewhere") == "8")
    for source in sources {
      #expect(after.register("Learning from elsewhere", "Source", source) == "1", "\(source)")
    }
    #expect(after.register("Learning from elsewhere", "Area of practice", "Planning") == "8")
    #expect(after.register("Learning from elsewhere", "What it says", "Worry") == "8")
    try planned(
      "IRO and CP chair report", row: "06/10/2025,,IRO and CP chair report,,,", from: "0 of 1", to: "1 of 1")
  }

  @Test("SH-14: the practitioner is given feedback on every audit, and actions are followed up")
  func sh14() throws {
    let authority = authority([
      "audits": "audit_id,service,audit_type,completed_date,practitioner_conversation_date",
      "actions": "action_id,raised_date,source,service,owner,due_date,completed_date",
    ])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "audits": "A1,Fostering,CCR,06/10/2025,07/10/2025\nA2,Fostering,Thematic,06/10/2025,05/01/2026",
      "actions":
        "N1,06/10/2025,CCR,Fostering,Ann,30/11/2025,\nN2,06/10/2025,CCR,Fostering,Ann,30/11/2025,28/11/2025",
    ])
    #expect(before.plan("Feedback to the practitioner") == "0 of 0")
    // Met after the as-at day is not met yet.
    #expect(after.plan("Feedback to the practitioner") == "1 of 2")
    #expect(before.figure(.actionsDue) == "0" && after.figure(.actionsDue) == "2")
    #expect(after.row("actions-by-service", "Fostering")?["Overdue"] == "1")
  }

  @Test("SH-15: the practitioner forum, its summary and survey, and the yearly survey of staff")
  func sh15() throws {
    try planned("Practitioner forum", row: "06/10/2025,,Practitioner forum,,,", from: "0 of 3", to: "1 of 3")
    try planned(
      "Practitioner forum's summary of feedback",
      row: "06/10/2025,,Practitioner forum's summary of feedback,,,", from: "0 of 1", to: "1 of 1")
    try planned(
      "Practitioner forum's survey of workers", row: "06/10/2025,,Practitioner survey,,,", from: "0 of 1",
      to: "1 of 1")
    try planned(
      "Survey of staff", row: "06/10/2025,,Staff survey,,,", from: "0 of 1", to: "1 of 1", in: "2025-26")
  }

  @Test("SH-16: learning events, and the principal social worker's annual report")
  func sh16() throws {
    try planned("Learning event", row: "06/10/2025,,Learning event,,,", from: "0 of 1", to: "1 of 1")
    try planned(
      "Principal social worker's annual report",
      row: "06/03/2026,,Principal social worker's annual report,,,",
      from: "0 of 1", to: "1 of 1", in: "2025-26")
  }

  @Test("SH-17: panels, gateway meetings and decisions, summarised by every head of service")
  func sh17() throws {
    let authority = authority(["routine oversight": "Date,Service,Meeting or decision,Result,Summary"])
    let before = try authority.report()
    let after = try authority.report(adding: [
      "routine oversight":
        "06/10/2025,Fostering,Legal gateway meeting,Threshold met,\n07/10/2025,Fostering,Out of area placement,Agreed,"
    ])
    #expect(before.register("Routine oversight") == "0" && after.register("Routine oversight") == "2")
    #expect(after.register("Routine oversight", "Meeting or decision", "Legal gateway meeting") == "1")
    #expect(after.register("Routine oversight", "Result", "Agreed") == "1")
    #expect(after.figure(.registerRecords, "Fostering", (.register, "Routine oversight")) == "2")
    try planned(
      "Routine oversight report by heads of service",
      row:
        "06/10/2025,Fostering,Routine oversight report,,,\n07/10/2025,Fostering,Routine oversight report,,,",
      from: "0 of 2", to: "1 of 2")
  }
}
