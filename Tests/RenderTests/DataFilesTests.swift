import QAModel
import Testing

@testable import Render

@Suite("The data files")
struct DataFilesTests {
  private let figures: FigureSet
  private let sections: [FigureID: String]

  init() {
    let quarter = Period.quarter(3, yearBeginning: 2025)!
    let names = FigureNames(
      services: ["Early Help", "=cmd|' /C calc'!A0", "A, \"B\" team"], teams: ["North"], periods: [quarter],
      places: [
        .grade: ["Outstanding", "Requires improvement"], .selection: ["random"], .indicator: ["In 45 days"],
        .practiceArea: ["Voice"], .strand: ["quality"],
      ])
    var figures = FigureSet(names: names)
    func add(
      _ measure: MeasureID, _ outcome: Outcome, _ first: AxisPlace? = nil, _ second: AxisPlace? = nil,
      service: UInt32? = nil, team: UInt32? = nil, note: String? = nil
    ) {
      figures.add(
        Figure(
          FigureKey(measure, service: service, team: team, first: first, second: second, period: 0), outcome,
          note: note))
    }
    add(.auditsCompleted, .count(1_240))
    add(.auditsGrade, .count(3), AxisPlace(.grade, 1), AxisPlace(.selection, 0), service: 1)
    add(.auditsGoodOrBetter, .share(15, of: 18, Interval(lower: 0.6078, upper: 0.9416)), service: 0, team: 0)
    add(.auditsGoodOrBetter, .share(0, of: 0, nil), service: 2)
    add(
      .indicatorValue, .value(87.5, numerator: 7, denominator: 8, unit: .percent), AxisPlace(.indicator, 0),
      note: "3 of 3 months")
    add(.moderationKappa, .coefficient(-0.25, n: 31, Interval(lower: -1, upper: 0.5)))
    add(
      .triangulationStrand, .strand(.strength, n: 12), AxisPlace(.practiceArea, 0), AxisPlace(.strand, 0))
    add(.triangulationReading, .joint(.notEnoughEvidence, n: 2), AxisPlace(.practiceArea, 0))
    add(.complaintsReceived, .suppressed)
    add(.moderationExact, .insufficient(n: 4))
    add(.dipMet, .notAvailable)
    add(.moderated, .notApplicable)
    self.figures = figures
    sections = [FigureID("audits-completed--all--2025-26-q3"): "activity"]
  }

