import QAModel

/// Gathers what is wrong into findings, a finding a dataset, kind and column.
struct QualityFinder {
  let files: [SourceFile]
  let reconciliation: [Reconciliation]
  private let kinds: [String: DatasetKind]
  /// Every kind that was supplied, in the order of the account.
  private let supplied: [DatasetKind]
  /// The dataset's column behind a header, by file and header.
  private let columns: [String: [String: String]]

  init(_ dataset: Dataset) {
    files = dataset.files
    reconciliation = dataset.reconciliation
    supplied = dataset.kinds
    kinds = Dictionary(files.map { ($0.path, $0.dataset) }, uniquingKeysWith: { first, _ in first })
    columns = Dictionary(
      files.map { file in
        let pairs = file.headers.compactMap { reading -> (String, String)? in
          if case .read(let column, _) = reading.fate { (reading.header, column) } else { nil }
        }
        return (file.path, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
      }, uniquingKeysWith: { first, _ in first })
  }

  // MARK: Diagnostics

  /// What is one finding: the same thing said, at the same cost.
  private struct Group: Hashable {
    var id: String
    var summary: String
    var rejectsRow: Bool
  }

  /// What reading said, but for its notes of headers, which have findings of their own. Counts are exact even where the list of diagnostics was cut short.
  func findings(_ diagnostics: [Diagnostic]) -> [QualityFinding] {
    var order: [Group] = []
    var cases: [Group: [Diagnostic]] = [:]
    for diagnostic in diagnostics
    where diagnostic.severity > .note || !diagnostic.id.hasPrefix("ingest.header.") {
      let group = Group(
        id: diagnostic.id, summary: diagnostic.summary, rejectsRow: diagnostic.rejectsRow)
      if cases[group] == nil { order.append(group) }
      cases[group, default: []].append(diagnostic)
    }
    var beyond = unlisted(diagnostics)
    return order.map { group in
      let diagnostics = cases[group] ?? []
      let datasets = supplied.filter { kind in
        diagnostics.contains { kinds[$0.location.file] == kind }
      }
      return QualityFinding(
        cost: cost(group, isOfExport: !datasets.isEmpty), datasets: datasets,
        columns: columns(of: diagnostics),
        what: Wording.sentenceCase(group.summary),
        count: diagnostics.count + (beyond.removeValue(forKey: group.id) ?? 0),
        places: diagnostics.map { QualityFinding.Place($0.location, value: $0.value) },
        suggestion: suggestion(diagnostics), isProblem: diagnostics.contains { $0.severity > .note })
    }
  }

  /// The datasets' columns behind the headers at fault, each once.
  private func columns(of diagnostics: [Diagnostic]) -> [String] {
    var names: [String] = []
    for diagnostic in diagnostics {
      guard let header = diagnostic.location.column else { continue }
      let name = columns[diagnostic.location.file]?[header] ?? header
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Cases beyond those listed, by the id of their diagnostic, to be counted with the first finding of it.
  private func unlisted(_ diagnostics: [Diagnostic]) -> [String: Int] {
    let listed = diagnostics.filter { $0.severity > .note }.reduce(into: [String: Int]()) {
      $0[$1.id, default: 0] += 1
    }
    var beyond: [String: Int] = [:]
    for (id, count) in listed {
      let total = reconciliation.reduce(0) {
        $0 + ($1.setAside[id] ?? 0) + ($1.cellRejects[id] ?? 0)
          + (id == Reconciliation.differingID ? $1.differingInFile : 0)
      }
      if total > count { beyond[id] = total - count }
    }
    return beyond
  }

  private func cost(_ group: Group, isOfExport: Bool) -> QualityFinding.Cost {
    if group.id.hasPrefix("ingest.file.") { return .exportsNotRead }
    if group.id.hasPrefix("ingest.date.order") { return .datesInDoubt }
    if group.rejectsRow { return .rowsNotCounted }
    if group.id.hasPrefix("ingest.header.") { return .headersNotRead }
    if group.id == Reconciliation.differingID { return .rowsTwice }
    if group.id.hasPrefix("ingest.indicator.") { return .cellsInDoubt }
    if group.id.hasPrefix("ingest.percentage.") { return .scalesAssumed }
    return isOfExport ? .cellsNotRead : .settings
  }

  /// What most of the cases suggest.
  private func suggestion(_ diagnostics: [Diagnostic]) -> String? {
    let counts = diagnostics.compactMap(\.suggestion).reduce(into: [String: Int]()) {
      $0[$1, default: 0] += 1
    }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  // MARK: Headers and rows

  /// Headers nothing is read from, those with a name near enough to be a slip apart.
  func headers() -> [QualityFinding] {
    supplied.flatMap { kind -> [QualityFinding] in
      var near: [(QualityFinding.Place, String)] = []
      var far: [QualityFinding.Place] = []
      for file in files where file.dataset == kind {
        for reading in file.headers {
          guard case .unknown(let nearest) = reading.fate else { continue }
          let place = QualityFinding.Place(SourceLocation(file: file.path, column: reading.header))
          if let nearest { near.append((place, nearest)) } else { far.append(place) }
        }
      }
      var findings: [QualityFinding] = []
      if let (_, nearest) = near.first {
        findings.append(
          QualityFinding(
            cost: .headersNotRead, datasets: [kind], columns: [],
            what: "A header is not known, and is near one that is",
            count: near.count, places: near.map(\.0),
            suggestion:
              "is \(near[0].0.location.column ?? "") meant for \(nearest)? then say so under columns in qareport.yaml",
            isProblem: true))
      }
      if !far.isEmpty {
        findings.append(
          QualityFinding(
            cost: .headersNotRead, datasets: [kind], columns: [],
            what: "A header is no column the reports use",
            count: far.count, places: far,
            suggestion:
              "name it under columns in qareport.yaml if it holds one, or under ignore if it is not wanted",
            isProblem: false))
      }
      return findings
    }
  }

  /// Records that stand twice in one export, in the same words.
  func repeats() -> [QualityFinding] {
    supplied.compactMap { kind in
      let accounts = reconciliation.filter { $0.dataset == kind && $0.repeatedInFile > $0.differingInFile }
      let count = accounts.reduce(0) { $0 + $1.repeatedInFile - $1.differingInFile }
      guard count > 0 else { return nil }
      return QualityFinding(
        cost: .rowsTwice, datasets: [kind], columns: [],
        what: "A record stands more than once in an export, the same in every cell",
        count: count, places: accounts.map { QualityFinding.Place(SourceLocation(file: $0.file)) },
        suggestion: "export each record once", isProblem: false)
    }
  }

  // MARK: Links and dates

  func links(_ links: [RecordLink]) -> [QualityFinding] {
    links.compactMap { link in
      guard !link.broken.isEmpty else { return nil }
      return QualityFinding(
        cost: .recordsPointNowhere, datasets: [link.dataset], columns: [link.column],
        what: "What stands in \(link.column) is not among \(link.target)", count: link.broken.count,
        places: link.broken.map { QualityFinding.Place(place($0.origin, link.column), value: $0.value) },
        suggestion: link.isFault
          ? "correct the id where the record is kept, or export the record it names too"
          : nil, isProblem: link.isFault)
    }
  }

  func dates(_ checks: [DateCheck]) -> [QualityFinding] {
    checks.flatMap { check -> [QualityFinding] in
      [
        (check.afterExport, "\(check.column) is after the day the export was made"),
        (check.tooEarly, "\(check.column) is before 1990"),
      ].compactMap { cases, what -> QualityFinding? in
        guard !cases.isEmpty else { return nil }
        return QualityFinding(
          cost: .datesImpossible, datasets: [check.dataset], columns: [check.column],
          what: Wording.sentenceCase(what),
          count: cases.count,
          places: cases.map { QualityFinding.Place(place($0.origin, check.column), value: $0.date.iso) },
          suggestion: "correct the date where the record is kept", isProblem: true)
      }
    }
  }

  func orders(_ checks: [DateOrderCheck]) -> [QualityFinding] {
    checks.compactMap { check in
      guard !check.wrong.isEmpty else { return nil }
      return QualityFinding(
        cost: .datesImpossible, datasets: [check.dataset], columns: [check.second],
        what: Wording.sentenceCase("\(check.second) is before \(check.first)"), count: check.wrong.count,
        places: check.wrong.map { QualityFinding.Place(place($0.origin, check.second), value: $0.value) },
        suggestion: "see which of the two dates is right", isProblem: true)
    }
  }

  private func place(_ origin: Origin, _ column: String) -> SourceLocation {
    SourceLocation(file: files[Int(origin.file)].path, line: Int(origin.line), column: column)
  }
}
