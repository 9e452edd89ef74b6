import QAModel
import Testing

@testable import Ingest

/// What a workspace's settings become, and how they are laid over the framework's.
@Suite("Reading a workspace")
struct WorkspaceReaderTests {
  private func read(_ lines: String) throws -> Workspace {
    let (workspace, messages) = try readWorkspace([
      "qareport.yaml": "framework: small\n" + lines, "frameworks/small.yaml": smallFramework,
    ])
    #expect(messages == [])
    return try #require(workspace)
  }

  @Test("takes its defaults where it says nothing")
  func defaults() throws {
    let workspace = try read("")
    #expect(workspace.exports == "exports")
    #expect(workspace.dateOrder == .dayFirst)
    #expect(!workspace.acceptsUnknownServices)
    #expect(workspace.exportDates.isEmpty && workspace.datasets.isEmpty && workspace.diagnostics.isEmpty)
    let framework = workspace.framework
    #expect(framework.id == "small")
    #expect(framework.report(named: "quarterly")?.title == "Quarterly quality assurance report")
    #expect(framework.marking == nil)
    #expect(framework.domains == [Term("Assessment", synonyms: ["Assess"]), Term("Voice of the child")])
    #expect(
      framework.indicators == [
        Indicator(Term("Visits in timescale"), target: 90, tolerance: 5)
      ])
    #expect(
      framework.practiceAreas == [
        PracticeArea(
          id: "voice-of-the-child", name: "Voice of the child",
          evidence: [.quantity: [.standard(0), .indicator(0)], .quality: [.domain(1)]])
      ])
  }

  @Test("reads every setting of its own")
  func own() throws {
    let workspace = try read(
      """
      authority: Elsewhere
      exports: data/csv/
      date_order: MDY
      accept_unknown_services: Yes
      bank_holidays: [2026-05-05, 2027-01-02]
      marking: OFFICIAL
      levels_of_need: [Level 2, {name: Level 3, synonyms: L3}]
      reports: {quarterly: {title: Our quarter}}
      thresholds: {quantity: 90%, quality: 0.6, fewest_records: 10}
      complaints: {stage_1: 15}
      """)
    #expect(workspace.exports == "data/csv")
    #expect(workspace.dateOrder == .monthFirst)
    #expect(workspace.acceptsUnknownServices)
    let framework = workspace.framework
    #expect(framework.authority == "Elsewhere")
    #expect(framework.marking == "OFFICIAL")
    #expect(framework.report(named: "quarterly")?.title == "Our quarter")
    #expect(framework.levelsOfNeed == [Term("Level 2"), Term("Level 3", synonyms: ["L3"])])
    #expect(framework.moreHolidays.map(\.iso).sorted() == ["2026-05-05", "2027-01-02"])
    #expect(framework.thresholds.strand == [.quantity: 0.9, .quality: 0.6, .outcome: 0.7])
    #expect(framework.thresholds.fewestRecords == 10)
    #expect(framework.thresholds.fewestForKappa == 30)
    #expect(framework.complaints.stage1 == 15)
    #expect(framework.complaints.stage1Complex == 20)
  }

  @Test("reads every setting of a dataset, and gives columns and values the names the program uses")
  func dataset() throws {
    let workspace = try read(
      """
      datasets:
        audits:
          files: "*review*.csv"
          columns:
            Reference No.: Audit ID
            Voice: "Domain: voice of the child"
            First assessment: "initial domain: Assess"
          values:
            overall_grade: {"1": outstanding, "3": POOR}
            "domain: Assessment": {A: Good}
            worker: {JS: Team A}
          missing:
            team: {not_applicable: [n/a, none], suppressed: "*", blank: "-", not_seen: NS, low: low}
          constants: {audit_type: case audit, selection: Random}
          rows: {Directorate: [Children, Families], Year: 2025}
        dip_samples: {layout: wide, columns: {Seen: "standard: child seen alone"}}
        feedback: {undated: true}
        performance:
          layout: open_data
          rows: {la_name: Kirklees}
          indicators:
            - {indicator: visits in timescale, numerator: n, denominator: d, rows: {group: all}}
            - {indicator: Visits in timescale, value: v}
      """)
    let audits = try #require(workspace.datasets[.audits])
    #expect(audits.files == ["*review*.csv"])
    #expect(
      audits.columns == [
        "Reference No.": "audit_id", "Voice": "domain: Voice of the child",
        "First assessment": "initial domain: Assessment",
      ])
    #expect(
      audits.values == [
        "overall_grade": ["1": "Outstanding", "3": "Poor"], "domain: Assessment": ["A": "Good"],
        "worker": ["JS": "Team A"],
      ])
    #expect(
      audits.missing == [
        "team": [
          .notApplicable: ["n/a", "none"], .suppressed: ["*"], .blank: ["-"], .notSeen: ["NS"], .low: ["low"],
        ]
      ])
    #expect(audits.constants == ["audit_type": "Case audit", "selection": "random"])
    #expect(audits.rows == ["Directorate": ["Children", "Families"], "Year": ["2025"]])
    #expect(workspace.datasets[.dipSamples]?.layout == .wide)
    #expect(workspace.datasets[.dipSamples]?.columns == ["Seen": "standard: Child seen alone"])
    #expect(workspace.datasets[.feedback]?.undated == true)
    let performance = try #require(workspace.datasets[.performance])
    #expect(performance.layout == .openData)
    #expect(performance.rows == ["la_name": ["Kirklees"]])
    #expect(performance.openData.map(\.indicator) == ["Visits in timescale", "Visits in timescale"])
    #expect(performance.openData.map(\.numerator) == ["n", nil])
    #expect(performance.openData.map(\.denominator) == ["d", nil])
    #expect(performance.openData.map(\.value) == [nil, "v"])
    #expect(performance.openData.map(\.rows) == [["group": "all"], [:]])
  }

  @Test("takes any service as the meaning of a cell where unknown ones are accepted")
  func unknownServices() throws {
    let workspace = try read(
      "accept_unknown_services: yes\ndatasets: {audits: {values: {service: {A: Anything}}}}")
    #expect(workspace.datasets[.audits]?.values["service"] == ["A": "Anything"])
  }

  @Test("adds to the framework's sections and overrides what it gives again")
  func merged() throws {
    let framework = try read(
      """
      services:
        fostering: [Foster care]
        Adoption:
      grades: {scale: {Good: [G], Poor: {synonyms: Bad}}}
      domains: [{name: Assessment, synonyms: [Ass.]}, Planning]
      indicators:
        Visits in timescale: {target: 95}
        Caseload: {unit: ratio, kind: stock, polarity: low, strand: quantity, places: 2}
      feedback: {questions: [I am safe]}
      practice_areas:
        Voice of the child:
          quality: {domains: [Planning, Voice of the child], complaint_categories: [Delay]}
        Planning: {quantity: {indicators: Caseload}, outcome: {questions: I am safe}}
      """
    ).framework
    #expect(
      framework.services == [
        Term("Early Help"), Term("Fostering", synonyms: ["Foster care"]), Term("Adoption"),
      ])
    #expect(framework.grades.grades.map(\.synonyms) == [[], ["G"], ["Bad"]])
    #expect(
      framework.domains == [
        Term("Assessment", synonyms: ["Assess", "Ass."]), Term("Voice of the child"), Term("Planning"),
      ])
    #expect(framework.indicators[0].target == 95)
    #expect(framework.indicators[0].tolerance == 5)
    #expect(
      framework.indicators[1]
        == Indicator(
          Term("Caseload"), unit: .ratio, kind: .stock, polarity: .lowIsGood, strand: .quantity, places: 2))
    #expect(framework.feedback.questions.map(\.name) == ["I feel listened to", "I am safe"])
    #expect(framework.feedback.positiveCount == 1)
    #expect(
      framework.practiceAreas[0].evidence == [
        .quantity: [.standard(0), .indicator(0)],
        .quality: [.domain(2), .domain(1), .complaintCategory("Delay")],
      ])
    #expect(framework.practiceAreas[1].id == "planning")
    #expect(framework.practiceAreas[1].evidence == [.quantity: [.indicator(1)], .outcome: [.question(1)]])
  }

  @Test("writes sections anew where it says so")
  func replaced() throws {
    let framework = try read(
      """
      replace: [grades, services, feedback, practice_areas]
      grades: {scale: [Met, Not met], good_or_better: Met}
      services: [Adoption]
      feedback:
      practice_areas:
      """
    ).framework
    #expect(framework.grades.grades == [Term("Met"), Term("Not met")])
    #expect(framework.grades.goodCount == 1)
    #expect(framework.services == [Term("Adoption")])
    #expect(framework.feedback.questions.isEmpty && framework.feedback.ratings.isEmpty)
    #expect(framework.practiceAreas.isEmpty)
    #expect(framework.domains.count == 2)
  }

  @Test("finds the workspace's own framework before the templates', and those in their order")
  func precedence() throws {
    let templates = try [TemporaryFolder(), TemporaryFolder()]
    for (number, folder) in templates.enumerated() {
      try folder.write(
        smallFramework.replacing("Testshire\n", with: "Template \(number)\n"), to: "frameworks/small.yaml")
    }
    let paths = templates.map(\.path)
    let configuration = ["qareport.yaml": "framework: small"]
    let shipped = try #require(try readWorkspace(configuration, templates: paths).0)
    #expect(shipped.framework.authority == "Template 0")
    #expect(shipped.configurationFiles.map(\.path) == ["qareport.yaml", "templates/frameworks/small.yaml"])
    #expect(shipped.configurationFiles[0].sha256 == SHA256.hex(of: "framework: small".utf8))
    let second = try #require(try readWorkspace(configuration, templates: ["/nowhere", paths[1]]).0)
    #expect(second.framework.authority == "Template 1")
    let own = try #require(
      try readWorkspace(
        configuration.merging(["frameworks/small.yaml": smallFramework]) { $1 }, templates: paths
      ).0)
    #expect(own.framework.authority == "Testshire")
    #expect(own.configurationFiles.map(\.path) == ["qareport.yaml", "frameworks/small.yaml"])
    #expect(own.configurationFiles[1].sha256 == SHA256.hex(of: smallFramework.utf8))
  }

  @Test("names the file of a template in its faults")
  func templateFault() throws {
    let templates = try TemporaryFolder()
    try templates.write(smallFramework + "\ncolour: red", to: "frameworks/small.yaml")
    let messages = try readWorkspace(["qareport.yaml": "framework: small"], templates: [templates.path]).1
    #expect(messages.count == 1)
    #expect(
      messages[0].hasPrefix(
        "\(templates.path)/frameworks/small.yaml:27: error: \"colour\" is not a key of a framework file."))
  }

  @Test("knows the date of an export that is there")
  func exportDates() throws {
    let (workspace, messages) = try readWorkspace([
      "qareport.yaml": "framework: small\nexport_dates: {sub/a.csv: 2025-10-13}",
      "frameworks/small.yaml": smallFramework, "exports/sub/a.csv": "x",
    ])
    #expect(messages == [])
    #expect(workspace?.exportDates == ["sub/a.csv": try #require(CalendarDate(iso: "2025-10-13"))])
  }

  @Test("knows every column of every dataset once")
  func columns() {
    for kind in DatasetKind.allCases {
      let names = DatasetColumns.names(kind)
      #expect(!names.isEmpty)
      #expect(Set(names.map(Spelling.folded)).count == names.count)
    }
  }
}
