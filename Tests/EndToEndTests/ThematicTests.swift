import Foundation
import Testing

/// `qareport thematic` on the St Helens fixture and on a few records written by hand.
@Suite("The thematic report of the built program")
struct ThematicTests {
  private static let workspace = Program.repository.appending(path: "fixtures/st-helens")

  private static func run(
    _ query: String, _ more: [String] = [], out: TemporaryFolder, workspace: URL = workspace
  )
    throws -> Program.Result
  {
    try Program.run(
      [
        "thematic", query, "--workspace", workspace.path, "--as-at", "2026-01-14", "--out", out.url.path,
        "--quiet",
      ]
        + more)
  }

  private static func figures(_ folder: TemporaryFolder, _ pack: String) throws -> [String: [String: String]]
  {
    try Dictionary(
      CSVRows.read(folder.url.appending(path: pack + "/figures.csv")).map { ($0["figure"] ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func aThemeHasTheFiguresOfTheQuarterlyReportAndAddsUp() throws {
    let folder = try TemporaryFolder()
    #expect(try Self.run("Drift, delay & timeliness", out: folder).status == 1)
    let quarterly = try Program.run([
      "quarterly", "--workspace", Self.workspace.path, "--period", "2025-26-Q3", "--as-at", "2026-01-14",
      "--out",
      folder.url.path, "--format", "data", "--quiet",
    ])
    #expect(quarterly.status == 1)
    let own = try Self.figures(folder, "thematic-drift-delay-timeliness")
    let all = try Self.figures(folder, "quarterly-2025-26-Q3")
    let shared = own.values.filter { all[$0["figure"] ?? ""] != nil }
    // Eight quarters: records with text, found, and each way.
    #expect(shared.count == 8 * 4)
    for figure in shared { #expect(all[figure["figure"] ?? ""]?["value"] == figure["value"], "\(figure)") }
    func sum(_ isIncluded: ([String: String]) -> Bool) -> Int {
      own.values.filter(isIncluded).reduce(0) { $0 + (Int($1["value"] ?? "") ?? 0) }
    }
    for measure in ["theme.texts", "theme.records"] {
      let ofMeasure = { (row: [String: String]) in
        row["measure"] == measure && row["dimension2"] != "polarity" && row["category"] != ""
          || row["measure"] == measure && measure == "theme.texts"
      }
      func plain(_ row: [String: String]) -> Bool {
        ofMeasure(row) && (row["dimension2"] ?? "").isEmpty && row["dimension"] != "source"
          && row["dimension"] != "practice_area"
      }
      let whole = sum { plain($0) && $0["service"] == "" && $0["period"]?.contains("..") == true }
      #expect(whole > 300)
      #expect(sum { plain($0) && $0["service"] == "" && $0["period"]?.contains("-Q") == true } == whole)
      #expect(sum { plain($0) && $0["service"] != "" } == whole)
      #expect(
        sum { ofMeasure($0) && ($0["dimension"] == "source" || $0["dimension2"] == "source") } == whole)
    }
  }

  @Test(
    "no id and no name of the exports is in any file for the board",
    arguments: [
      "Plans & planning", "\"social worker\" OR told", "gran OR mr OR mrs", "school* AND NOT nursery",
    ])
  func nobodyIsNamed(query: String) throws {
    // A comment that slipped into a column of names, as in the exports' planted faults, is no name.
    let wanted = try AudienceTests.secrets().filter { secret in
      secret.contains(where: \.isNumber)
        || secret.split(separator: " ").allSatisfy { $0.first?.isUppercase ?? false }
    }.map { ($0, AudienceTests.words($0)) }
    #expect(wanted.count > 500 && wanted.contains { $0.0 == "Diane Shawcross" })
    let folder = try TemporaryFolder()
    #expect(try Self.run(query, ["--audience", "board"], out: folder).status == 1)
    let files = try folder.files()
    #expect(files.count > 6)
    for file in files {
      #expect(file.split(separator: "/")[0].hasSuffix("-board"))
      for (part, text) in try AudienceTests.texts(folder.url.appending(path: file)) {
        let words = Set(AudienceTests.words(text))
        let found = wanted.filter { $1.allSatisfy(words.contains) && text.contains($0) }.map(\.0)
        #expect(found.isEmpty, "\(file) \(part)")
      }
    }
  }

  @Test func theSameBytesTwice() throws {
    let (one, other) = (try TemporaryFolder(), try TemporaryFolder())
    for folder in [one, other] { #expect(try Self.run("\"seen alone\" OR visit*", out: folder).status == 1) }
    let files = try one.files()
    #expect(try files == other.files() && files.count > 6)
    for file in files {
      #expect(
        try Data(contentsOf: one.url.appending(path: file))
          == Data(contentsOf: other.url.appending(path: file)),
        "\(file)")
    }
  }

  @Test(
    "whatever is asked, the pack stands in the folder of reports and holds nothing of it but words",
    arguments: [
      "<script>alert(1)</script>", "../x", "../../etc/passwd", "=HYPERLINK", "visits | x\u{202E}y",
      "[x](javascript:y)",
      String(repeating: "visits ", count: 42), String(repeating: "x", count: 300), "visits \u{1F642}x",
      "`id`;$(id)",
      "a\u{0}b\nc",
    ])
  func hostile(query: String) throws {
    let folder = try TemporaryFolder()
    let result = try Self.run(query.replacingOccurrences(of: "\u{0}", with: " "), out: folder)
    // A sign by itself is no word to look for.
    #expect([1, 2].contains(result.status), "\(result.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter {
      !$0.hasPrefix(".")
    }
    #expect(names.count == (result.status == 1 ? 1 : 0))
    for name in names {
      #expect(name.hasPrefix("thematic-") && name.utf8.count < 80)
      #expect(name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
      let page = try String(contentsOf: folder.url.appending(path: name + "/report.html"), encoding: .utf8)
      #expect(!page.contains("<script>alert") && !page.contains("javascript:"))
    }
  }

  @Test(
    "what cannot be made says why and leaves nothing",
    arguments: [
      (["a AND"], 2, "character 6 of the query: a word is missing"), (["(a"], 2, "never closed"),
      (["plans", "--audience", "public"], 2, "not for the public"),
      (["plans", "--service", "Erly Help"], 2, "Early Help"),
      (["plans", "--source", "complant"], 64, "Did you mean complaint?"),
      (["plans", "--from", "2025-05-01", "--to", "2025-04-01"], 64, "other way round"),
    ] as [([String], Int32, String)])
  func refused(arguments: [String], status: Int32, says: String) throws {
    let folder = try TemporaryFolder()
    let result = try Self.run(arguments[0], Array(arguments.dropFirst()), out: folder)
    #expect(result.status == status && result.errors.contains(says), "\(result.errors)")
    #expect(try folder.files().filter { !$0.hasPrefix(".") }.isEmpty)
  }

  @Test func aMisspeltThemeIsLookedForAsWordsAndTheThemeNamed() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run([
      "thematic", "comunication", "--workspace", Self.workspace.path, "--as-at", "2026-01-14", "--out",
      folder.url.path, "--format", "md",
    ])
    #expect(result.status == 1 && result.errors.contains("Communication, relationships & staff attitude"))
    let text = try String(
      contentsOf: folder.url.appending(path: "thematic-comunication/report.md"), encoding: .utf8)
    #expect(text.contains("Themes with a like name: \u{201C}Communication, relationships"))
  }

  @Test func verifyAndTraceSayThatTheyDoNotTakeIt() throws {
    let folder = try TemporaryFolder()
    #expect(try Self.run("plans", ["--format", "data"], out: folder).status == 1)
    let pack = folder.url.appending(path: "thematic-plans").path
    for command in [["verify", pack], ["trace", "theme-texts--all--2025-26-q3", "--pack", pack]] {
      let result = try Program.run(command + ["--workspace", Self.workspace.path, "--quiet"])
      #expect(result.status == 2 && result.errors.contains("is a thematic report"), "\(result.errors)")
    }
    // Made again, it takes the place of the one before.
    #expect(try Self.run("plans", ["--format", "data"], out: folder).status == 1)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter { !$0.hasPrefix(".") } == [
        "thematic-plans"
      ])
  }

