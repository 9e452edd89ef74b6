import Foundation
import Testing

/// What the packs for the board and for the public hold of the St Helens fixture: no id and no name of its exports.
@Suite("Audiences")
struct AudienceTests {
  private static let workspace = Program.repository.appending(path: "fixtures/st-helens")

  private func make(_ audience: String, _ report: [String] = ["quarterly"]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let result = try Program.run(
      report + [
        "--workspace", Self.workspace.path, "--period", "2025-26-Q3", "--audience", audience, "--out",
        folder.url.path, "--quiet",
      ])
    #expect(result.status == 1, "\(result.errors)")
    return folder
  }

  /// Ids and names of people, from every export, read as text: the cells below headers that hold them.
  static func secrets() throws -> Set<String> {
    let holders: Set = [
      "auditid", "childid", "previousauditid", "worker", "auditor", "moderator", "owner", "actionowner",
      "reviewer", "observer", "supervisor", "manager", "name", "sampleid", "observationid", "actionid", "ref",
      "reference", "socialworker", "keyworker", "allocatedworker", "casereference", "childref", "sourceid",
    ]
    var secrets: Set<String> = []
    let files = try FileManager.default.subpathsOfDirectory(atPath: workspace.path).filter {
      $0.hasSuffix(".csv")
    }
    for file in files where file.hasPrefix("exports/") {
      let data = try Data(contentsOf: workspace.appending(path: file))
      let encoding: String.Encoding =
        data.starts(with: [0xFF, 0xFE])
        ? .utf16 : String(data: data, encoding: .utf8) == nil ? .windowsCP1252 : .utf8
      let text = try #require(String(data: data, encoding: encoding), "\(file)")
      var wanted: [Int] = []
      for row in CSVRows.records(text, separator: separator(text)) {
        let headers = row.map { $0.lowercased().filter(\.isLetter) }
        if headers.count(where: { !$0.isEmpty }) > 3, headers.contains(where: holders.contains),
          wanted.isEmpty
        {
          wanted = headers.indices.filter { holders.contains(headers[$0]) }
          continue
        }
        for column in wanted where column < row.count {
          let cell = row[column].trimmingCharacters(in: CharacterSet(charactersIn: "' \u{A0}\u{FEFF}"))
          // A name has two words, an id a digit; what is shorter stands in other words by chance.
          let isName = cell.contains(" ") && !cell.contains(where: \.isNumber)
          if cell.count >= 5, isName || cell.contains(where: \.isNumber) { secrets.insert(cell) }
        }
      }
    }
    return secrets
  }

  private static func separator(_ text: String) -> Unicode.Scalar {
    let head = text.unicodeScalars.prefix(4000)
    return [",", ";", "\t"].max { one, other in head.count { $0 == one } < head.count { $0 == other } } ?? ","
  }

  @Test(
    "no id and no name of the exports is in any file",
    arguments: [
      ("board", ["quarterly"], "quarterly-2025-26-Q3-board"),
      ("public", ["quarterly"], "quarterly-2025-26-Q3-public"),
      // The board's own report is for it without being told.
      ("board", ["report", "board"], "board-2025-26-Q3"),
      ("board", ["highlight", "--service", "Early Help"], "highlight-2025-26-Q3-early-help-board"),
    ])
  func nobodyIsNamed(audience: String, report: [String], pack: String) throws {
    let secrets = try Self.secrets()
    // The fixture's children, audits, actions and people: enough of each was found to be a search.
    #expect(secrets.count { $0.hasPrefix("SH") } > 300)
    #expect(secrets.count { $0.hasPrefix("AUD-") } > 100)
    #expect(secrets.count { $0.hasPrefix("ACT") } > 50)
    #expect(secrets.contains("Diane Shawcross") && secrets.contains("Carol Prescott"))
    let wanted = secrets.map { ($0, Self.words($0)) }
    let folder = try make(audience, report)
    let files = try folder.files()
    #expect(files.count > 7)
    for file in files {
      #expect(file.hasPrefix(pack + "/"))
      for (part, text) in try Self.texts(folder.url.appending(path: file)) {
        let words = Set(Self.words(text))
        let found = wanted.filter { $1.allSatisfy(words.contains) && text.contains($0) }.map(\.0)
        #expect(found.isEmpty, "\(file) \(part)")
      }
    }
  }

  /// A quick sieve: most texts do not hold the words of most secrets.
  static func words(_ text: String) -> [String] {
    text.utf8.split { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
        false
      default: true
      }
    }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The text of a file; of a workbook that of each of its parts.
  static func texts(_ file: URL) throws -> [(String, String)] {
    guard file.pathExtension == "xlsx" else {
      // Markdown puts a backslash before signs.
      return [
        ("", String(decoding: try Data(contentsOf: file).filter { $0 != UInt8(ascii: "\\") }, as: UTF8.self))
      ]
    }
    let workbook = try ZipReader(path: file.path)
    return try workbook.names.map { ($0, try workbook.text($0)) }
  }

  @Test("the board's counts are the internal report's, its rejects counts alone")
  func board() throws {
    let (board, own) = (try make("board"), try make("internal"))
    // Which section shows a figure differs: what is internal only leaves room for other tables.
    func figures(_ folder: TemporaryFolder, _ pack: String) throws -> [[String: String]] {
      try CSVRows.read(folder.url.appending(path: pack + "/figures.csv")).map { row in
        row.filter { $0.key != "section" }
      }
    }
    let shown = try figures(board, "quarterly-2025-26-Q3-board")
    let all = try figures(own, "quarterly-2025-26-Q3")
    #expect(shown.count > 10_000 && shown == all)
    let rejects = try String(
      contentsOf: board.url.appending(path: "quarterly-2025-26-Q3-board/rejects.csv"), encoding: .utf8)
    #expect(rejects.hasPrefix("file,reason,rows\n"))
  }

  @Test("the public's figures are the internal report's or withheld, and no small number is among them")
  func figures() throws {
    let (open, own) = (try make("public"), try make("internal"))
    let all = Dictionary(
      try CSVRows.read(own.url.appending(path: "quarterly-2025-26-Q3/figures.csv")).map {
        ($0["figure"] ?? "", $0)
      },
      uniquingKeysWith: { first, _ in first })
    let rows = try CSVRows.read(open.url.appending(path: "quarterly-2025-26-Q3-public/figures.csv"))
    #expect(rows.contains { $0["status"] == "suppressed" })
    #expect(rows.contains { $0["status"] == "ok" })
    for row in rows {
      let slug = row["figure"] ?? ""
      let truth = try #require(all[slug], "\(slug)")
      #expect(row["period"] == "2025-26-Q3" && row["team"] == "" && row["note"] == "")
      let numbers = ["numerator", "denominator", "value", "n", "lower", "upper"]
      guard row["status"] == "ok" else {
        #expect(numbers.allSatisfy { ["", "0"].contains(row[$0]) }, "\(slug)")
        continue
      }
      #expect(truth["status"] == "ok")
      if row["measure"] == "indicator.value" {
        #expect(row["numerator"] == "" && row["denominator"] == "" && row["n"] == "")
        continue
      }
      for column in numbers { #expect(row[column] == truth[column], "\(slug) \(column)") }
      for column in ["numerator", "denominator", "n"] {
        #expect(!(1...5).contains(Int(row[column] ?? "") ?? 0), "\(slug) \(column)")
      }
      if let part = Int(row["numerator"] ?? ""), let whole = Int(row["denominator"] ?? "") {
        #expect(!(1...5).contains(whole - part), "\(slug)")
      }
    }
  }
}
