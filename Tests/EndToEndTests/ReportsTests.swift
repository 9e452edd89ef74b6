import Foundation
import Testing

/// The annual report, the highlight report and those of the frameworks: their figures against the quarterly's, what they
/// must not hold, and how they are asked for.
@Suite("Reports")
struct ReportsTests {
  private static func make(_ workspace: URL, _ arguments: [String]) throws -> Program.Result {
    try Program.run(arguments + ["--workspace", workspace.path, "--quiet"])
  }

  private static func figures(_ folder: TemporaryFolder, _ pack: String) throws -> [String: [String: String]]
  {
    Dictionary(
      try CSVRows.read(folder.url.appending(path: "\(pack)/figures.csv")).map { ($0["figure"] ?? "", $0) },
      uniquingKeysWith: { first, _ in
        Issue.record("two figures \(first["figure"] ?? "")")
        return first
      })
  }

  // MARK: the year

  @Test("a year is its four quarterly packs added up, and says of each figure whether it is")
  func yearIsItsQuarters() throws {
    let folder = try YearWorkspace.make()
    let quarters = (1...4).map { "2024-25-Q\($0)" }
    for period in quarters {
      let made = try Self.make(
        folder.url, ["quarterly", "--period", period, "--as-at", "2025-03-31", "--format", "data"])
      #expect(made.status == 0, "\(made.errors)")
    }
    #expect(try Self.make(folder.url, ["annual", "--year", "2024-25"]).status == 0)
    let year = try Self.figures(folder, "output/annual-2024-25")
    let packs = try quarters.map { try Self.figures(folder, "output/quarterly-\($0)") }
    func value(_ figures: [String: [String: String]], _ id: String, _ column: String = "numerator") throws
      -> Int
    {
      try #require(figures[id]?[column].flatMap { Int($0) }, "\(id)")
    }
    let additive = [
      "audits-completed", "reaudit-completed", "moderation-moderated", "moderation-exact", "concerns-raised",
      "concerns-not-notified", "complaints-received", "compliments-received", "feedback-received",
      "actions-due",
      "learning-actions",
    ]
    for service in ["all", "early-help", "fostering"] {
      for measure in additive {
        let sum = try zip(packs, quarters).reduce(0) {
          $0 + (try value($1.0, "\(measure)--\(service)--\($1.1.lowercased())"))
        }
        #expect(try value(year, "\(measure)--\(service)--2024-25") == sum, "\(measure) \(service)")
        // The year's pack holds the same quarters.
        for (pack, period) in zip(packs, quarters) {
          let id = "\(measure)--\(service)--\(period.lowercased())"
          #expect(try value(year, id) == value(pack, id), "\(id)")
        }
      }
    }
    let good = try zip(packs, quarters).reduce(into: (0, 0)) { sum, pack in
      let id = "audits-good-or-better--all--\(pack.1.lowercased())"
      sum.0 += try value(pack.0, id)
      sum.1 += try value(pack.0, id, "denominator")
    }
    #expect(try value(year, "audits-good-or-better--all--2024-25") == good.0)
    #expect(try value(year, "audits-good-or-better--all--2024-25", "denominator") == good.1)
    // Different children are fewer over the year than in the quarters together, and the table says so.
    let children = try zip(packs, quarters).reduce(0) {
      $0 + (try value($1.0, "audits-children--all--\($1.1.lowercased())"))
    }
    #expect(try value(year, "audits-children--all--2024-25") == 17 && children > 17)
    let text = try String(
      contentsOf: folder.url.appending(path: "output/annual-2024-25/report.md"), encoding: .utf8)
    #expect(text.contains("they add up to the year; where they cannot, the table says why"))
    #expect(text.contains("A child seen in two quarters is one child of the year"))
    #expect(!text.contains("| Differs"))
    // The year before stands beside it: 24 audits too, and whole.
    #expect(year["audits-completed--all--2023-24"]?["value"] == "24")
    #expect(!text.contains("is not a whole year"))
  }