  /// Counted by hand from what is written here, in three files and two overlapping exports of one record.
  @Test func recordsWrittenByHandAreCountedByHand() throws {
    let workspace = try SmallWorkspace.make()
    try workspace.write(
      """
      feedback_id,date,source,service,comment
      F1,2025-10-01,parent,Early Help,"Missed visits again, and nobody rang"
      F2,2025-10-02,parent,Early Help,Visits missed
      F3,2025-11-03,child,Fostering,My worker never missed any visit
      F4,2025-07-04,child,Fostering,MISSED   VISITS!
      F5,2025-07-05,child,Fostering,
      """, to: "exports/feedback_2025-11-30.csv")
    try workspace.write(
      """
      feedback_id,date,source,service,comment
      F1,2025-10-01,parent,Early Help,The visits were fine
      """, to: "exports/feedback_2025-12-31.csv")
    let folder = try TemporaryFolder()
    func counts(_ query: String, _ more: [String] = []) throws -> [String] {
      _ = try Self.run(query, ["--format", "data"] + more, out: folder, workspace: workspace.url)
      let pack = try #require(
        FileManager.default.contentsOfDirectory(atPath: folder.url.path).first { !$0.hasPrefix(".") })
      let rows = try Self.figures(folder, pack).values
      try FileManager.default.removeItem(at: folder.url.appending(path: pack))
      return try ["theme.texts", "theme.records"].map { measure in
        try #require(
          rows.first {
            $0["measure"] == measure && $0["period"]?.contains("..") == true && $0["dimension2"] == ""
              && $0["dimension"] != "source" && $0["dimension"] != "practice_area"
              && ($0["service"] == "" || more.contains("--service"))
          }?["value"])
      }
    }
    // The later export of F1 stands, which says nothing of a missed visit.
    #expect(try counts("\"missed visits\"") == ["4", "1"])
    #expect(try counts("missed visits") == ["4", "2"])
    #expect(try counts("missed visit*") == ["4", "3"])
    #expect(try counts("missed AND NOT worker") == ["4", "2"])
    #expect(try counts("visits", ["--service", "fostering"]) == ["2", "2"])
    #expect(try counts("visits", ["--from", "2025-10-01"]) == ["3", "3"])
    #expect(try counts("visits", ["--source", "family feedback"]) == ["2", "2"])
  }
}
