import QAModel

/// What can be read and cannot be right, or is left open where the reports have to take it for something: said of the
/// rows just read, which count all the same.
struct RecordDoubts<Table> {
  let rows: ReadRows<Table>
  let table: Table
  let count: Int

  init(_ rows: ReadRows<Table>, _ table: Table, _ origin: [Origin]) {
    self.rows = rows
    self.table = table
    count = origin.count
    lines = { Int(origin[$0].line) }
  }

  private let lines: (Int) -> Int

  /// A doubt of each row that has it.
  func each(
    where isDoubtful: (Int) -> Bool, _ id: String, column: String, _ summary: String,
    because explanation: String, suggestion: String
  ) -> [Diagnostic] {
    (rows.firstRow..<count).filter(isDoubtful).map { row in
      Diagnostic(
        id: id, severity: .warning,
        location: SourceLocation(file: rows.file, line: lines(row), column: column), summary: summary,
        explanation: explanation, suggestion: suggestion)
    }
  }

  /// The same doubt of every row, said once where the export has no such column.
  func absent(
    _ column: String, _ id: String, _ summary: String, because explanation: String, suggestion: String
  ) -> [Diagnostic] {
    guard rows.absent.contains(column), rows.firstRow < count else { return [] }
    return [
      Diagnostic(
        id: id, severity: .warning, location: SourceLocation(file: rows.file), summary: summary,
        explanation: explanation, suggestion: suggestion)
    ]
  }
}

extension RecordDoubts where Table == PerformanceTable {
  /// Shares above the whole, percentages that are none, and counts below zero.
  func ofIndicators() -> [Diagnostic] {
    let isPercent = rows.framework.indicators.map { $0.unit == .percent }
    return each(
      where: { row in
        isPercent[Int(table.indicator[row])] && isAboveWhole(row)
      }, "ingest.indicator.over_whole", column: "numerator",
      "the numerator of a percentage is above its denominator",
      because: "the value is above 100% and counts as it is",
      suggestion: "correct it where it is kept, or give the indicator another unit in its definition")
      + each(
        where: { row in
          guard isPercent[Int(table.indicator[row])], let value = table.value[row] else { return false }
          return !(0...100).contains(value) && !isAboveWhole(row)
        }, "ingest.indicator.outside_percent", column: "value", "a percentage is below 0% or above 100%",
        because: "it counts as it is",
        suggestion: "correct it where it is kept, or give the indicator another unit in its definition")
      + each(
        where: { (table.numerator[$0] ?? 0) < 0 || (table.denominator[$0] ?? 0) < 0 },
        "ingest.indicator.negative", column: "numerator", "a count is below zero",
        because: "it counts as it is, and sums of it are too small",
        suggestion: "correct it where it is kept and export again")
  }

  private func isAboveWhole(_ row: Int) -> Bool {
    guard let part = table.numerator[row], let whole = table.denominator[row] else { return false }
    return part > whole
  }
}

extension RecordDoubts where Table == ComplaintTable {
  /// What no type tells from a complaint, and complaints of no procedure.
  func ofComplaints() -> [Diagnostic] {
    let type = (
      id: "ingest.complaint.type_assumed", summary: "no type is given, and the record counts as a complaint",
      because: "compliments, representations and enquiries are counted apart",
      suggestion: "give the type, or say under constants in qareport.yaml what all of them are"
    )
    let procedure = (
      id: "ingest.complaint.procedure_assumed",
      summary: "no procedure is given, and the complaint counts as statutory",
      because: "the timescales of statutory complaints apply to it",
      suggestion: "give the procedure, or say under constants in qareport.yaml what all of them are"
    )
    var doubts = absent("type", type.id, type.summary, because: type.because, suggestion: type.suggestion)
    if doubts.isEmpty {
      doubts += each(
        where: { table.type[$0] == nil && table.type.missing(at: $0) != .unreadable }, type.id,
        column: "type",
        type.summary, because: type.because, suggestion: type.suggestion)
    }
    let ofAll = absent(
      "procedure", procedure.id, procedure.summary, because: procedure.because,
      suggestion: procedure.suggestion)
    if !ofAll.isEmpty { return doubts + ofAll }
    return doubts
      + each(
        where: { row in
          table.procedure[row] == nil && table.procedure.missing(at: row) != .unreadable
            && table.type[row].map { $0 == .complaint } ?? true
        }, procedure.id, column: "procedure", procedure.summary, because: procedure.because,
        suggestion: procedure.suggestion)
  }
}

extension RecordDoubts where Table == ActivityTable {
  /// More people who took part than were invited.
  func ofActivity() -> [Diagnostic] {
    each(
      where: { row in
        guard let came = table.participants[row], let invited = table.invited[row] else { return false }
        return came > invited
      }, "ingest.activity.over_invited", column: "participants", "more people took part than were invited",
      because: "the share of people asked who answered leaves the row out",
      suggestion: "correct either number where it is kept and export again")
  }
}

extension RecordDoubts where Table == FeedbackTable {
  private struct Survey: Hashable {
    let quarter: Period
    let codes: [UInt32?]
    let invited: Double
  }

  /// More answers to a question of one survey in a quarter than people were invited, said at the first that is too many.
  func ofFeedback() -> [Diagnostic] {
    var answers: [Survey: Int] = [:]
    let tooMany = Set(
      (rows.firstRow..<count).filter { row in
        guard let invited = table.invited[row], let date = table.date[row],
          let quarter = Period.quarter(containing: date)
        else { return false }
        let codes = [\FeedbackTable.service, \.source, \.channel, \.question].map { table[keyPath: $0][row] }
        let survey = Survey(quarter: quarter, codes: codes, invited: invited)
        answers[survey, default: 0] += 1
        return answers[survey] == Int(min(max(0, invited), 1e9)) + 1
      })
    return each(
      where: tooMany.contains, "ingest.feedback.over_invited", column: "invited",
      "more people answered a question in the quarter than were invited",
      because: "the share of people asked who answered leaves the survey out",
      suggestion: "correct the number where it is kept, or give each survey its own channel or number invited"
    )
  }
}

extension RecordDoubts where Table == ActionTable {
  private static var done: Set<String> { ["completed", "complete", "closed", "done", "finished"] }

  /// Actions said to be done on no day.
  func ofActions() -> [Diagnostic] {
    let words = rows.names.list(\.words).table
    return each(
      where: { row in
        table.completed[row] == nil && table.completed.missing(at: row) != .unreadable
          && table.status[row].map { Self.done.contains(Fold.letters(words.name($0))) } ?? false
      }, "ingest.action.done_undated", column: "completed_date",
      "the status says that the action is done, but there is no day it was done on",
      because: "it counts as open, and as overdue once its due date is past",
      suggestion: "give the day it was completed")
  }
}
