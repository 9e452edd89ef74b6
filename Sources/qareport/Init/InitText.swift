import Ingest
import QAModel

/// What `init` prints: each file with how its headers were recognised, and what is unsure.
struct InitText {
  private let proposal: WorkspaceProposal
  private let paint: Paint
  private var lines: [String] = []
  private(set) var isUnsure = false

  private static let mostListed = 20

  init(_ proposal: WorkspaceProposal, path: String, paint: Paint) {
    self.proposal = proposal
    self.paint = paint
    files()
    unsureHeaders()
    names("services", proposal.services, proposal.unknownServices)
    names("levels of need", proposal.levelsOfNeed, proposal.unknownLevels)
    cells()
    lines += ["", "Written: \(Console.printable(path)). Read it through, then run: qareport check"]
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  private mutating func title(_ text: String) { lines += ["", paint.bold(text)] }

  private mutating func say(_ text: String, indent: Int = 2) {
    lines += Layout.wrapped(Console.printable(text), width: paint.width, indent: indent)
  }

  private mutating func files() {
    lines.append(paint.bold("Exports"))
    var rows = [["export", "dataset", "rows", "headers", "known", "recognised", "unsure", "nothing near"]]
    for file in proposal.files {
      let counts = WorkspaceProposal.Confidence.allCases.map { confidence in
        file.columns.count { $0.confidence == confidence }
      }
      let dataset = file.dataset.map { $0.rawValue + (file.isSure ? "" : "?") } ?? "none"
      if file.dataset == nil || !file.isSure { isUnsure = true }
      rows.append(
        [Layout.shortened(Console.printable(file.path), to: 34), dataset]
          + ([file.rows, file.columns.count] + counts).map(Rounding.count))
    }
    lines += Layout.columns(rows, textColumns: 2, indent: 2)
  }

  private mutating func unsureHeaders() {
    let lacking = proposal.files.filter { !$0.missing.isEmpty }
    if !lacking.isEmpty {
      isUnsure = true
      title("Columns to name")
      for file in lacking {
        say(
          "\(file.path): no header was found for \(file.missing.joined(separator: ", ")), without which it cannot be read"
        )
      }
    }
    let unsure = proposal.headers.filter { $0.column.confidence == .unsure || $0.column.confidence == .none }
    guard !unsure.isEmpty else { return }
    if unsure.contains(where: { $0.column.confidence == .unsure || $0.column.rival != nil }) {
      isUnsure = true
    }
    title("Headers to look at")
    let rows = unsure.prefix(Self.mostListed).map { file, column -> [String] in
      let guess: String
      switch (column.column, column.rival) {
      case (let name?, let rival?): guess = "\(name), or \(rival)?"
      case (let name?, nil): guess = "\(name)?"
      case (nil, let possible?): guess = "\(possible)? by its cells alone"
      case (nil, nil): guess = "nothing near: ignored"
      }
      return [
        file.dataset?.rawValue ?? "", Layout.shortened(Console.printable(column.header), to: 32), guess,
      ]
    }
    lines += Layout.columns(rows, textColumns: 3, indent: 2)
    more(unsure.count)
  }

  private mutating func more(_ count: Int) {
    if count > Self.mostListed { say("… and \(Rounding.count(count - Self.mostListed)) more, in the file") }
  }

  private mutating func names(
    _ what: String, _ names: [WorkspaceProposal.Name], _ unknown: [WorkspaceProposal.Doubt]
  ) {
    guard !names.isEmpty || !unknown.isEmpty else { return }
    title(what.prefix(1).uppercased() + what.dropFirst())
    for name in names {
      say(name.name + (name.spellings.isEmpty ? "" : ": also " + name.spellings.joined(separator: ", ")))
      for doubt in name.doubtful { say("unsure: \(said(doubt)) may be the same", indent: 4) }
      if !name.doubtful.isEmpty { isUnsure = true }
    }
    for doubt in unknown.prefix(Self.mostListed) {
      isUnsure = true
      say("unsure: \(said(doubt)) is like none of them")
    }
    more(unknown.count)
  }

  private func said(_ doubt: WorkspaceProposal.Doubt) -> String {
    "\u{201C}\(doubt.spelling.prefix(40))\u{201D} (\(Rounding.count(doubt.rows)), \(doubt.place.file)\(doubt.place.line.map { ":\($0)" } ?? ""))"
  }

  private mutating func cells() {
    let doubts = proposal.cells.flatMap { cells in cells.doubts.map { (cells, $0.doubt, $0.nearest) } }
    guard !doubts.isEmpty else { return }
    isUnsure = true
    title("Cells on no list")
    for (cells, doubt, nearest) in doubts.prefix(Self.mostListed) {
      say(
        "\(cells.dataset.rawValue) \(cells.column): \(said(doubt))\(nearest.map { "; did you mean \($0)?" } ?? "")"
      )
    }
    more(doubts.count)
  }
}
