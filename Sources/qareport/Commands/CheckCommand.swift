import ArgumentParser
import Ingest
import QAModel

/// Reads everything and says what it found, without making a report.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read the exports and say what was found, used and set aside.",
    discussion: """
      Examples:
        qareport check
        qareport check --workspace st-helens
      """)

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let console = Console(options)
    let (_, dataset) = try Pipeline(options, console: console).read()
    print(Self.summary(dataset), terminator: "")
    console.show(dataset.diagnostics)
    if dataset.diagnostics.contains(where: { $0.severity > .note }) { throw ExitStatus.dataProblems }
  }

  /// A line an export, columns aligned, and the totals.
  static func summary(_ dataset: Dataset) -> String {
    let heads = ["export", "read as", "rows", "used", "replaced", "set aside", "not data"]
    var rows = dataset.reconciliation.map { account in
      [Console.printable(account.file), account.dataset.rawValue]
        + [account.rowsRead, account.used, account.replaced, account.setAsideTotal, account.notDataTotal].map(
          Rounding.count)
    }
    let totals = [\Reconciliation.rowsRead, \.used, \.replaced, \.setAsideTotal, \.notDataTotal].map {
      count in
      Rounding.count(dataset.reconciliation.reduce(0) { $0 + $1[keyPath: count] })
    }
    rows.append(["total", ""] + totals)
    let widths = heads.indices.map { column in
      max(heads[column].count, rows.map { $0[column].count }.max() ?? 0)
    }
    return ([heads] + rows).map { row in
      row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return column < 2 ? row[column] + padding : padding + row[column]
      }.joined(separator: "  ").trimmingTrailingSpaces + "\n"
    }.joined()
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
