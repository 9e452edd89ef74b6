import Analysis
import QAModel
import Testing

/// Since April 2026 the inspectorate's own framework has no overall grade: exports then have domains alone.
@Suite("Audits without an overall grade")
struct DomainOnlyTests {
  /// 12 audits in two services, 8 moderated, without one overall grade: Assessment good in 9 of 12, Planning in 3.
  private func records() -> Records {
    var records = Records()
    for number in 0..<12 {
      let assessment = number < 9 ? "G" : "R"
      let planning = number < 3 ? "G" : "I"
      records.audit(
        "2025-10-\(10 + number)", child: "C\(number)", service: number < 6 ? "Early Help" : "Care",
        team: number < 6 ? "North" : "South", level: "Level 3", on: number < 8 ? "2025-11-20" : nil,
        domains: [
          .init(initial: "R", audited: assessment, moderated: number < 8 ? "G" : nil),
          .init(initial: planning, audited: planning, moderated: number < 8 ? planning : nil),
        ], auditor: "Auditor Ash")
    }
    for number in 0..<5 {
      records.audit(
        "2025-11-0\(number + 1)", type: "Thematic audit", domains: [.init(audited: "G"), .init(audited: "I")])
    }
    return records
  }

  private func document(_ records: Records, _ audience: Audience = .internal) throws -> ReportDocument {
    let period = try #require(Period(parsing: "2025-26-Q3"))
    let maker = records.maker(periodsBefore: 7)
    let request = AnalysisRequest(period: period, asAt: period.last, audience: audience)
    let findings = try Disclosure.disclose(maker.findings(), framework: records.framework, request: request)
    return ReportPlan.report(
      findings: findings, records: maker.recordLists(), dataset: records.dataset,
      framework: records.framework, request: request)
  }

  private func table(_ id: String, _ document: ReportDocument) throws -> Table {
    try #require(document.tables.first { $0.id == id }, "there is no table \(id)")
  }

  private func text(_ document: ReportDocument) -> String {
    func sentences(_ section: Section) -> [String] {
      section.blocks.flatMap { block -> [Sentence] in
        switch block {
        case .paragraph(let paragraph): paragraph.sentences
        case .list(let items): items.flatMap(\.sentences)
        case .chart(let chart): [chart.caption]
        case .table: []
        }
      }.map(\.plainText) + section.sections.flatMap(sentences)
    }
    return document.sections.flatMap(sentences).joined(separator: "\n")
  }

