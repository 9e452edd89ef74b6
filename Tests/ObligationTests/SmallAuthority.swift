import Analysis
import Foundation
import Ingest
import QAModel
import Testing

/// A workspace of a few lines of CSV under a shipped framework, read and counted as the program does.
///
/// The framework files are those of `QAREPORT_TEST_TEMPLATES` where that is set: copies with a rule taken out, under which
/// the test of that rule must fail. A file that is not there is the shipped one.
struct SmallAuthority {
  let framework: String
  /// More of `qareport.yaml`.
  var settings = ""
  /// Dataset or register: its CSV, with the header line.
  var exports: [String: String]

  init(_ framework: String, settings: String = "", _ exports: [String: String]) {
    self.framework = framework
    self.settings = settings
    self.exports = exports
  }

  /// The report of a period with more lines at the end of its exports; a line of a dataset that has no export yet brings
  /// its header with it.
  func report(
    _ period: String = "2025-26-Q3", asAt: String? = nil, for audience: Audience = .internal,
    adding rows: [String: String] = [:], readingText: Bool = false
  ) throws -> SmallReport {
    let (workspace, dataset) = try read(adding: rows)
    let period = try #require(Period(parsing: period))
    let request = AnalysisRequest(
      period: period, asAt: asAt.flatMap { CalendarDate(iso: $0) } ?? period.last, audience: audience,
      periodsBefore: 1)
    return try SmallReport(workspace.framework, dataset, request, rules: readingText ? Self.rules : nil)
  }

  /// A sample drawn on a day: the list's rows by the headers of its columns, and how many could be drawn.
  func sample(_ audit: String, on day: String, size: Int? = nil, adding rows: [String: String] = [:]) throws
    -> (drawn: [[String: String]], couldBe: String?)
  {
    let (workspace, dataset) = try read(adding: rows)
    let kind = try #require(SampleKind.named(audit, in: workspace.framework))
    var request = SampleRequest(kind: kind, day: try #require(CalendarDate(iso: day)), seed: 7)
    request.size = size
    let tables = try Sample(dataset: dataset, framework: workspace.framework, request: request).document
      .tables
    let list = try #require(tables.first { $0.id == "allocation" })
    let account = try #require(tables.first { $0.id == "left-out" })
    let drawn = list.rows.map { row in
      Dictionary(uniqueKeysWithValues: zip(list.columns.map(\.header), row.map(\.value.shown)))
    }
    return (drawn, account.rows.first { $0[0].value.shown == "Could be drawn" }?[1].value.shown)
  }

  private func read(adding rows: [String: String]) throws -> (Workspace, Dataset) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "qareport-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "exports"), withIntermediateDirectories: true)
    try Data("framework: \(framework)\n\(settings)\n".utf8).write(
      to: folder.appending(path: "qareport.yaml"))
    for (name, text) in exports.merging(rows, uniquingKeysWith: { $0 + "\n" + $1 }) {
      try Data((text + "\n").utf8).write(to: folder.appending(path: "exports/\(name).csv"))
    }
    let workspace = try WorkspaceReader(folder: folder.path, templates: Self.templates).read()
    return (workspace, try ExportReader(workspace: workspace).read())
  }

  private static let shipped = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "templates").path

  private static var templates: [String] {
    [ProcessInfo.processInfo.environment["QAREPORT_TEST_TEMPLATES"], shipped].compactMap(\.self)
  }

  /// What free text is read by.
  private static let rules: ThemeRules? = {
    func reader(_ name: String) -> (ThemeFileReader, String)? {
      let path = shipped + "/themes/" + name
      return (try? String(contentsOfFile: path, encoding: .utf8)).map { (ThemeFileReader(file: path), $0) }
    }
    guard var themes = reader("childrens-services.yaml"), var language = reader("english.yaml"),
      var redaction = reader("redaction.yaml"),
      let words = FileManager.default.contents(atPath: shipped + "/themes/words-en.txt"),
      let taxonomy = try? themes.0.taxonomy(from: themes.1),
      let english = try? language.0.language(from: language.1),
      let rules = try? redaction.0.redaction(from: redaction.1)
    else { return nil }
    return ThemeRules(
      taxonomy: taxonomy, language: english, redaction: rules, words: WordList(bytes: Array(words)))
  }()
}

/// What a small workspace's report says: its figures, its records and its document.
struct SmallReport {
  let framework: Framework
  let dataset: Dataset
  let figures: FigureSet
  let records: RecordLists
  let document: ReportDocument

