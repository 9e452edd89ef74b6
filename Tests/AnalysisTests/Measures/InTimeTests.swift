import QAModel
import Testing

@testable import Analysis

/// KI-4: whether quality assurance kept its own days.
@Suite("Audits and actions in time")
struct InTimeTests {
  private func share(_ outcome: Outcome?) -> [Int]? {
    if case .share(let part, let whole, _) = outcome { [part, whole] } else { nil }
  }

  @Test("audits: on the day is in time, late and never are not, not due yet is left out")
  func audits() {
    var records = Records()
    for done in ["2025-11-07", "2025-11-01", "2025-11-08", "2026-01-02"] {
      records.audit(nil, submitted: done, dates: [\.due: "2025-11-07"])
    }
    records.audit(nil, service: "Care", dates: [\.due: "2025-11-07"])
    records.audit("2025-11-03", dates: [\.due: "2025-11-07"])
    records.audit(nil, dates: [\.due: "2025-12-31"])
    records.audit(nil, submitted: "2025-12-30", dates: [\.due: "2025-12-31"])
    let maker = records.maker()
    let figures = maker.figures()
    #expect(share(figures.outcome(.auditsInTime)) == [4, 7])
    #expect(figures.outcome(.auditsInTime, service: "Care") == .insufficient(n: 1))
    let rows = maker.rows(behind: FigureKey(.auditsInTime, period: 0))?.rows ?? []
    #expect(rows.filter(\.inNumerator).map(\.row) == [0, 1, 5, 7])
    #expect(rows.map(\.row) == [0, 1, 2, 3, 4, 5, 7])
  }

  @Test("actions: the same, and one raised after the as-at day is not known yet")
  func actions() {
    var records = Records()
    for done in ["2025-11-07", "2025-11-01", "2025-11-08", "2026-01-02", nil] {
      records.action(raised: "2025-10-01", due: "2025-11-07", completed: done)
    }
    records.action(raised: "2026-01-01", due: "2025-11-07")
    records.action(raised: "2025-10-01", due: "2025-12-31")
    let figures = records.maker().figures()
    #expect(share(figures.outcome(.actionsInTime)) == [2, 5])
    #expect(figures.outcome(.actionsDue) == .count(6))
  }
}