  @Test func domainsCarryTheProfile() throws {
    let document = try document(records())
    let domains = try table("grades-by-domain", document)
    #expect(
      domains.rows.map { $0.map(\.value.shown) } == [
        ["Assessment", "0", "9", "3", "0", "9", "12", "75%", "47%", "91%"],
        ["Planning", "0", "3", "0", "9", "3", "12", "25%", "9%", "53%"],
      ])
    let services = try table("domain-grades-by-service", document)
    #expect(
      services.rows.map { $0.map(\.value.shown) } == [
        ["All services", "75%", "25%"], ["Early Help", "100%", "50%"], ["Care", "50%", "0%"],
      ])
    let groups = try table("grades-by-group", document)
    #expect(
      groups.rows.map { $0.map(\.value.shown) } == [
        ["Level 3", "Level of need", "75%", "25%"], ["Case audit", "Audit type", "75%", "25%"],
        ["North", "Team", "100%", "50%"], ["South", "Team", "50%", "0%"],
      ])
    let apart = try table("audits-apart", document)
    #expect(apart.rows.map { $0.map(\.value.shown) } == [["Targeted", "5", "100%", "0%"]])
    for id in ["grade-profile-by-service", "audits-over-time"] {
      #expect(!document.tables.contains { $0.id == id }, "\(id) would be empty")
    }
  }

  @Test func sentencesSpeakOfDomains() throws {
    let text = text(try document(records()))
    #expect(text.contains("Audits of this period have no overall grade: the domains carry the profile"))
    #expect(
      text.contains(
        "Practice: audits have no overall grade. Graded Good or better most often: assessment, 9 of 12 (75%, likely 47% to 91%). Least often: planning, 3 of 12 (25%, likely 9% to 53%)."
      ))
    #expect(
      text.contains(
        "highest: assessment in Early Help, 6 of 6 (100%, likely 61% to 100%). Lowest: planning in Care, 0 of 6 (0%, likely 0% to 39%)."
      ))
    #expect(!text.contains("with an overall grade: too few"))
    #expect(!text.contains("were graded Good or better."))
  }

  @Test func moderationAndConversationsAreByDomain() throws {
    let document = try document(records())
    let rows = try table("moderation", document).rows.map { $0.map(\.value.shown) }
    #expect(
      rows == [
        ["Before and after the conversation", "Assessment", "12", "3", "9", "0", "25%", "[z]", "[z]", "[z]"],
        ["Before and after the conversation", "Planning", "12", "12", "0", "0", "100%", "[z]", "[z]", "[z]"],
        ["Auditor and moderator", "Assessment", "8", "8", "0", "0", "100%", "[u]", "[u]", "[u]"],
        ["Auditor and moderator", "Planning", "8", "8", "0", "0", "100%", "[u]", "[u]", "[u]"],
      ])
    #expect(
      text(document).contains(
        "After the conversation with the practitioner a domain's grade changed most often for assessment, 9 of 12"
      ))
    let auditors = try table("moderation-by-auditor", document)
    #expect(auditors.rows.map { $0.map(\.value.shown) } == [["Auditor Ash", "8", "16", "0", "0"]])
  }

  @Test(arguments: [Audience.board, .public])
  func nobodyElseSeesWhoAudited(_ audience: Audience) throws {
    let document = try document(records(), audience)
    #expect(!document.tables.contains { $0.id == "moderation-by-auditor" })
    let cells = document.tables.flatMap { $0.rows.flatMap { $0.map(\.value.shown) } }
    #expect(!cells.contains { $0.contains("Ash") })
    #expect(!text(document).contains("Ash"))
    let domains = try table("grades-by-domain", document)
    // 3 of 12 and their rest are small numbers for the public.
    let shown = domains.rows.map { $0.map(\.value.shown) }
    if audience == .public {
      #expect(
        shown == [
          ["Assessment", "[c]", "[c]", "[c]", "[c]", "[c]"], ["Planning", "[c]", "[c]", "[c]", "[c]", "[c]"],
        ])
      #expect(!document.tables.contains { $0.id == "grade-profile" })
    }
  }

  /// What became of a domain or two in a re-audit, and whether it is escalated.
  static let movements: [([String?], [String?], Set<MeasureID>)] = [
    (["R", "G"], ["G", "G"], [.reauditsBetter]),
    (["G", "G"], ["G", "G"], [.reauditsUnchanged]),
    (["R", "G"], ["R", "O"], [.reauditsBetter, .reauditsEscalated]),
    (["G", "G"], ["O", "R"], [.reauditsLower, .reauditsEscalated]),
    (["I", nil], ["I", "G"], [.reauditsUnchanged, .reauditsEscalated]),
    ([nil, "G"], ["G", nil], [.reauditsNotComparable]),
  ]

  @Test(arguments: movements)
  func reauditsAreComparedDomainByDomain(
    before: [String?], after: [String?], expected: Set<MeasureID>
  ) {
    var records = Records()
    records.audit("2025-09-01", domains: before.map { .init(audited: $0) })
    records.audit("2025-11-01", type: "Re-audit", domains: after.map { .init(audited: $0) }, previous: "A1")
    let figures = records.maker().figures()
    for measure in [
      MeasureID.reauditsBetter, .reauditsUnchanged, .reauditsLower, .reauditsEscalated,
      .reauditsNotComparable,
    ] {
      #expect(figures.outcome(measure) == .count(expected.contains(measure) ? 1 : 0), "\(measure)")
    }
  }

  @Test func anInadequateDomainIsReviewedAndDiscussed() {
    var records = Records()
    records.audit("2025-10-07", domains: [.init(audited: "G"), .init(audited: "I")])
    records.audit("2025-10-07", domains: [.init(audited: "R"), .init(audited: "G")])
    records.audit(
      "2025-10-07", grade: "G", domains: [.init(audited: "I")],
      dates: [\.findingsDiscussed: "2025-10-08", \.qaReview: "2025-10-08"])
    records.framework.escalations = [
      EscalationRule(id: "serious", trigger: .seriousFindingsNotDiscussed, to: "x"),
      EscalationRule(id: "other", trigger: .findingsNotDiscussed, to: "x"),
      EscalationRule(id: "review", trigger: .inadequateNotReviewed, to: "x"),
    ]
    let maker = records.maker()
    #expect(maker.figures().outcome(.inadequateWithoutReview) == .count(1))
    let found: [[EscalationOutcome.Record]] = maker.recordLists().escalations.map { $0.hits.map(\.record) }
    let expected: [[EscalationOutcome.Record]] = [
      [.audit(row: 0, id: 0)], [.audit(row: 1, id: 1)], [.audit(row: 0, id: 0)],
    ]
    #expect(found == expected)
  }

  /// An earlier period with overall grades does not hide that this one has none.
  @Test func periodsAreReadByThemselves() throws {
    var records = records()
    for _ in 0..<6 { records.audit("2025-07-07", team: "North", grade: "G") }
    let document = try document(records)
    #expect(document.tables.contains { $0.id == "domain-grades-by-service" })
    let rows = try table("grades-over-time-by-group", document).rows
    let north = try #require(rows.first { $0[0].value == .text("North") })
    #expect(north.suffix(2).map(\.value.shown) == ["100%", "[u]"])
  }

  /// 40 audits a quarter: planning fell from 36 good to 12.
  @Test func aChangeOfADomainIsClaimed() throws {
    var records = Records()
    for number in 0..<40 {
      for (month, good) in [("07", 36), ("10", 12)] {
        records.audit(
          "2025-\(month)-10", child: "C\(month)\(number)",
          domains: [.init(audited: "G"), .init(audited: number < good ? "G" : "R")])
      }
    }
    let text = text(try document(records))
    #expect(
      text.contains("Declined: Random audits graded Good or better for planning, all services, fell from 90%")
    )
  }
}
