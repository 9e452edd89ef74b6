import Foundation
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
      (head + "rules:\n  - {theme: b, gives_way_to: [a], because: x}\n", 9, "known here: a"),
      (head + "    threshold: much\n", 8, nil),
      (head + "learnt:\n  words:\n    - late\n", 10, nil),
      (head + "learnt:\n  words:\n    - \"late: a much\"\n", 10, nil),
      (head + "learnt:\n  words:\n    - \"late: b 1\"\n", 10, "known here: a, good, none"),
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

  @Test("say what was learnt of words, by theme, for no theme and for the way they lean")
  func learnt() throws {
    var reader = ThemeFileReader(file: "t.yaml")
    let taxonomy = try reader.taxonomy(
      from: Self.head
        + """
        sources:
          - {id: audit, names: [], groups: []}
        learnt:
          share: 2
          from: -0.5
          base: {a: 1, none: -1}
          sources: {audit: {a: 0.5}}
          words:
            - "late*: a 0.3, none -0.2, good -1.5"

        """)
    let learnt = try #require(taxonomy.learnt)
    #expect(learnt.share == 2)
    #expect(learnt.from == -0.5)
    #expect(learnt.base == [0: 1, 1: -1])
    #expect(learnt.sources == ["audit": [0: 0.5]])
    #expect(learnt.words.map(\.phrase.written) == ["late*"])
    #expect(learnt.words.map(\.weights) == [[0: 0.3, 1: -0.2, 2: -1.5]])
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

@Suite("A file of comments")
struct CommentsFileReaderTests {
  private func read(_ bytes: [UInt8], readSize: Int = 7) throws -> (CommentsFile, [Diagnostic]) {
    let path = FileManager.default.temporaryDirectory.appending(path: "comments-\(UUID().uuidString).csv")
    try Data(bytes).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    return try CommentsFileReader(readSize: readSize).read(path.path, needing: ["id", "text"])
  }

  @Test("is read with whatever divides its cells, and with its quoted lines", arguments: [1, 2, 3, 7, 4096])
  func delimiters(readSize: Int) throws {
    for mark in [",", ";", "\t"] {
      let text = "\u{FEFF}ID\(mark)Text\n1\(mark)\"a \"\"b\"\"\nc\(mark)d\"\n\n2\(mark)\n"
      let (file, faults) = try read(Array(text.utf8), readSize: readSize)
      #expect(faults.isEmpty)
      #expect(file.rows.map { $0.joined(separator: "|") } == ["1|a \"b\"\nc\(mark)d", "2|"])
      #expect(file.cell(0, file.column("text")) == "a \"b\"\nc\(mark)d" && file.cell(0, nil) == "")
    }
  }

  @Test("loses to a stray quote the row it stands in, and says so")
  func strayQuote() throws {
    let (file, faults) = try read(Array("id,text\n1,a\n2,\"b\" c\n3,d\n".utf8))
    #expect(file.rows.map(\.first) == ["1", "3"])
    #expect(faults.map(\.location.line) == [3])
  }

  @Test("is refused where it is no text or has no column that is needed")
  func refused() throws {
    #expect(throws: IngestError.self) { try read(Array("id,comment\n1,a\n".utf8)) }
    #expect(throws: IngestError.self) { try read([0x50, 0x4B, 3, 4, 0, 0, 0, 0]) }
    #expect(throws: IngestError.self) {
      try CommentsFileReader().read("/nowhere/comments.csv", needing: ["id"])
    }
  }
}