  @Test("the annual figures of the fixture are the sums of its generator's own account")
  func yearIsTheTruths() throws {
    let folder = try TemporaryFolder()
    let workspace = Program.repository.appending(path: "fixtures/st-helens")
    let result = try Self.make(
      workspace,
      [
        "annual", "--year", "2024-25", "--as-at", "2025-12-31", "--out", folder.url.path, "--format", "data",
      ])
    #expect(result.status == 1, "\(result.errors)")
    let year = try CSVRows.read(folder.url.appending(path: "annual-2024-25/figures.csv")).filter {
      $0["period"] == "2024-25" && $0["team"] == ""
    }
    let axes = ["measure", "service", "dimension", "category", "dimension2", "category2"]
    let found = Dictionary(
      year.map { row in (axes.map { row[$0] ?? "" }, row) }, uniquingKeysWith: { first, _ in first })
    let truths = try CSVRows.read(workspace.appending(path: "TRUTH.csv")).filter {
      ($0["period"] ?? "").hasPrefix("2024-25-Q")
    }
    // Counts of records; children are counted once, and what is overdue is a state.
    let counted: Set = [
      "audits.completed", "audits.grade", "complaints.received", "compliments.received", "feedback.rating",
      "actions.due", "moderation.exact", "moderation.moved_up", "moderation.moved_down", "reaudit.completed",
      "concerns.raised",
    ]
    let sums = Dictionary(grouping: truths.filter { counted.contains($0["measure"] ?? "") }) { row in
      axes.map { row[$0] ?? "" }
    }.filter { $0.value.count == 4 }.mapValues { rows in
      rows.reduce(0) { $0 + (Int($1["numerator"] ?? "") ?? 0) }
    }
    #expect(sums.count > 200)
    for (key, sum) in sums {
      #expect(found[key]?["numerator"] == String(sum), "\(key.filter { !$0.isEmpty })")
    }
    // Shares: parts and wholes add up too.
    for measure in ["audits.good_or_better", "dip.met", "feedback.positive", "complaints.within_timescale"] {
      let rows = truths.filter { row in
        row["measure"] == measure && axes.dropFirst().allSatisfy { row[$0] == "" }
      }
      #expect(rows.count == 4)
      for column in ["numerator", "denominator"] {
        let sum = rows.reduce(0) { $0 + (Int($1[column] ?? "") ?? 0) }
        #expect(found[[measure, "", "", "", "", ""]]?[column] == String(sum), "\(measure) \(column)")
      }
    }
  }

