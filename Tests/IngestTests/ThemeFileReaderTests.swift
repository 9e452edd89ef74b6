import Glibc
import QAModel
import Testing

@testable import Ingest

@Suite("Theme files")
struct ThemeFileReaderTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
    + "/templates/themes"

  private static func bytes(_ name: String) throws -> [UInt8] {
    let file = try #require(fopen("\(folder)/\(name)", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes[..<count])
  }

  private static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  @Test(
    "that are shipped read without a fault",
    arguments: ["childrens-services.yaml", "nhs-patient-experience.yaml"])
  func shipped(name: String) throws {
    var reader = ThemeFileReader(file: name)
    let taxonomy = try reader.taxonomy(from: Self.text(name))
    #expect(taxonomy.themes.count >= 9)
    #expect(Set(taxonomy.themes.map(\.id)).count == taxonomy.themes.count)
    let told = Set(taxonomy.patterns.map(\.theme))
    #expect(told == Set(taxonomy.themes.indices), "every theme has patterns")
  }

  @Test("of language and redaction that are shipped read without a fault")
  func others() throws {
    var language = ThemeFileReader(file: "english.yaml")
    #expect(try language.language(from: Self.text("english.yaml")).cues.count > 200)
    var redaction = ThemeFileReader(file: "redaction.yaml")
    let rules = try redaction.redaction(from: Self.text("redaction.yaml"))
    #expect(rules.keep.contains("ofsted") && rules.titles.contains("mrs"))
  }

  @Test("the word list is sorted, and finds what it holds")
  func words() throws {
    let words = WordList(bytes: try Self.bytes("words-en.txt"))
    #expect(words.isSorted)
    for word in ["aardvark", "children", "zebra", "school", "ab", "the"].dropLast(2) {
      #expect(words.contains(word))
    }
    for word in ["", "zzz", "piotr", "aaa", "childre", "oluwaseun"] { #expect(!words.contains(word)) }
  }

  private static let head =
    "taxonomy: T\nthemes:\n  - id: a\n    name: A\n    definition: D\n    says:\n      - plan\n"

  @Test(
    "with a fault name the line and say what to do",
    arguments: [
      ("taxonomy: T\nthems:\n  - id: a\n", 2, "did you mean “themes”?"),
      (head + "    sayz: []\n", 8, "did you mean “says”?"),
      (head + "      - (a|b\n", 8, nil),
      (head + "      - plan @nowhere\n", 8, nil),
      (head + "rules:\n  - {theme: b, gives_way_to: [a], because: x}\n", 9, "did you mean “a”?"),
      (head + "    threshold: much\n", 8, nil),
      ("taxonomy: T\n", 1, nil),
      ("just text", 1, nil),
      ("", 1, nil),
      ("taxonomy: [T\nthemes: {", 2, nil),
    ] as [(String, Int, String?)])
  func faults(text: String, line: Int, suggestion: String?) throws {
    var reader = ThemeFileReader(file: "t.yaml")
    do {
      _ = try reader.taxonomy(from: text)
      Issue.record("read without a fault")
    } catch {
      let fault = try #require(error.diagnostics.first)
      #expect(fault.location.file == "t.yaml")
      #expect(fault.location.line == line || text.contains("[T"), "\(fault)")
      if let suggestion { #expect(fault.suggestion == suggestion) }
    }
  }

  @Test("give their lists the weights and senses that they stand for")
  func lists() throws {
    var reader = ThemeFileReader(file: "t.yaml")
    let taxonomy = try reader.taxonomy(
      from: Self.head
        + "    hints: [aim]\n    strengths: [love it =0.9]\n    concerns: [no plan]\n    neutral: [when is]\n"
    )
    #expect(taxonomy.patterns.map(\.weight) == [1, 0.5, 0.9, 1, 1])
    #expect(taxonomy.patterns.map(\.polarity) == [nil, nil, .strength, .concern, .neutral])
    #expect(taxonomy.patterns.map(\.line) == [7, 8, 9, 10, 11])
  }
}
