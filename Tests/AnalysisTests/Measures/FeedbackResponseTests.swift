import QAModel
import Testing

@testable import Analysis

@Suite("Who was asked for feedback, and how many answered")
struct FeedbackResponseTests {
  private func share(_ outcome: Outcome?) -> [Int]? {
    if case .share(let part, let whole, _) = outcome { [part, whole] } else { nil }
  }

  private func trace(_ slug: String, _ records: Records) throws -> FigureTrace {
    var records = records
    records.dataset.files = [SourceFile(path: "exports/a.csv", dataset: .activity, bytes: 1, sha256: "")]
    let maker = records.maker()
    return try FigureTrace(slug, maker: maker, findings: maker.findings(), audience: .internal)
  }

  private func diary() -> Records {
    var records = Records()
    records.activity("2025-10-07", "Survey", participants: 12, invited: 40)
    records.activity("2025-11-07", "Forum", participants: 5, invited: 10)
    // Nobody wrote down who came; more came than were asked; the quarter before; nobody was asked.
    records.activity("2025-11-08", "Forum", invited: 7)
    records.activity("2025-11-09", "Forum", service: "Care", participants: 9, invited: 8)
    records.activity("2025-09-30", "Forum", service: "Care", participants: 6, invited: 8)
    records.activity("2025-12-01", "Visit", participants: 3)
    return records
  }

  @Test("of the diary every row counts with its own numbers, and none above the whole")
  func ofTheDiary() {
    let figures = diary().maker().figures()
    #expect(figures.outcome(.feedbackInvited) == .count(65))
    #expect(figures.outcome(.feedbackInvited, service: "Early Help") == .count(57))
    #expect(figures.outcome(.feedbackInvited, service: "Care") == .count(8))
    #expect(share(figures.outcome(.feedbackResponse)) == [17, 50])
    #expect(share(figures.outcome(.feedbackResponse, service: "Care", period: 1)) == [6, 8])
    #expect(figures.outcome(.feedbackResponse, service: "Care") == .notAvailable)
    guard case .share(_, _, let interval) = figures.outcome(.feedbackResponse) else { return }
    // Worked out apart from the program, by the formula in docs/worked-example.md.
    #expect(abs((interval?.lower ?? 0) - 0.2243695) < 1e-6)
    #expect(abs((interval?.upper ?? 0) - 0.4784617) < 1e-6)
  }

  @Test("is not available where nobody gave it")
  func nobody() {
    var records = Records()
    records.activity("2025-10-07", "Survey", participants: 12)
    records.feedback("2025-10-07", rating: 0)
    let figures = records.maker().figures()
    #expect(figures.outcome(.feedbackInvited) == .notAvailable)
    #expect(figures.outcome(.feedbackResponse, service: "Early Help") == .notAvailable)
  }

  private func survey() -> Records {
    var records = diary()
    // One survey of 20 with two questions, answered by 7 and by 5; another one of 6, answered by 8.
    for question in ["Listened to", "Things are better"] {
      for _ in 0..<(question == "Listened to" ? 7 : 5) {
        records.feedback("2025-10-07", question: question, rating: 0, source: "child", invited: 20)
      }
    }
    for _ in 0..<8 { records.feedback("2025-10-09", service: "Care", rating: 0, source: "child", invited: 6) }
    return records
  }

  @Test(
    "of the feedback a survey is asked once and answered by its most answered question; the diary is left alone"
  )
  func ofTheFeedback() {
    let figures = survey().maker().figures()
    #expect(figures.outcome(.feedbackInvited) == .count(26))
    #expect(figures.outcome(.feedbackInvited, service: "Care") == .count(6))
    #expect(share(figures.outcome(.feedbackResponse)) == [7, 20])
    #expect(figures.outcome(.feedbackResponse, service: "Care") == .notAvailable)
  }

  @Test("is traced to rows whose numbers add up to it")
  func traced() throws {
    let diary = try trace("feedback-response--all--2025-26-q3", diary())
    #expect(diary.records.map(\.line) == [2, 3])
    #expect(diary.records.compactMap(\.numerator) == [12, 5])
    #expect(diary.records.compactMap(\.denominator) == [40, 10])
    #expect(diary.computation.hasPrefix("numerators of the 2 rows listed add up to 17, denominators to 50"))
    let asked = try trace("feedback-invited--all--2025-26-q3", survey())
    #expect(asked.records.count == 2)
    #expect(asked.computation == "the numbers of the 2 rows listed, added up: 26")
    let answered = try trace("feedback-response--early-help--2025-26-q3", survey())
    #expect(answered.records.count == 7)
    #expect(answered.computation.contains("add up to 7, denominators to 20"))
  }

  @Test("is no figure of the public's")
  func publicly() {
    let records = diary()
    let published = PublishedFigures.make(records.maker().figures(), records.framework)
    #expect(
      published.figures.allSatisfy { ![.feedbackInvited, .feedbackResponse].contains($0.key.measure) })
  }
}
