import QAModel
import Testing

@testable import Analysis

/// Records counted by their date and service alone.
struct DatedRecordsTests {
  @Test func countsWhatIsDatedInThePeriod() {
    var records = Records()
    records.observation("2025-10-01")
    records.observation("2025-12-31", service: "Care")
    records.observation("2025-09-30")
    records.observation("2026-01-01")
    records.observation(nil)
    records.supervisionAudit("2025-11-11")
    records.feedback("2025-10-10", rating: nil)
    let figures = records.maker().figures()
    #expect(figures.outcome(FigureKey(.observationsCompleted, period: 0)) == .count(2))
    #expect(figures.outcome(FigureKey(.observationsCompleted, service: 1, period: 0)) == .count(1))
    #expect(figures.outcome(FigureKey(.observationsCompleted, period: 1)) == .count(1))
    #expect(figures.outcome(FigureKey(.supervisionAuditsCompleted, period: 0)) == .count(1))
    // A comment without a rating was received too.
    #expect(figures.outcome(FigureKey(.feedbackReceived, period: 0)) == .count(1))
  }

  @Test func notSuppliedIsNotNone() {
    let figures = Records().maker().figures()
    #expect(figures.outcome(FigureKey(.observationsCompleted, period: 0)) == .notAvailable)
  }
}
