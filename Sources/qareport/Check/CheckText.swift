import Analysis
import QAModel

/// What `check` prints: what to see to, the dearest first and with its places, and then the account of everything.
struct CheckText {
  private let review: QualityReview
  private let paint: Paint
  private var lines: [String] = []

  /// Findings listed; all of them are in the report.
  private static let mostFindings = 12
  private static let mostRemarks = 6
  private static let mostFiles = 3
  private static let mostLines = 6
  private static let mostValues = 4
  private static let mostColumns = 4
  private static let mostChanges = 12
  /// Characters of a cell that are shown: enough to find it, not a paragraph about a child.
  private static let longestValue = 40

  init(_ review: QualityReview, paint: Paint) {
    self.review = review
    self.paint = paint
    head()
    findings()
    changes()
    rows()
    headers()
    completeness()
    exports()
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func title(_ text: String) { lines += ["", paint.bold(text)] }

  private mutating func say(_ text: String, indent: Int) {
    lines += Layout.wrapped(Console.printable(text), width: paint.width, indent: indent)
  }

  // MARK: What to see to

  private mutating func head() {
    let accounts = review.dataset.reconciliation
    let total = { (count: (Reconciliation) -> Int) in Rounding.count(accounts.reduce(0) { $0 + count($1) }) }
    let about = review.period.map(\.title) ?? "all exports"
    lines.append(paint.bold(Console.printable("\(review.framework.authority): \(about)")))
    say(
      "\(Rounding.count(review.dataset.files.count)) \(review.dataset.files.count == 1 ? "export" : "exports"), \(total(\.rowsRead)) rows: \(total(\.used)) used, \(total(\.replaced)) replaced by a later export, \(total(\.setAsideTotal)) set aside, \(total(\.notDataTotal)) not data",
      indent: 2)
  }

  private mutating func findings() {
    let (problems, remarks) = (review.problems, review.remarks)
    if problems.isEmpty {
      lines += ["", paint.green("Nothing needs seeing to.")]
    } else {
      title("See to first")
      for (index, finding) in problems.prefix(Self.mostFindings).enumerated() { say(finding, index + 1) }
      more(problems.count - Self.mostFindings)
    }
    guard !remarks.isEmpty else { return }
    title("Worth knowing")
    for (index, finding) in remarks.prefix(Self.mostRemarks).enumerated() {
      say(finding, problems.count + index + 1)
    }
    more(remarks.count - Self.mostRemarks)
  }

  private mutating func more(_ count: Int) {
    if count > 0 { say("… and \(Rounding.count(count)) more, in the report", indent: 4) }
  }

  private mutating func say(_ finding: QualityFinding, _ number: Int) {
    let digits = String(number)
    let datasets = finding.datasets.map(\.rawValue).joined(separator: ", ")
    let place = datasets.isEmpty ? "the workspace" : datasets
    let mark = String(repeating: " ", count: max(0, 2 - digits.count)) + digits
    let costs = finding.isProblem ? paint.red(finding.costs) : finding.costs
    lines.append("\(mark)  \(paint.bold(place)): \(costs)")
    say(finding.what + values(finding), indent: 4)
    for line in places(finding) { lines.append(paint.faint(Console.printable(line))) }
    if let suggestion = finding.suggestion {
      say("→ " + suggestion.prefix(1).uppercased() + suggestion.dropFirst(), indent: 4)
    }
  }

  /// `: “Childrens Hub” (3), “Adults” and 2 others`.
  private func values(_ finding: QualityFinding) -> String {
    let values = finding.values
    let columns =
      finding.columns.isEmpty
      ? ""
      : " (" + finding.columns.prefix(Self.mostColumns).joined(separator: ", ")
        + (finding.columns.count > Self.mostColumns ? " …" : "") + ")"
    guard !values.isEmpty else { return columns }
    let shown = values.prefix(Self.mostValues).map { value in
      let cell =
        value.value.count > Self.longestValue ? value.value.prefix(Self.longestValue) + "…" : value.value[...]
      return "\u{201C}\(cell)\u{201D}" + (value.count > 1 ? " (\(Rounding.count(value.count)))" : "")
    }
    let rest = values.count - shown.count
    return columns + ": " + shown.joined(separator: ", ")
      + (rest > 0 ? " and \(Rounding.count(rest)) others" : "")
  }

  /// `      exports/audits.csv:61, 89 and 4 more`, a file a line.
  private func places(_ finding: QualityFinding) -> [String] {
    var order: [String] = []
    var marks: [String: [String]] = [:]
    for place in finding.places {
      let file = place.location.file
      if marks[file] == nil { order.append(file) }
      let mark =
        place.location.line.map(String.init)
        ?? (finding.columns.isEmpty ? place.location.column : nil)
      marks[file, default: []] += mark.map { [$0] } ?? []
    }
    var lines = order.prefix(Self.mostFiles).map { file -> String in
      let all = marks[file] ?? []
      guard !all.isEmpty else { return "      \(file)" }
      let rest = all.count - Self.mostLines
      return "      \(file):" + all.prefix(Self.mostLines).joined(separator: ", ")
        + (rest > 0 ? " and \(Rounding.count(rest)) more" : "")
    }
    if order.count > Self.mostFiles {
      lines.append("      … and in \(Rounding.count(order.count - Self.mostFiles)) more files")
    }
    return lines
  }

  // MARK: The account

  private mutating func changes() {
    guard let changes = review.changes else { return }
    title("Since \(Console.printable(changes.pack)) (as at \(changes.asAt.short))")
    let restated = changes.rows.filter(\.isRestated)
    let new = changes.rows.count - restated.count
    if changes.inputs.isEmpty, changes.rows.isEmpty { say("Nothing has changed.", indent: 2) }
    for row in restated.prefix(Self.mostChanges) { say(row.said, indent: 2) }
    if restated.count > Self.mostChanges {
      say("… and \(Rounding.count(restated.count - Self.mostChanges)) more, in the report", indent: 2)
    }
    if new > 0 {
      say(
        "Records of quarters not over then: \(Rounding.count(new)) of them changed, in the report", indent: 2)
    }
    for input in changes.inputs.prefix(Self.mostChanges) { say(input, indent: 2) }
    if changes.inputs.count > Self.mostChanges {
      say("… and \(Rounding.count(changes.inputs.count - Self.mostChanges)) more, in the report", indent: 2)
    }
  }

  private var kinds: [DatasetKind] { review.dataset.kinds }

  private static let counts: [(String, @Sendable (Reconciliation) -> Int)] = [
    ("rows", \.rowsRead), ("used", \.used), ("replaced", \.replaced), ("set aside", \.setAsideTotal),
    ("not data", \.notDataTotal),
  ]

  private mutating func rows() {
    title("Rows")
    let accounts = review.dataset.reconciliation
    var rows = [["dataset", "exports"] + Self.counts.map(\.0)]
    for kind in kinds {
      let own = accounts.filter { $0.dataset == kind }
      rows.append([kind.rawValue, Rounding.count(own.count)] + Self.sums(own))
    }
    rows.append(["total", Rounding.count(accounts.count)] + Self.sums(accounts))
    if !review.periodCounts.isEmpty {
      for index in rows.indices {
        let count = review.periodCounts.first { $0.dataset.rawValue == rows[index][0] }
        rows[index].append(index == 0 ? "in the period" : count.map { Rounding.count($0.within) } ?? "")
      }
    }
    lines += Layout.columns(rows, textColumns: 1, indent: 2)
    let (same, twice) = (
      accounts.reduce(0) { $0 + $1.identical }, accounts.reduce(0) { $0 + $1.repeatedInFile }
    )
    if same + twice > 0 {
      say(
        "Of the replaced rows \(Rounding.count(same)) are the same in every cell as the row that stands in for them, \(Rounding.count(twice)) stand twice in one export.",
        indent: 2)
    }
  }

  private static func sums(_ accounts: [Reconciliation]) -> [String] {
    counts.map { _, count in Rounding.count(accounts.reduce(0) { $0 + count($1) }) }
  }

  private mutating func headers() {
    title("Headers")
    var rows: [[String]] = [
      ["dataset", "headers", "by name", "by synonym", "by setting", "ignored", "not read"]
    ]
    for kind in kinds {
      let readings = review.dataset.files.filter { $0.dataset == kind }.flatMap(\.headers)
      var counts = [0, 0, 0, 0, 0]
      for reading in readings {
        switch reading.fate {
        case .read(_, by: .name), .read(_, by: .record): counts[0] += 1
        case .read(_, by: .synonym), .read(_, by: .framework): counts[1] += 1
        case .read(_, by: .workspace), .read(_, by: .asked): counts[2] += 1
        case .ignored: counts[3] += 1
        case .repeated, .unknown, .unnamed: counts[4] += 1
        }
      }
      rows.append([kind.rawValue, Rounding.count(readings.count)] + counts.map(Rounding.count))
    }
    lines += Layout.columns(rows, textColumns: 1, indent: 2)
  }

  private mutating func completeness() {
    title("Completeness")
    var rows: [[String]] = []
    for profile in review.profiles {
      let supplied = profile.columns.filter(\.isSupplied)
      let full = supplied.count { $0.filled == profile.records }
      rows.append([
        profile.dataset.rawValue, "\(Rounding.count(profile.records)) records", "",
        "\(supplied.count) of \(profile.columns.count) columns supplied, \(full) full",
      ])
      let gaps = supplied.filter { $0.filled < profile.records }.sorted { $0.filled < $1.filled }
      for column in gaps.prefix(Self.mostColumns) {
        rows.append([
          "  " + Layout.shortened(Console.printable(column.name), to: 34), Self.percentage(column, profile),
          Layout.bar(column.filled, of: profile.records), Self.reasons(column),
        ])
      }
      if gaps.count > Self.mostColumns {
        rows.append(["  … and \(gaps.count - Self.mostColumns) more with gaps", "", "", ""])
      }
    }
    lines += Layout.columns(rows, textColumns: 4, indent: 2)
  }

  private static func percentage(_ column: ColumnProfile, _ profile: DatasetProfile) -> String {
    var share = Rounding.percentage(Double(column.filled) / Double(max(1, profile.records)))
    // A gap of one record in a thousand is a gap.
    if share == "100%" { share = "<100%" }
    return String(repeating: " ", count: max(0, 5 - share.count)) + share + " filled"
  }

  private static func reasons(_ column: ColumnProfile) -> String {
    let words: [(Missing, String)] = [
      (.blank, "blank"), (.notApplicable, "n/a"), (.notSeen, "not seen"), (.suppressed, "withheld"),
      (.notAvailable, "not available"), (.low, "low"), (.unreadable, "unreadable"),
    ]
    return words.compactMap { kind, word in
      column.missing[kind].map { "\(Rounding.count($0)) \(word)" }
    }.joined(separator: ", ")
  }

  private mutating func exports() {
    title("Exports")
    var rows: [[String]] = [["export", "read as"] + Self.counts.map(\.0)]
    for account in review.dataset.reconciliation {
      rows.append(
        [Layout.shortened(Console.printable(account.file), to: 42), account.dataset.rawValue]
          + Self.sums([account]))
    }
    lines += Layout.columns(rows, textColumns: 2, indent: 2)
  }
}
