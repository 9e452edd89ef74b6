import QAModel
import Testing

@testable import Analysis

@Suite("What the free text of a workspace says")
struct CommentReadingsTests {
  private func readings(_ records: Records) throws -> CommentReadings {
    CommentReadings(
      of: records.dataset, by: try ThemesSupport.rules(),
      asAt: try #require(CalendarDate(iso: "2025-12-31")))
  }

  @Test func everyCommentKnowsWhereItIsFrom() throws {
    var records = Records()
    records.feedback("2025-10-07", service: "Care", rating: 0, source: "Young person", id: "F1", says: "")
    records.feedback(
      "2025-10-08", service: "Care", rating: 0, source: "Parents", id: "F2", says: "A good plan")
    records.feedback(nil, service: nil, rating: nil, source: "Staff", says: "Nothing to say")
    let readings = try readings(records)
    #expect(readings.comments.map(\.source) == [.familyFeedback, .staffFeedback])
    #expect(readings.comments.map(\.row) == [1, 2])
    #expect(readings.comments[0].date == CalendarDate(iso: "2025-10-08"))
    #expect(readings.comments[1].date == nil && readings.comments[1].service == nil)
    #expect(readings.findings(of: readings.comments[0]).map(\.polarity) == [.strength])
    #expect(readings.records.map(\.labels) == [[ThemeLabel(theme: 0, polarity: .strength)], []])
  }

  @Test func aRecordOfSeveralRowsIsOneAndItsRepeatedTextToo() throws {
    var records = Records()
    records.feedback("2025-10-07", rating: 0, id: "F1", says: "A good plan")
    records.feedback("2025-10-07", rating: 0, id: "F1", says: "A good plan")
    records.feedback("2025-10-07", rating: 0, id: "F1", says: "But the plan is poor, and visits were missed")
    records.feedback("2025-10-07", rating: 0, says: "A good plan")
    records.feedback("2025-10-07", rating: 0, says: "A good plan")
    let readings = try readings(records)
    #expect(readings.comments.count == 4)
    #expect(readings.records.count == 3)
    #expect(readings.records[0].labels.count == 3)
    let figures = records.maker(rules: try ThemesSupport.rules()).figures()
    func count(_ first: String?, _ second: String? = nil) -> Outcome {
      let key = FigureKey(
        first == nil ? .themeTexts : .themeRecords, first: first.flatMap { figures.names.place(.theme, $0) },
        second: second.flatMap { figures.names.place(.polarity, $0) }, period: 0)
      return figures.outcome(key)
    }
    #expect(count(nil) == .count(3))
    #expect(count("plan") == .count(3))
    #expect(count("plan", "strength") == .count(3))
    #expect(count("plan", "concern") == .count(1))
    #expect(count("visits", "strength") == .count(0))
  }

  @Test func aTextThatComesAgainAfterOthersIsARepeatToo() throws {
    var records = Records()
    for text in ["A good plan", "A poor plan", "A good plan", "A poor plan", "Visits", "A good plan"] {
      records.feedback("2025-10-07", rating: 0, id: "F1", says: text)
    }
    let readings = try readings(records)
    #expect(readings.comments.map { readings.raw($0) } == ["A good plan", "A poor plan", "Visits"])
    #expect(readings.records.map(\.comments) == [[0, 1, 2]])
  }

  /// More than one piece, so that several threads read them.
  @Test func manyCommentsAreReadAsEachByItself() throws {
    var records = Records()
    let texts = [
      "A good plan", "Nothing to say", "But the plan is poor, and visits were missed", "No visits",
    ]
    for number in 0..<1000 { records.feedback("2025-10-07", rating: 0, says: texts[number * 7 % 4]) }
    let readings = try readings(records)
    var engine = readings.engine
    #expect(readings.comments.count == 1000)
    for comment in readings.comments {
      let service = comment.service.map(records.dataset.names.services.name) ?? ""
      let origin = engine.origin(source: comment.source.rawValue, service: service)
      let alone = engine.findings(in: readings.raw(comment), from: origin)
      let findings = readings.findings(of: comment)
      #expect(findings.map(\.theme) == alone.map(\.theme))
      #expect(findings.map(\.polarity) == alone.map(\.polarity))
      #expect(findings.map { Array(readings.hits(of: $0)) } == alone.map(\.hits))
      #expect(
        readings.records[comment.record].labels
          == alone.map { ThemeLabel(theme: $0.theme, polarity: $0.polarity) })
    }
  }

  @Test func quotesAreRedactedByWhatTheWholeRunKnows() throws {
    var records = Records()
    records.feedback(
      "2025-10-07", rating: 0, id: "F1", says: "The plan for zofia is good, said AB/77 to her SW")
    records.feedback("2025-10-07", rating: 0, id: "F2", says: "Told Zofia it is good")
    _ = records.dataset.names.children.code(for: "AB/77")
    let readings = try readings(records)
    let comment = readings.comments[0]
    #expect(
      readings.redacted(comment).text == "The plan for [name] is good, said [case number] to her SW")
    let finding = try #require(readings.findings(of: comment).first)
    let hit = try #require(readings.hits(of: finding).first)
    #expect(readings.words(of: hit, in: comment) == "plan")
    #expect(readings.clause(of: hit, in: comment).contains("[name]"))
    #expect(readings.pattern(of: hit).written == "plan")
  }

  @Test func aPartOfATextIsRedactedWithTheWholeInView() throws {
    var redactor = Redactor(
      rules: try ThemesSupport.rules().redaction, words: try ThemesSupport.rules().words)
    redactor.learn(from: "Told Zofia")
    let text = "the plan of Mrs Young was clear"
    #expect(redactor.redact(text, within: 16..<23) == "[name] w")
    #expect(redactor.redact(text, within: 0..<8) == "the plan")
  }
}
