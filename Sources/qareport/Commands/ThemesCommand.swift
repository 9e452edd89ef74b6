import Analysis
import ArgumentParser
import Ingest
import QAModel

/// `qareport themes`: what comments say and which way, and the same comments without personal data.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "Find the themes of comments, and take personal data out of them.",
    discussion: """
      FILE.csv needs the columns id and text; source, service and date are used where they are there.

      Examples:
        qareport themes comments.csv --predictions themes.csv --redactions redacted.csv
        qareport themes comments.csv --emerging new-phrases.csv
        qareport themes --explain --text "No drift, but the plan is vague." --source audit_strength
        qareport themes comments.csv --evaluate labelled.csv
      """)

  @Argument(help: "A CSV file of comments.")
  var file: String?

  @Option(help: "Write id, theme and polarity here, a row for each theme of a comment.")
  var predictions: String?

  @Option(help: "Write id and the text without personal data here.")
  var redactions: String?

  @Option(help: "Write phrases that are new in the latest quarter, and that no theme covers, here.")
  var emerging: String?

  @Flag(help: "Say for every theme which words told it, in which clause and by which rule.")
  var explain = false

  @Option(help: "Explain this text instead of a file.")
  var text: String?

  @Option(help: "Where the text comes from, as audit_strength or complaint.")
  var source = ""

  @Option(help: "The service that the text is about.")
  var service = ""

  @Option(help: "Compare with the column labels of this file, as voice:strength;plan:concern.")
  var evaluate: String?

  @Option(help: "The taxonomy to sort by.")
  var taxonomy: String?

  @Option(
    help: "A folder of templates that goes before the shipped ones; the theme files are in its folder themes."
  )
  var templates: String?

  func validate() throws {
    guard file != nil || text != nil else {
      throw ValidationError("Give a CSV file of comments, or a text with --text \"…\".")
    }
    guard
      text != nil || predictions != nil || redactions != nil || emerging != nil || explain || evaluate != nil
    else {
      throw ValidationError(
        "Say what to make: --predictions, --redactions, --emerging, --explain or --evaluate.")
    }
  }

  func run() throws {
    do {
      try work()
    } catch let failure as ThemeFileReader.Failure {
      for fault in failure.diagnostics {
        let line = fault.location.line.map { ":\($0)" } ?? ""
        let hint = fault.suggestion.map { "; \($0)" } ?? ""
        Terminal.error("\(fault.location.file)\(line): \(fault.severity.word): \(fault.summary)\(hint)\n")
      }
      throw ExitCode(2)
    } catch let failure as WholeFile.Failure {
      Terminal.error("error: \(failure)\n")
      throw ExitCode(2)
    } catch let failure as TemplateError {
      Terminal.error("error: \(failure)\n")
      throw ExitCode(2)
    }
  }

  private func work() throws {
    let files = try ThemeFiles(workspace: ".", templates: Templates(option: templates, workspace: "."))
      .load(taxonomy: taxonomy)
    var engine = ThemeEngine(taxonomy: files.taxonomy, language: files.language)
    var redactor = Redactor(rules: files.redaction, words: files.words)
    if let text {
      redactor.learn(from: text)
      let comment = Comment(id: "text", source: source, service: service, date: "", text: text)
      Terminal.output(ThemeExplanation.lines(for: comment, engine: &engine, redactor: redactor))
      return
    }
    guard let file else { return }
    let comments = try Comment.read(file)
    if let latest = comments.compactMap({ CalendarDate(iso: $0.date) }).max() { redactor.learn(asAt: latest) }
    for comment in comments { redactor.learn(from: comment.text) }
    if let predictions { try writePredictions(comments, &engine, to: predictions) }
    if let redactions { try writeRedactions(comments, redactor, to: redactions) }
    if let emerging { try writeEmerging(comments, engine, redactor, to: emerging) }
    if explain {
      for comment in comments {
        Terminal.output(ThemeExplanation.lines(for: comment, engine: &engine, redactor: redactor))
      }
    }
    if let evaluate { try compare(comments, &engine, with: evaluate) }
  }

  private func writePredictions(_ comments: [Comment], _ engine: inout ThemeEngine, to path: String) throws {
    var rows = "id,theme,polarity\n"
    for comment in comments {
      let origin = engine.origin(source: comment.source, service: comment.service)
      for finding in engine.findings(in: comment.text, from: origin) {
        rows += "\(CommentsFile.quoted(comment.id)),\(engine.taxonomy.themes[finding.theme].id),"
        rows += "\(finding.polarity.name)\n"
      }
    }
    try WholeFile.write(rows, to: path)
  }

  private func writeRedactions(_ comments: [Comment], _ redactor: Redactor, to path: String) throws {
    var rows = "id,redacted_text\n"
    var counts: [RedactionKind: Int] = [:]
    for comment in comments {
      let redacted = redactor.redact(comment.text)
      counts.merge(redacted.counts, uniquingKeysWith: +)
      rows += "\(CommentsFile.quoted(comment.id)),\(CommentsFile.quoted(redacted.text))\n"
    }
    try WholeFile.write(rows, to: path)
    let parts = RedactionKind.allCases.compactMap { kind in
      counts[kind].map { "\(kind.placeholder) \($0)" }
    }
    Terminal.error("taken out: \(parts.isEmpty ? "nothing" : parts.joined(separator: ", "))\n")
  }

  private func writeEmerging(
    _ comments: [Comment], _ engine: ThemeEngine, _ redactor: Redactor, to path: String
  ) throws {
    let dated = comments.compactMap { comment in
      CalendarDate(iso: comment.date).map {
        EmergingPhrases.Comment(
          text: comment.text, date: $0,
          origin: engine.origin(source: comment.source, service: comment.service))
      }
    }
    guard let latest = dated.map(\.date).max(), let period = Period.quarter(containing: latest) else {
      throw WholeFile.Failure(
        description: "no comment has a date; --emerging needs a column date as 2025-10-07")
    }
    let found = EmergingPhrases().find(in: dated, period: period, engine: engine, redactor: redactor)
    var rows = "phrase,period,comments,earlier_comments,of,earlier_of,p,adjusted_p,example\n"
    for phrase in found {
      rows += "\(phrase.phrase),\(period.slug),\(phrase.count),\(phrase.earlierCount),\(phrase.total),"
      rows += "\(phrase.earlierTotal),\(Decimals.short(phrase.p)),\(Decimals.short(phrase.adjustedP)),"
      rows += "\(CommentsFile.quoted(phrase.examples.first ?? ""))\n"
    }
    try WholeFile.write(rows, to: path)
  }

  private func compare(_ comments: [Comment], _ engine: inout ThemeEngine, with path: String) throws {
    let gold = try CommentsFile(path: path)
    guard let idColumn = gold.column("id"), let labelColumn = gold.column("labels") else {
      throw WholeFile.Failure(description: "\(path): the columns id and labels are needed")
    }
    let ids = Dictionary(zip(engine.taxonomy.themes.map(\.id), 0...)) { first, _ in first }
    var labels: [String: Set<ThemeLabel>] = [:]
    for row in gold.rows where row.count > max(idColumn, labelColumn) {
      labels[row[idColumn]] = Set(
        row[labelColumn].split(separator: ";").compactMap { label in
          let parts = label.split(separator: ":").map { $0.filter { $0 != " " } }
          guard parts.count == 2, let theme = ids[parts[0]], let polarity = Polarity(name: parts[1]) else {
            return nil
          }
          return ThemeLabel(theme: theme, polarity: polarity)
        })
    }
    var evaluation = ThemeEvaluation(themeCount: engine.taxonomy.themes.count)
    for comment in comments {
      guard let gold = labels[comment.id] else { continue }
      let origin = engine.origin(source: comment.source, service: comment.service)
      let found = engine.findings(in: comment.text, from: origin)
      evaluation.add(
        gold: gold, found: Set(found.map { ThemeLabel(theme: $0.theme, polarity: $0.polarity) }))
    }
    Terminal.output(EvaluationText.lines(for: evaluation, themes: engine.taxonomy.themes))
  }
}
