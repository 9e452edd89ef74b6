import Analysis
import QAModel
import Testing

@Suite("Grades by group, held against each other, and what every activity asks")
struct GradeGroupTests {
  @Test func gradesByTeamTypeAndLevelAreOfRandomAudits() throws {
    var records = Records()
    for (position, grade) in ["O", "G", "R", "G", "I"].enumerated() {
      records.audit(
        "2025-10-0\(position + 1)", service: position < 3 ? "Early Help" : "Care", team: "North",
        level: position < 4 ? "Level 3" : nil, grade: grade)
    }
    records.audit("2025-10-07", team: "North", level: "Level 3", type: "Thematic audit", grade: "I")
    records.audit("2025-10-07", team: "South", type: "Re-audit", grade: "I")
    records.audit("2025-09-07", team: "South", level: "Level 4", grade: "G")
    let maker = records.maker()
    let figures = maker.figures()
    #expect(
      figures.outcome(.auditsGoodOrBetter, team: "North") == .share(3, of: 5, Wilson.interval(3, of: 5)))
    #expect(figures.outcome(.auditsGrade, first: (.grade, "Good"), team: "North") == .count(2))
    #expect(
      figures.outcome(.auditsGrade, first: (.grade, "Good"), second: (.levelOfNeed, "Level 3")) == .count(2))
    #expect(figures.outcome(.auditsGoodOrBetter, first: (.levelOfNeed, "Level 3")) == .insufficient(n: 4))
    #expect(
      figures.outcome(.auditsGoodOrBetter, first: (.auditType, "Case audit"))
        == .share(3, of: 5, Wilson.interval(3, of: 5)))
    #expect(figures.outcome(.auditsGoodOrBetter, first: (.auditType, "Re-audit")) == .insufficient(n: 0))
    #expect(
      figures.outcome(
        .auditsGrade, first: (.grade, "Inadequate"), second: (.auditType, "Thematic audit")) == .count(0))
    // The period before, and no team of the period it is not in.
    #expect(figures.outcome(.auditsGrade, first: (.grade, "Good"), team: "South", period: 1) == .count(1))
    #expect(figures.outcome(.auditsGoodOrBetter, team: "South") == .insufficient(n: 0))
    // The rows behind a team's figure are found by its key.
    let key = try #require(figures.key(.auditsGrade, first: (.grade, "Good"), team: "North"))
    #expect(maker.rows(behind: key)?.rows.map(\.row) == [1, 3])
    #expect(
      Set(figures.figures.map { figures.slug($0.key) }).count == figures.figures.count, "slugs are unique")
  }

  @Test func thePanelIsHeldAgainstTheModerator() {
    var records = Records()
    for (moderator, panel, day) in [
      ("G", "G", "2025-12-01"), ("R", "G", "2025-12-01"), ("G", "I", "2025-12-01"), ("G", "I", "2026-01-12"),
      (nil, "G", "2025-12-01"),
    ] {
      records.audit(
        "2025-10-07", grade: "O", moderated: moderator, on: "2025-11-01", panel: panel, panelOn: day,
        domains: [.init(audited: "O", moderated: moderator, panel: panel)])
    }
    let figures = records.maker().figures()
    for place in [nil, (Axis.domain, "Assessment")] {
      #expect(figures.outcome(.panelCompared, first: place) == .count(3))
      #expect(figures.outcome(.panelExact, first: place) == .count(1))
      #expect(figures.outcome(.panelMovedUp, first: place) == .count(1))
      #expect(figures.outcome(.panelMovedDown, first: place) == .count(1))
      #expect(figures.outcome(.panelAgreement, first: place) == .insufficient(n: 3))
      #expect(figures.outcome(.panelKappa, first: place) == .insufficient(n: 3))
      // The moderator is held against the auditor as before.
      #expect(figures.outcome(.moderated, first: place) == .count(4))
    }
  }

  @Test func theConversationMovesGradesUpAndDown() {
    var records = Records()
    for (before, after) in [("R", "G"), ("I", "R"), ("G", "R"), ("G", "G"), (nil, "G")] {
      records.audit(
        "2025-10-07", grade: after, initial: before, domains: [.init(initial: before, audited: after)])
    }
    let figures = records.maker().figures()
    for place in [nil, (Axis.domain, "Assessment")] {
      #expect(figures.outcome(.conversationMovedUp, first: place) == .count(2))
      #expect(figures.outcome(.conversationMovedDown, first: place) == .count(1))
    }
  }

  @Test func moderationByAuditorIsFromFiveAudits() {
    var records = Records()
    for grade in ["G", "G", "O", "R", "I"] {
      records.audit("2025-10-07", grade: "G", moderated: grade, on: "2025-11-01", auditor: "Ash")
    }
    for _ in 0..<4 {
      records.audit("2025-10-07", grade: "G", moderated: "R", on: "2025-11-01", auditor: "Birch")
    }
    // Another period's, and one moderated later, are none of these.
    records.audit("2025-09-07", grade: "G", moderated: "R", on: "2025-11-01", auditor: "Birch")
    records.audit("2025-10-07", grade: "G", moderated: "R", on: "2026-01-12", auditor: "Birch")
    for _ in 0..<5 {
      records.audit(
        "2025-10-07", on: "2025-11-01",
        domains: [
          .init(audited: "G", moderated: "G"), .init(audited: "R", moderated: "G"),
        ], auditor: "Cedar")
    }
    let found = records.maker().recordLists().moderationByAuditor
    #expect(
      found == [
        AuditorModeration(auditor: 2, audits: 5, exact: 5, movedUp: 5, movedDown: 0),
        AuditorModeration(auditor: 0, audits: 5, exact: 2, movedUp: 1, movedDown: 2),
      ])
  }

  @Test func familiesAskedAndIdentityConsidered() {
    var records = Records()
    for answer in [Answer.yes, .yes, .partly, .no, .yes, nil] {
      records.audit(
        "2025-10-07", moderated: answer == .no ? "G" : nil, on: "2025-10-21", familyFeedback: answer,
        sought: answer.map { $0 == .no ? .no : .yes }, identity: answer)
      records.observation("2025-10-07", identity: answer)
      records.supervisionAudit("2025-10-07", identity: answer)
    }
    // A sample looks at several standards: it counts once.
    for sample in 0..<5 {
      for standard in ["Seen alone", "Plan updated"] {
        records.dip(
          "2025-10-07", standard: standard, sample: "S\(sample)", identity: sample < 2 ? .yes : .no, .yes)
      }
    }
    let figures = records.maker().figures()
    #expect(figures.outcome(.familyFeedbackSought) == .share(4, of: 5, Wilson.interval(4, of: 5)))
    #expect(figures.outcome(.familyFeedbackObtained) == .share(3, of: 5, Wilson.interval(3, of: 5)))
    for measure in [
      MeasureID.auditsIdentityConsidered, .observationsIdentityConsidered,
      .supervisionAuditsIdentityConsidered,
    ] { #expect(figures.outcome(measure) == .share(3, of: 5, Wilson.interval(3, of: 5))) }
    #expect(figures.outcome(.dipIdentityConsidered) == .share(2, of: 5, Wilson.interval(2, of: 5)))
    #expect(figures.outcome(.moderationIdentityConsidered) == .insufficient(n: 1))
  }
}
