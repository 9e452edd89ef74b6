import Analysis
import QAModel
import Testing

@Suite struct TriangulationTests {
  /// Quantity, quality, outcome: S strength, C concern, – silent. Every combination in which two strands or more speak.
  static let patterns: [(String, JointReading)] = [
    ("SSS", .confirmedStrength), ("SS–", .confirmedStrength), ("S–S", .confirmedStrength),
    ("–SS", .confirmedStrength), ("CCC", .confirmedConcern), ("CC–", .confirmedConcern),
    ("C–C", .confirmedConcern),
    ("–CC", .confirmedConcern), ("SCC", .compliantButNoDifference), ("SC–", .compliantButNoDifference),
    ("S–C", .compliantButNoDifference), ("SSC", .compliantButNoDifference),
    ("CSS", .practiceNotShownInCompliance),
    ("CS–", .practiceNotShownInCompliance), ("–CS", .outcomesNotExplained), ("CCS", .outcomesNotExplained),
    ("SCS", .outcomesNotExplained), ("C–S", .outcomesNotExplained), ("–SC", .contradictory),
    ("CSC", .contradictory),
  ]

  @Test func allSixtyFourCombinations() {
    #expect(JointReadingTable.rows.count == 64)
    #expect(Set(JointReadingTable.rows.map { [$0.quantity, $0.quality, $0.outcome] }).count == 64)
    let expected = Dictionary(uniqueKeysWithValues: Self.patterns)
    for row in JointReadingTable.rows {
      let pattern = [row.quantity, row.quality, row.outcome].map { reading in
        switch reading {
        case .strength: "S"
        case .concern: "C"
        case .mixed, .notEnoughEvidence: "–"
        }
      }
      #expect(row.joint == expected[pattern.joined()] ?? .notEnoughEvidence, "\(pattern)")
    }
  }

  private func records(visits: (Double, Double), grades: (good: Int, of: Int), answers: (good: Int, of: Int))
    -> Records
  {
    var records = Records()
    records.framework.indicators = [
      Indicator(Term("Visits"), target: 90),
      Indicator(Term("Re-referrals"), polarity: .lowIsGood, target: 20),
    ]
    records.framework.practiceAreas = [
      PracticeArea(
        id: "voice", name: "Voice",
        evidence: [
          .quantity: [.indicator(0), .standard(0), .standard(1)], .quality: [.domain(0)],
          .outcome: [.question(0), .complaintCategory("Delay")],
        ])
    ]
    records.performance(0, from: "2025-10-01", to: "2025-12-31", service: "Care", visits.0, of: visits.1)
    for number in 0..<grades.of {
      records.audit(
        "2025-10-07", service: "Care", domains: [.init(audited: number < grades.good ? "G" : "R")])
    }
    for number in 0..<answers.of {
      records.feedback("2025-10-07", service: "Care", rating: number < answers.good ? 0 : 2)
    }
    records.complaint("C1", received: "2025-10-07", service: "Care", category: "Delay")
    return records
  }

  private func reading(_ records: Records, service: UInt32? = 1, area: Int = 0) throws -> AreaReading {
    try #require(
      records.maker().findings().triangulation.areas.first { $0.service == service && $0.area == area })
  }

  @Test func compliantButNotYetMakingADifference() throws {
    let records = records(visits: (1845, 1909), grades: (1, 11), answers: (2, 11))
    let area = try reading(records)
    #expect(area.strands[.quantity]?.reading == .strength)
    #expect(area.strands[.quality]?.reading == .concern)
    #expect(area.strands[.outcome]?.reading == .concern)
    #expect(area.joint == .compliantButNoDifference)
    #expect(area.n == 1909 + 11 + 11)
    #expect(area.contradictions.count == 3)
    let complaints = try #require(
      area.strands[.outcome]?.evidence.first { $0.source == .complaintCategory("Delay") })
    #expect(complaints.denominator == 1 && complaints.reading == nil && complaints.figures.count == 1)
    let figures = records.maker().figures()
    #expect(
      figures.outcome(.triangulationReading, service: "Care", first: (.practiceArea, "Voice"))
        == .joint(.compliantButNoDifference, n: 1931))
    #expect(
      figures.outcome(
        .triangulationStrand, service: "Care", first: (.practiceArea, "Voice"), second: (.strand, "quality"))
        == .strand(.concern, n: 11))
    // All services together are the one that has records; another has no evidence.
    #expect(try reading(records, service: nil).joint == .compliantButNoDifference)
    #expect(try reading(records, service: 0).joint == .notEnoughEvidence)
  }

  @Test func theBoundDecidesNotTheShare() throws {
    // 10 of 11 is 91 %, and its interval reaches below 70 %.
    let area = try reading(records(visits: (95, 100), grades: (10, 11), answers: (4, 4)))
    #expect(area.strands[.quantity]?.reading == .mixed)
    #expect(area.strands[.quality]?.reading == .mixed)
    #expect(area.strands[.outcome]?.reading == .notEnoughEvidence)
    #expect(area.strands[.outcome]?.n == 0)
    #expect(area.joint == .notEnoughEvidence)
  }

  @Test func standardsAreReadTogether() throws {
    var records = records(visits: (0, 0), grades: (0, 0), answers: (0, 0))
    for number in 0..<8 {
      records.dip("2025-10-07", service: "Care", standard: number < 4 ? "Seen alone" : "Plan updated", .no)
    }
    let quantity = try #require(try reading(records).strands[.quantity])
    let standards = try #require(quantity.evidence.first { $0.sources == [.standard(0), .standard(1)] })
    #expect(standards.numerator == 0 && standards.denominator == 8 && standards.reading == .concern)
    #expect(standards.interval == Wilson.interval(0, of: 8))
    #expect(quantity.reading == .concern && quantity.n == 8)
  }

  @Test func whereLowIsGoodTheComplementIsRead() throws {
    var records = records(visits: (0, 0), grades: (0, 0), answers: (0, 0))
    records.framework.practiceAreas = [
      PracticeArea(id: "a", name: "A", evidence: [.outcome: [.indicator(1)]])
    ]
    records.performance(1, from: "2025-10-01", to: "2025-12-31", service: "Care", 10, of: 100)
    let low = try #require(try reading(records).strands[.outcome])
    #expect(low.evidence[0].numerator == 90 && low.evidence[0].threshold == 0.8 && low.reading == .strength)
    records.performance(1, from: "2025-10-01", to: "2025-12-31", service: "Early Help", 40, of: 100)
    #expect(try reading(records, service: 0).strands[.outcome]?.reading == .concern)
  }

  @Test func aStrengthAndAConcernInOneStrandAreMixed() throws {
    var records = records(visits: (1845, 1909), grades: (0, 0), answers: (0, 0))
    for _ in 0..<20 { records.dip("2025-10-07", service: "Care", .no) }
    let area = try reading(records)
    #expect(area.strands[.quantity]?.reading == .mixed)
    #expect(area.joint == .notEnoughEvidence)
    #expect(area.contradictions.isEmpty)
  }
}
