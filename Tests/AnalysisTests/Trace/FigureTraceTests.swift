import QAModel
import Testing

@testable import Analysis

@Suite struct FigureTraceTests {
  private func records() -> Records {
    var records = Records()
    for grade in ["G", "G", "O", "R", "I", "G"] { records.audit("2025-10-07", child: "C1", grade: grade) }
    records.dataset.files = [SourceFile(path: "exports/a.csv", dataset: .audits, bytes: 1, sha256: "")]
    return records
  }

  private func trace(_ slug: String, _ audience: Audience = .internal, suppressing: Bool = false) throws
    -> FigureTrace
  {
    let maker = records().maker()
    var findings = maker.findings()
    if suppressing {
      var withheld = FigureSet(names: findings.figures.names)
      for figure in findings.figures.figures { withheld.add(Figure(figure.key, .suppressed)) }
      findings.figures = withheld
    }
    return try FigureTrace(slug, maker: maker, findings: findings, audience: audience)
  }

  @Test func aShareIsItsRows() throws {
    let trace = try trace("audits-good-or-better--early-help--2025-26-q3")
    #expect(
      trace.records.map(\.part) == [
        .numerator, .numerator, .numerator, .denominator, .denominator, .numerator,
      ])
    #expect(trace.records.map(\.line) == [2, 3, 4, 5, 6, 7])
    #expect(trace.records.map(\.record) == (1...6).map { "A\($0)" })
    #expect(trace.records.allSatisfy { $0.file == "exports/a.csv" })
    #expect(trace.value.hasPrefix("4 of 6 (67%, likely "))
    #expect(trace.computation.hasPrefix("numerator 4, denominator 6"))
  }

  @Test func oneChildIsCountedOnce() throws {
    let trace = try trace("audits-children--all--2025-26-q3")
    #expect(trace.records.map(\.part) == [.counted] + Array(repeating: .repeated, count: 5))
  }

  @Test(arguments: [Audience.board, .public])
  func idsAreForInternalEyes(audience: Audience) throws {
    let trace = try trace("audits-completed--all--2025-26-q3", audience)
    #expect(trace.records.count == 6)
    #expect(trace.records.allSatisfy { $0.record == nil })
  }

  @Test func whatIsWithheldHasNoRows() throws {
    let trace = try trace("audits-completed--all--2025-26-q3", .public, suppressing: true)
    #expect(trace.records.isEmpty)
    #expect(trace.value == "withheld from this audience")
  }

  @Test func whatIsNotSuppliedSaysSo() throws {
    let trace = try trace("dip-met--all--2025-26-q3")
    #expect(trace.records.isEmpty)
    #expect(trace.computation.contains("no export"))
  }

  @Test func aMisspeltNameIsNearAnother() throws {
    #expect(
      throws: FigureTrace.Unknown(
        slug: "audit-completed--all--2025-26-q3", nearest: "audits-completed--all--2025-26-q3")
    ) { try trace("audit-completed--all--2025-26-q3") }
  }

  @Test(arguments: MeasureID.allCases)
  func everyMeasureIsDefinedInWords(measure: MeasureID) {
    let definition = MeasureDefinition(of: measure)
    #expect(definition.title != measure.rawValue && !definition.words.isEmpty)
  }
}