  @Test("a year that is not over says so, and its later quarters are not there")
  func yearNotOver() throws {
    let folder = try YearWorkspace.make()
    #expect(
      try Self.make(folder.url, ["annual", "--year", "2024-25", "--as-at", "2024-11-30"]).status == 0)
    let text = try String(
      contentsOf: folder.url.appending(path: "output/annual-2024-25/report.md"), encoding: .utf8)
    #expect(text.contains("The year is not over: 3 quarters have begun."))
    let figures = try Self.figures(folder, "output/annual-2024-25")
    #expect(figures["audits-completed--all--2024-25-q4"] == nil)
    #expect(figures["audits-completed--all--2024-25-q3"]?["value"] == "4")
    #expect(figures["audits-completed--all--2024-25"]?["value"] == "16")
  }

  // MARK: one service

  @Test("a highlight's figures are the quarterly's of its service, every one")
  func highlightIsTheQuarterly() throws {
    let folder = try TemporaryFolder()
    let workspace = Program.repository.appending(path: "fixtures/st-helens")
    let common = ["--period", "2025-26-Q3", "--out", folder.url.path, "--format", "data"]
    #expect(try Self.make(workspace, ["quarterly"] + common).status == 1)
    #expect(try Self.make(workspace, ["highlight", "--service", "yjs"] + common).status == 1)
    let all = try Self.figures(folder, "quarterly-2025-26-Q3").filter {
      $0.value["service"] == "Youth Justice"
    }
    let own = try Self.figures(folder, "highlight-2025-26-Q3-youth-justice")
    #expect(all.count > 2000)
    #expect(own.allSatisfy { $0.value["service"] == "Youth Justice" })
    for (id, figure) in all {
      let shown = try #require(own[id], "\(id)")
      for (column, value) in figure where column != "section" {
        #expect(shown[column] == value, "\(id) \(column)")
      }
    }
  }

  @Test("a highlight holds nothing of another service: no record, no name, no row set aside")
  func highlightIsAlone() throws {
    let folder = try YearWorkspace.make()
    try folder.write(
      "audit_id,child_id,service,audit_type,completed_date,overall_grade\nX900,C99,Fostering,Case audit,yesterday,Good\n",
      to: "exports/audits-2.csv")
    let made = try Self.make(
      folder.url, ["highlight", "--period", "2024-25-Q3", "--service", "Early Help"])
    #expect(made.status == 1, "\(made.errors)")
    let pack = "output/highlight-2024-25-Q3-early-help"
    let files = try folder.files().filter { $0.hasPrefix(pack) }.map { String($0.dropFirst(pack.count + 1)) }
    #expect(files.contains("report.xlsx") && files.contains("manifest.json"))
    #expect(!files.contains("records.csv") && !files.contains("inputs.idx"))
    for name in ["report.md", "report.html", "rejects.csv", "figures.csv"] {
      let text = try String(contentsOf: folder.url.appending(path: "\(pack)/\(name)"), encoding: .utf8)
      #expect(!text.contains("Fostering") && !text.contains("X900"), "\(name)")
      // Action N36, of Fostering, is due in the quarter and open; N38, of Early Help, is too.
      #expect(!text.contains("N36"), "\(name)")
    }
    let text = try String(contentsOf: folder.url.appending(path: "\(pack)/report.md"), encoding: .utf8)
    #expect(text.contains("Service summary of quality assurance activity: Early Help"))
    for heading in [
      "Quality assurance activity undertaken", "What's working well", "What are we worried about",
      "Action needed",
    ] {
      #expect(text.contains("### \(heading): Early Help"), "\(heading)")
    }
  }

  @Test("a re-audit is compared with the audit before whichever service that was of")
  func reauditAcrossServices() throws {
    let folder = try YearWorkspace.make()
    let period = ["--period", "2024-25", "--format", "data"]
    #expect(try Self.make(folder.url, ["quarterly"] + period).status == 0)
    #expect(try Self.make(folder.url, ["quarterly", "--service", "Early Help"] + period).status == 0)
    let all = try Self.figures(folder, "output/quarterly-2024-25")
    let own = try Self.figures(folder, "output/quarterly-2024-25-early-help")
    let compared = ["better", "unchanged", "lower", "not-comparable"].map {
      "reaudit-\($0)--early-help--2024-25"
    }
    for id in compared { #expect(own[id]?["value"] == all[id]?["value"], "\(id)") }
    // A29, A37 and A45 are Early Help's or Fostering's and follow A25, A33 and A41.
    #expect(compared.dropLast().contains { own[$0]?["value"] != "0" })
    #expect(own[compared[3]]?["value"] == "0")
  }

  @Test("without a service there is a pack for each that has enough records")
  func highlightOfEach() throws {
    let folder = try YearWorkspace.make()
    let made = try Self.make(folder.url, ["highlight", "--period", "2024-25-Q3", "--format", "md"])
    #expect(made.status == 0, "\(made.errors)")
    let packs = Set(try folder.files().filter { $0.hasPrefix("output/") }.map { $0.split(separator: "/")[1] })
    #expect(packs == ["highlight-2024-25-Q3-early-help", "highlight-2024-25-Q3-fostering"])
    let none = try Self.make(folder.url, ["highlight", "--period", "2010-11-Q3", "--format", "md"])
    #expect(none.status == 2 && none.errors.contains("no service has 5 records in 2010-11-Q3"))
  }

  @Test("the panel's decisions and risks are counted from the action log")
  func panelLog() throws {
    let folder = try YearWorkspace.make()
    #expect(
      try Self.make(
        folder.url, ["highlight", "--period", "2024-25", "--service", "Fostering", "--format", "md"]
      ).status == 0)
    let text = try String(
      contentsOf: folder.url.appending(path: "output/highlight-2024-25-fostering/report.md"), encoding: .utf8)
    // Of N24 to N47 those of Fostering are every third; decided on N24, N30, N36 and N42; open and flagged from any
    // year N0, N12, N24 and N36.
    #expect(text.contains("The panel took 4 decisions on actions in the period: de-escalate 4"))
    #expect(text.contains("4 open actions are flagged for the corporate risk register"))
  }

  @Test(
    "reviews are drawn for the moderation panel from the services in turn, the same ones again, for no board")
  func panelSample() throws {
    let folder = try YearWorkspace.make(
      framework: "kirklees", services: ["Assessment and Intervention", "Fostering Service"])
    func text(_ more: [String]) throws -> String {
      #expect(
        try Self.make(
          folder.url,
          ["report", "moderation", "--period", "2024-25-Q3", "--format", "md", "--out"]
            + [folder.url.appending(path: "out").path] + more
        ).status < 2)
      let pack = try #require(try folder.files().first { $0.hasPrefix("out/") && $0.hasSuffix("report.md") })
      defer { try? FileManager.default.removeItem(at: folder.url.appending(path: "out")) }
      return try String(contentsOf: folder.url.appending(path: pack), encoding: .utf8)
    }
    func sample(_ text: String) -> [[Substring]] {
      text.split(separator: "\n").drop { !$0.hasPrefix("**Reviews drawn for the panel") }.dropFirst(3)
        .prefix { $0.hasPrefix("|") }.map { $0.split(separator: "|").map { $0.dropFirst().dropLast() } }
    }
    let drawn = sample(try text([]))
    #expect(!drawn.isEmpty && drawn.count <= 10 && Set(drawn.map { $0[0] }).count == drawn.count)
    let services = drawn.map { $0[1].split(separator: " ").first }
    #expect(Set(services).count == 2 && services[0] != services[1])
    #expect(sample(try text([])) == drawn)
    #expect(!(try text(["--audience", "board"])).contains("Reviews drawn"))
  }

  // MARK: asking

  @Test("names that are wrong are told with what was likely meant")
  func wrongNames() throws {
    let folder = try YearWorkspace.make()
    let quarter = ["--period", "2024-25-Q3"]
    let report = try Self.make(folder.url, ["report", "bord"] + quarter)
    #expect(
      report.status == 2 && report.errors.contains("'bord' is no report of St Helens. Did you mean board?"))
    let service = try Self.make(folder.url, ["highlight", "--service", "Fosterin"] + quarter)
    #expect(service.status == 2 && service.errors.contains("Did you mean Fostering?"))
    #expect(try Self.make(folder.url, ["annual", "--year", "2024-25-Q3"]).status == 64)
    #expect(try Self.make(folder.url, ["annual", "--year", "2024-25"] + quarter).status == 64)
    #expect(try Self.make(folder.url, ["annual"]).status == 64)
    #expect(try folder.files().allSatisfy { !$0.hasPrefix("output/") })
  }

  @Test(
    "nothing but the quarterly report on everything is made for the public",
    arguments: [
      ["annual", "--year", "2024-25"], ["report", "board", "--period", "2024-25-Q3"],
      ["highlight", "--period", "2024-25-Q3", "--service", "Fostering"],
      ["quarterly", "--period", "2024-25-Q3", "--service", "Fostering"],
    ])
  func publicIsRefused(arguments: [String]) throws {
    let folder = try YearWorkspace.make()
    let made = try Self.make(folder.url, arguments + ["--audience", "public"])
    #expect(made.status == 2)
    #expect(made.errors.contains("only the quarterly report on all services is published"), "\(made.errors)")
    #expect(try folder.files().allSatisfy { !$0.hasPrefix("output/") })
  }

  @Test("a report is called by its period: none but a year's is annual, none but a quarter's quarterly")
  func plainTitle() throws {
    let folder = try YearWorkspace.make()
    #expect(try Self.make(folder.url, ["annual", "--period", "2024-25-Q3", "--format", "md"]).status == 0)
    let text = try String(
      contentsOf: folder.url.appending(path: "output/annual-2024-25-Q3/report.md"), encoding: .utf8)
    #expect(text.hasPrefix("# Quality assurance report\n"))
  }

  @Test(
    "every kind of pack is verified and traced from its manifest",
    arguments: [
      (["annual", "--year", "2024-25"], "annual-2024-25", "audits-completed--all--2024-25-q2"),
      (["annual", "--year", "2024-25"], "annual-2024-25", "audits-good-or-better--all--2024-25"),
      (
        ["highlight", "--period", "2024-25-Q3", "--service", "Early Help"], "highlight-2024-25-Q3-early-help",
        "audits-completed--early-help--2024-25-q3"
      ),
      (["report", "board", "--period", "2024-25-Q3"], "board-2024-25-Q3", "dip-met--all--2024-25-q3"),
    ])
  func verifiedAndTraced(arguments: [String], pack: String, figure: String) throws {
    let folder = try YearWorkspace.make()
    #expect(try Self.make(folder.url, arguments).status == 0)
    let place = folder.url.appending(path: "output/\(pack)").path
    let verified = try Self.make(folder.url, ["verify", place])
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    let traced = try Self.make(folder.url, ["trace", figure, "--pack", place])
    #expect(traced.status == 0, "\(traced.errors)")
    let value = try #require(try Self.figures(folder, "output/\(pack)")[figure]?["numerator"])
    // The rows that carry the figure are as many as it says.
    let rows = traced.output.split(separator: "\n").count {
      $0.contains("exports/") && !$0.contains("denominator")
    }
    #expect(traced.output.contains(value) && rows > 0, "\(traced.output)")
  }

  @Test(
    "every report of every framework is made",
    arguments: [
      ("st-helens", ["Early Help", "Fostering"]),
      ("kirklees", ["Assessment and Intervention", "Fostering Service"]),
      ("dorset", ["Early Help", "SEND"]), ("haringey", ["Early Help", "Corporate Parenting"]),
    ])
  func everyReport(framework: String, services: [String]) throws {
    let folder = try YearWorkspace.make(framework: framework, services: services)
    let listing = try Program.run(["framework", "show", framework, "--workspace", folder.url.path])
    let names = listing.output.split(separator: "\n").drop { !$0.hasPrefix("Reports") }.dropFirst()
      .prefix { !$0.isEmpty && $0.hasPrefix(" ") }.compactMap { line in
        line.drop { $0 == " " || $0 == "-" }.split(separator: ":").first.map(String.init)
      }
    #expect(names.count >= 7, "\(listing.output.prefix(3000))")
    for name in names {
      var arguments = ["report", name, "--period", "2024-25-Q3", "--format", "md,html"]
      if name == "highlight" { arguments += ["--service", services[0]] }
      let made = try Self.make(folder.url, arguments)
      #expect([0, 1].contains(made.status), "\(framework) \(name): \(made.errors)")
      // It says whose and which it is, and holds more than how it was made.
      let pack = try #require(
        try folder.files().first { $0.hasPrefix("output/\(name)-2024-25-Q3") && $0.hasSuffix("report.md") })
      let text = try String(contentsOf: folder.url.appending(path: pack), encoding: .utf8)
      #expect(text.split(separator: "\n").count { $0.hasPrefix("## ") } > 4, "\(framework) \(name)")
      // Two sections that show alike tables must not give them one id.
      let page = try String(
        contentsOf: folder.url.appending(path: pack.replacing("report.md", with: "report.html")),
        encoding: .utf8)
      let ids = page.matches(of: /\sid="([^"]*)"/).map(\.1)
      let twice = Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted()
      #expect(ids.count > 10)
      #expect(twice == [], "\(framework) \(name)")
    }
  }
}