  init(_ framework: Framework, _ dataset: Dataset, _ request: AnalysisRequest, rules: ThemeRules?) throws {
    self.framework = framework
    self.dataset = dataset
    let comments = rules.map { CommentReadings(of: dataset, by: $0, asAt: request.asAt) }
    let maker = FigureMaker(dataset: dataset, framework: framework, request: request, comments: comments)
    let findings = try Disclosure.disclose(maker.findings(), framework: framework, request: request)
    figures = findings.figures
    records = maker.recordLists()
    document = ReportPlan.report(
      findings: findings, records: records, dataset: dataset, framework: framework, request: request)
  }

  /// A figure as text: `3`, `3 of 5`, `75.0`, `confirmed strength`; else why there is none.
  func figure(
    _ measure: MeasureID, _ service: String? = nil, _ first: (Axis, String)? = nil,
    _ second: (Axis, String)? = nil, back: UInt16 = 0
  ) -> String {
    func place(_ named: (Axis, String)?) -> AxisPlace? {
      named.map { figures.names.place($0.0, $0.1) ?? AxisPlace($0.0, .max) }
    }
    let code = service.map { name in UInt32(figures.names.services.firstIndex(of: name) ?? .max) }
    let key = FigureKey(
      measure, service: code, first: place(first), second: place(second), period: back)
    switch figures.outcome(key) {
    case .count(let count): return "\(count)"
    case .share(let part, let whole, _): return "\(part) of \(whole)"
    case .value(let value, _, _, _): return "\(value)"
    case .coefficient(let value, _, _): return "\(value)"
    case .strand(let reading, _): return reading.rawValue
    case .joint(let reading, _): return reading.rawValue
    case .suppressed: return "suppressed"
    case .insufficient(let n): return "insufficient: \(n)"
    case .notAvailable: return "not available"
    case .notApplicable: return "not applicable"
    }
  }

  /// The row of a table that begins with these cells, by the headers of its columns; `nil` where there is none.
  func row(_ table: String, _ leading: String...) -> [String: String]? {
    guard let table = document.tables.first(where: { $0.id == table }),
      let row = table.rows.first(where: { $0.prefix(leading.count).map(\.value.shown) == leading })
    else { return nil }
    return Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.header), row.map(\.value.shown)))
  }

  /// `1 of 2`, done and due of a line of the plan as the report's table has them; `nil` where the plan has no such line.
  func plan(_ activity: String, _ service: String? = nil) -> String? {
    let line = framework.plan.firstIndex { line in
      (line.name == activity || line.name == "\(activity) (\(service ?? ""))")
        && (service == nil || line.service.map { framework.services[$0].name } == service)
    }
    guard let line, let table = document.tables.first(where: { $0.id == "activity-against-plan" }) else {
      return nil
    }
    let cells = Dictionary(
      uniqueKeysWithValues: zip(table.columns.map(\.header), table.rows[line].map(\.value.shown)))
    return "\(cells["Done"] ?? "?") of \(cells["Due"] ?? "?")"
  }

  /// Ids of the records that a rule of escalation lists in the report, with how many days each is over.
  func escalated(_ rule: String) -> [String] {
    guard let table = document.tables.first(where: { $0.id == "escalations-open" }) else { return [] }
    return table.rows.map { $0.map(\.value.shown) }.filter { $0[0] == rule }.map { "\($0[2]), \($0[6]) days" }
  }

  /// Records of a register, all of them or by what a column says, as the report's table has them.
  func register(_ name: String, _ column: String = "All records", _ says: String = "All records") -> String? {
    row("registers", name, column, says)?["Records, \(figures.names.periods[0].short)"]
  }

  /// Whether a sentence of the report holds these words.
  func says(_ words: String) -> Bool {
    func sentences(_ section: Section) -> [String] {
      section.blocks.flatMap { block -> [Sentence] in
        switch block {
        case .paragraph(let paragraph): paragraph.sentences
        case .list(let paragraphs): paragraphs.flatMap(\.sentences)
        case .table, .chart: []
        }
      }.map { sentence in
        sentence.runs.map { run in
          switch run {
          case .text(let text), .strong(let text), .emphasis(let text): text
          case .value(let value): value.shown
          }
        }.joined()
      } + section.sections.flatMap(sentences)
    }
    return document.sections.flatMap(sentences).contains { $0.contains(words) }
  }
}

/// So many lines of CSV, the place of `#` in them counted from 1.
func lines(_ count: Int, _ line: String) -> String {
  (1...max(1, count)).map { line.replacing("#", with: String($0)) }.joined(separator: "\n")
}
