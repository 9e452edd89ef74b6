import QAModel
import Testing

@testable import Analysis

@Suite("Emerging phrases")
struct ThemesEmergingTests {
  private func find(_ now: [String], before: [String]) throws -> [EmergingPhrase] {
    let engine = try ThemesSupport.engine([("plan", [("plan*", nil)])])
    let origin = engine.origin(source: "", service: "")
    let period = try #require(Period(parsing: "2025-26-Q4"))
    let comments =
      before.map { EmergingPhrases.Comment(text: $0, date: period.first.adding(days: -40), origin: origin) }
      + now.map { EmergingPhrases.Comment(text: $0, date: period.first.adding(days: 3), origin: origin) }
    return EmergingPhrases().find(
      in: comments, period: period, engine: engine, redactor: ThemesRedactionTests.redactor)
  }

  private let quiet = (0..<80).map { "Visit number \($0) good, team helpful" }

  @Test("are new, in three comments or more, in all the forms of a word, and shown redacted")
  func found() throws {
    let now = [
      "vaping at school", "He vapes", "Zuri has a vape", "vapes again", "good visit", "team helpful",
    ]
    let phrases = try find(now, before: quiet)
    #expect(phrases.map(\.count) == [4])
    #expect(phrases.first?.phrase == "vapes")
    #expect(phrases.first?.earlierCount == 0)
    #expect(phrases.first?.earlierTotal == 80)
    #expect(phrases.first?.examples.contains("[name] has a vape") == true)
  }

  @Test("are not what a theme covers, what two comments say, or what was always said")
  func notFound() throws {
    #expect(try find(["new plans", "the plans", "plans here", "plans again"], before: quiet).isEmpty)
    #expect(try find(["vapes", "vapes", "good visit"], before: quiet).isEmpty)
    #expect(try find(quiet, before: quiet).isEmpty)
    #expect(try find(["vapes", "vapes", "vapes"], before: []).isEmpty)
  }

  @Test("never hold a name")
  func names() throws {
    let phrases = try find(["Zuri rang", "Zuri rang us", "told Zuri so", "saw Zuri"], before: quiet)
    #expect(phrases.allSatisfy { !$0.phrase.contains("zuri") })
  }

  @Test(
    "bring the forms of a word together",
    arguments: [
      ("vapes", "vaping"), ("vape", "vaped"), ("family", "families"), ("stop", "stopping"),
      ("meeting", "meetings"),
      ("hotel", "hotels"), ("e", "e"),
    ])
  func stems(left: String, right: String) {
    #expect(WordStem.of(left) == WordStem.of(right))
  }
}