  @Test("figures.csv")
  func csv() {
    let lines = String(decoding: FigureFiles.csv([figures], sections: sections), as: UTF8.self)
    #expect(
      lines == """
        figure,section,measure,service,team,dimension,category,dimension2,category2,period,numerator,denominator,value,lower,upper,n,unit,status,note
        audits-completed--all--2025-26-q3,activity,audits.completed,,,,,,,2025-26-Q3,1240,,1240,,,,count,ok,
        audits-grade--cmd-c-calc-a0--grade-requires-improvement--selection-random--2025-26-q3,,audits.grade,'=cmd|' /C calc'!A0,,grade,Requires improvement,selection,random,2025-26-Q3,3,,3,,,,count,ok,
        audits-good-or-better--early-help--team-north--2025-26-q3,,audits.good_or_better,Early Help,North,,,,,2025-26-Q3,15,18,0.8333333333333334,0.6078,0.9416,18,proportion,ok,
        audits-good-or-better--a-b-team--2025-26-q3,,audits.good_or_better,"A, ""B"" team",,,,,,2025-26-Q3,0,0,,,,0,proportion,not_available,
        indicator-value--all--indicator-in-45-days--2025-26-q3,,indicator.value,,,indicator,In 45 days,,,2025-26-Q3,7,8,0.875,,,,proportion,ok,3 of 3 months
        moderation-kappa--all--2025-26-q3,,moderation.kappa,,,,,,,2025-26-Q3,,,-0.25,-1,0.5,31,coefficient,ok,
        triangulation-strand--all--practice-area-voice--strand-quality--2025-26-q3,,triangulation.strand,,,practice_area,Voice,strand,quality,2025-26-Q3,,,,,,12,reading,ok,strength
        triangulation-reading--all--practice-area-voice--2025-26-q3,,triangulation.reading,,,practice_area,Voice,,,2025-26-Q3,,,,,,2,reading,insufficient,not enough evidence
        complaints-received--all--2025-26-q3,,complaints.received,,,,,,,2025-26-Q3,,,,,,,,suppressed,
        moderation-exact--all--2025-26-q3,,moderation.exact,,,,,,,2025-26-Q3,,,,,,4,,insufficient,
        dip-met--all--2025-26-q3,,dip.met,,,,,,,2025-26-Q3,,,,,,,,not_available,
        moderation-moderated--all--2025-26-q3,,moderation.moderated,,,,,,,2025-26-Q3,,,,,,,,not_available,

        """)
  }

  @Test("figures.json has the same rows")
  func json() {
    let lines = String(decoding: FigureFiles.json([figures], sections: sections), as: UTF8.self)
      .split(separator: "\n")
    #expect(lines.first == "[" && lines.last == "]")
    #expect(lines.count == figures.figures.count + 2)
    #expect(
      lines[3]
        == """
          {"figure": "audits-good-or-better--early-help--team-north--2025-26-q3", "section": null, "measure": \
        "audits.good_or_better", "service": "Early Help", "team": "North", "dimension": null, "category": null, \
        "dimension2": null, "category2": null, "period": "2025-26-Q3", "numerator": 15, "denominator": 18, "value": \
        0.8333333333333334, "lower": 0.6078, "upper": 0.9416, "n": 18, "unit": "proportion", "status": "ok", "note": \
        null},
        """)
    #expect(lines[2].contains(#""service": "=cmd|' /C calc'!A0""#))
  }

  @Test("no figures are a header and an empty list")
  func empty() {
    let none = FigureSet(names: figures.names)
    #expect(FigureFiles.csv([none], sections: [:]).count { $0 == UInt8(ascii: "\n") } == 1)
    #expect(String(decoding: FigureFiles.json([none], sections: [:]), as: UTF8.self) == "[]\n")
  }

  @Test(
    "what a spreadsheet could take for a formula",
    arguments: [
      ("=1+1", true), ("@SUM(A1)", true), ("+44 20", true), ("-2+3", true), ("\t=1", true), ("\r=1", true),
      ("- see note", true), ("-2.5", false), ("+1,240", false), ("-", false), ("=", false), ("", false),
      ("a=1", false), ("'=1", false),
    ])
  func formulas(text: String, isRisky: Bool) {
    #expect(CSVWriter.couldBeFormula(text) == isRisky)
  }

  @Test("quoting of CSV")
  func quoting() {
    var file = CSVWriter()
    file.add("plain")
    file.add("with, comma")
    file.add("with \"quote\"")
    file.add("two\nlines")
    file.addBlank()
    file.addData("=x,y")
    file.endRow()
    #expect(
      String(decoding: file.bytes, as: UTF8.self)
        == "plain,\"with, comma\",\"with \"\"quote\"\"\",\"two\nlines\",,\"'=x,y\"\n")
  }

  @Test("escapes of JSON")
  func escapes() {
    var file = JSONWriter()
    file.beginObject()
    file.add("a\"b", "\\ \"x\"\n\t\u{0}\u{1F}é👩")
    file.beginList("list")
    file.endList()
    file.endObject()
    file.finish()
    #expect(
      String(decoding: file.bytes, as: UTF8.self) == """
        {
          "a\\"b": "\\\\ \\"x\\"\\u000a\\u0009\\u0000\\u001fé👩",
          "list": []
        }

        """)
  }

  // MARK: Rejects

  private static let diagnostics: [Diagnostic] = [
    Diagnostic(
      id: "ingest.date.unreadable", severity: .error,
      location: SourceLocation(file: "exports/audits.csv", line: 12, column: "completed_date"),
      summary: "31/02/2025 is not a date", explanation: "there is no such day", suggestion: "correct the day",
      value: "31/02/2025", rejectsRow: true),
    Diagnostic(
      id: "ingest.grade.unknown", severity: .warning,
      location: SourceLocation(file: "exports/audits.csv", line: 13, column: "overall_grade"),
      summary: "not a grade", value: "Goood"),
    Diagnostic(
      id: "ingest.key.missing", severity: .error,
      location: SourceLocation(file: "exports/audits.csv", line: 14, column: "audit_id"), summary: "no id",
      value: "=1+1", rejectsRow: true),
    Diagnostic(
      id: "ingest.row.cut", severity: .error, location: SourceLocation(file: "exports/a.csv"),
      summary: "the file ends within a field", rejectsRow: true),
  ]

  @Test("rejects.csv lists rows with their values for internal readers")
  func rejects() {
    let file = RejectsFile(Self.diagnostics, audience: .internal)
    #expect(file.total == 3 && file.listed == 3)
    #expect(
      String(decoding: file.bytes, as: UTF8.self) == """
        file,line,column,value,reason,suggestion
        exports/audits.csv,12,completed_date,31/02/2025,31/02/2025 is not a date: there is no such day,correct the day
        exports/audits.csv,14,audit_id,'=1+1,no id,
        exports/a.csv,,,,the file ends within a field,

        """)
  }

  @Test("a listing cut short keeps its total")
  func cutShort() {
    let file = RejectsFile(Self.diagnostics, audience: .internal, limit: 1)
    #expect(file.total == 3 && file.listed == 1)
    #expect(file.bytes.count { $0 == UInt8(ascii: "\n") } == 2)
  }

  @Test("the public get counts by reason, small ones withheld")
  func publicRejectCounts() {
    let diagnostics = Self.diagnostics + Self.diagnostics.filter { $0.id == "ingest.row.cut" }
    let file = RejectsFile(diagnostics, audience: .public, suppressUpTo: 1)
    #expect(file.total == 4 && file.listed == 0)
    #expect(
      String(decoding: file.bytes, as: UTF8.self) == """
        reason,rows
        ingest.date.unreadable,[c]
        ingest.key.missing,[c]
        ingest.row.cut,2

        """)
  }

  @Test("the board gets counts without a value")
  func rejectCounts() {
    let file = RejectsFile(Self.diagnostics, audience: .board)
    #expect(file.total == 3 && file.listed == 0)
    #expect(
      String(decoding: file.bytes, as: UTF8.self) == """
        file,reason,rows
        exports/a.csv,ingest.row.cut,1
        exports/audits.csv,ingest.date.unreadable,1
        exports/audits.csv,ingest.key.missing,1

        """)
  }

  // MARK: Manifest

  @Test("manifest.json")
  func manifest() {
    var account = Reconciliation(file: "exports/audits.csv", dataset: .audits)
    account.rowsRead = 10
    account.used = 6
    account.replaced = 1
    account.setAside = ["ingest.key.missing": 1, "ingest.date.unreadable": 1]
    account.notData = [.total: 1]
    let manifest = Manifest(
      report: "quarterly", period: Period.quarter(3, yearBeginning: 2025)!,
      asAt: SampleDocument.day(2025, 12, 31),
      audience: .internal, version: "0.1.0", definitions: "1",
      inputs: [SourceFile(path: "exports/audits.csv", dataset: .audits, bytes: 1_024, sha256: "ab12")],
      configuration: [.init(path: "qareport.yaml", sha256: "cd34")], reconciliation: [account],
      figures: 12, diagnostics: ["b": 2, "a": 1], rejects: 2, rejectsListed: 2,
      files: [.init(path: "report.md", sha256: "ef56")])
    #expect(
      String(decoding: manifest.json(), as: UTF8.self) == """
        {
          "program": "qareport",
          "version": "0.1.0",
          "definitions": "1",
          "report": "quarterly",
          "period": "2025-26-Q3",
          "as_at": "2025-12-31",
          "audience": "internal",
          "inputs": [
            {"path": "exports/audits.csv", "dataset": "audits", "bytes": 1024, "sha256": "ab12"}
          ],
          "configuration": [
            {"path": "qareport.yaml", "sha256": "cd34"}
          ],
          "rows": [
            {
              "file": "exports/audits.csv",
              "dataset": "audits",
              "read": 10,
              "used": 6,
              "replaced": 1,
              "set_aside": {
                "ingest.date.unreadable": 1,
                "ingest.key.missing": 1
              },
              "not_data": {
                "total": 1
              }
            }
          ],
          "figures": 12,
          "diagnostics": {
            "a": 1,
            "b": 2
          },
          "rejects": {
            "rows": 2,
            "listed": 2
          },
          "files": [
            {"path": "report.md", "sha256": "ef56"}
          ]
        }

        """)
  }

  @Test("name every figure by its slug")
  func slugs() {
    var slugs = FigureSlugs(figures.names)
    for figure in figures.figures {
      slugs.make(figure.key)
      #expect(String(decoding: slugs.bytes, as: UTF8.self) == figures.slug(figure.key).slug)
    }
  }
}
