import QAModel

/// The notes of a report, each once, numbered in the order tables first refer to them.
struct NoteBook {
  private(set) var notes: [ReportDocument.Note] = []

  /// The position of a note, written down now if it is new.
  mutating func position(of text: String) -> Int {
    if let position = notes.firstIndex(where: { $0.text == text }) { return position }
    notes.append(ReportDocument.Note(text))
    return notes.count - 1
  }

  mutating func positions(of texts: [String]) -> [Int] { texts.map { position(of: $0) } }

  /// Leaves out the notes that no table of the finished report refers to: a table that was composed and then not shown
  /// had them written down. The others are numbered in the order tables now refer to them.
  mutating func keepReferred(by sections: inout [Section]) {
    var kept: [Int] = []
    for position in sections.flatMap(\.allTables).flatMap(\.notes) where !kept.contains(position) {
      kept.append(position)
    }
    guard kept != Array(notes.indices) else { return }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    notes = kept.map { notes[$0] }
    for position in sections.indices { Self.number(&sections[position], places) }
  }

  private static func number(_ section: inout Section, _ places: [Int: Int]) {
    for position in section.blocks.indices {
      guard case .table(var table) = section.blocks[position] else { continue }
      table.notes = table.notes.compactMap { places[$0] }
      section.blocks[position] = .table(table)
    }
    for position in section.sections.indices { number(&section.sections[position], places) }
  }
}

/// The notes that tables refer to.
enum StandardNote {
  static let interval =
    "Likely range: the 95% Wilson interval. If the same work were looked at again with other records of the same kind, the true share would lie within such a range 19 times in 20."
  static let randomOnly =
    "Random selection only. Targeted, quota and re-audits are chosen for what may be wrong with them and do not represent practice across a service, so they are counted apart."
  static let shareOfAudits =
    "Shares are of audits, not of all children open to a service, unless the sample was in proportion to the caseload."
  static let finalGrade =
    "Final grade: the panel's, else the moderator's, else the auditor's after the conversation with the practitioner, else the first; only those dated by the as-at date."
  static let workingDays =
    "Working days are Monday to Friday less the bank holidays of England and Wales. Day 1 is the working day after receipt."
  static let timescale =
    "Within timescale: answered in time, out of those answered and those still open past their limit. Stage 1 has 10 working days (20 if complex or an advocate is needed), stage 2 has 25 from its request (65 at most)."
  static let partly =
    "Met: yes, out of yes, partly and no. Not applicable and not seen are left out; partly counts as not met and is shown apart where the table has room."
  static let indicators =
    "Flows are summed numerators over summed denominators of the period; stocks are the latest figure in it. Percentages are never averaged."
  static let benchmarks =
    "Statistical neighbours: the plain mean of the authorities most like this one that have a published figure, by convention. Region and England: as published for them, never sums of authorities. All of the days of the authority's own figure, else the latest published. What is withheld, not available or rounds to zero (c, x, z, k, u, low) is no figure. Without published rows: what the performance export says beside the authority's own."
  static let runCharts =
    "Patterns are those of a process chart (XmR) of the months: a month beyond the limits, 7 in a row on one side of the mean, 7 rising or falling, 2 of 3 near a limit. Common cause: as chance has it. Improvement, concern: a pattern for the better, for the worse, that the latest month is part of. A pattern is no claim of a change: the summary makes those. Under 12 months there are too few points."
  static let overdue = "Overdue: due before the as-at date and not done by it, whenever it was raised."
  static let planDue =
    "Due: whole occurrences within the period, each at the end of its part of the month, quarter or year; weeks are counted from 1 April. What is given longer than the period counts as done from its part's first day. Nothing is due of what is written as needed, routine or ongoing."
  static let planPeople =
    "Duties for each person are over the 12 months up to the as-at date, of people in post for all of them, each counted as often as due and no more."
  static let fairSample =
    "Shares are of the children of all groups of a kind together: of all services, levels of need, teams, ages and so on. A group is said to differ where Fisher's exact test of those audited at random against the other children open finds so after all groups are adjusted together (Benjamini and Hochberg, at 5%). Age, sex, ethnicity and disability are those of the caseload; children it does not hold, or of whom it does not say, are left out."
  static let distinctChildren = "Children are counted once, however many audits or standards they appear in."
}
