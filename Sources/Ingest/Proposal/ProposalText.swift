import QAModel

extension WorkspaceProposal {
  /// The proposal as a `qareport.yaml` that says of every line how sure it is.
  ///
  /// What is sure stands as a setting. What is a guess stands behind a `#` with what else it may be, but for columns
  /// without which an export could not be read at all: those stand as settings that say so.
  public var configuration: String {
    var file = ConfigurationWriter()
    file.comment(
      "Written by qareport init from the exports themselves: read it through, change what is wrong, then run qareport check.",
      "A line that says \u{201C}unsure\u{201D} was guessed. Take away the # before a guess that is right.")
    file.line("")
    file.line("framework: \(framework)")
    if exports != "exports" { file.line("exports: \(exports)") }
    switch isMonthFirst {
    case true?: file.line("date_order: mdy  # dates in the exports have the month first")
    case false?: file.line("date_order: dmy  # dates in the exports have the day first")
    case nil: file.line("date_order: dmy  # unsure: no date has a day above 12")
    }
    names(
      &file, "services", services, unknownServices, "How the exports spell the services, the commonest first."
    )
    if services.isEmpty {
      file.comment("No column of services was recognised: services are taken as they come.")
      file.line("accept_unknown_services: yes")
    }
    names(&file, "levels_of_need", levelsOfNeed, unknownLevels, "How the exports spell the levels of need.")
    datasets(&file)
    unread(&file)
    return file.text
  }

  private func names(
    _ file: inout ConfigurationWriter, _ key: String, _ names: [Name], _ unknown: [Doubt], _ what: String
  ) {
    guard !names.isEmpty || !unknown.isEmpty else { return }
    file.line("")
    file.comment(what)
    if !names.isEmpty { file.line("\(key):") }
    for name in names {
      file.line("  \(quoted(name.name)): [\(name.spellings.map(quoted).joined(separator: ", "))]")
      for doubt in name.doubtful {
        file.line(
          "    # unsure: \(quoted(doubt.spelling)) may be the same (\(said(doubt))); if so, add it to the line above"
        )
      }
    }
    for doubt in unknown {
      file.line("  # unsure: \(quoted(doubt.spelling)) is like none of them (\(said(doubt)))")
    }
  }

  private func said(_ doubt: Doubt) -> String {
    let place = doubt.place.line.map { "first on line \($0) of " } ?? "in "
    return "\(Rounding.count(doubt.rows)) \(doubt.rows == 1 ? "row" : "rows"), \(place)\(doubt.place.file)"
  }

  // MARK: Datasets

  private func datasets(_ file: inout ConfigurationWriter) {
    let kinds = files.compactMap(\.dataset).reduce(into: [DatasetKind]()) { kinds, kind in
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    let blocks = kinds.map { kind in
      (kind, DatasetBlock(kind, files.filter { $0.dataset == kind }, cells.filter { $0.dataset == kind }))
    }
    guard !blocks.isEmpty else { return }
    file.line("")
    let isAnySet = blocks.contains { $0.1.hasSettings }
    if isAnySet { file.line("datasets:") }
    for (kind, block) in blocks {
      if block.hasSettings {
        file.line("  \(quotedKind(kind)):")
      } else {
        file.line("  # \(kind.rawValue): every header is known.")
      }
      for line in block.lines { file.line(line) }
    }
  }

  private func unread(_ file: inout ConfigurationWriter) {
    let none = files.filter { $0.dataset == nil }
    guard !none.isEmpty else { return }
    file.line("")
    file.comment("These files were recognised as none of the datasets, and will not be read:")
    for none in none { file.comment("  \(quoted(none.path))") }
  }

  /// A register's name stands in quotation marks, as it has a colon.
  private func quotedKind(_ kind: DatasetKind) -> String {
    kind.rawValue.contains(":") ? quoted(kind.rawValue) : kind.rawValue
  }

  private func quoted(_ text: String) -> String { ConfigurationWriter.quoted(text) }
}

/// What is written of one dataset.
private struct DatasetBlock {
  private(set) var lines: [String] = []
  private(set) var hasSettings = false

  init(_ kind: DatasetKind, _ files: [WorkspaceProposal.File], _ cells: [WorkspaceProposal.Cells]) {
    patterns(kind, files)
    columns(files)
    for cells in cells { doubts(cells) }
  }

  /// A dataset with patterns of its own takes only what fits them, so one file that must be named names all.
  private mutating func patterns(_ kind: DatasetKind, _ files: [WorkspaceProposal.File]) {
    guard files.contains(where: { !$0.isNamed }) else { return }
    hasSettings = true
    lines.append("    files:")
    for file in files {
      let doubt = file.isSure ? "" : "  # unsure: the columns would do for another dataset too"
      lines.append("      - \(ConfigurationWriter.quoted(ConfigurationWriter.pattern(file.path)))\(doubt)")
    }
  }

  private mutating func columns(_ files: [WorkspaceProposal.File]) {
    var settings: [String] = []
    var guesses: [String] = []
    var ignored: [String] = []
    var seen: Set<String> = []
    for column in files.flatMap(\.columns) {
      let key = HeaderVocabulary.key(column.header)
      guard !key.isEmpty, seen.insert(key).inserted else { continue }
      let header = ConfigurationWriter.quoted(column.header)
      let example = column.example.map { "  e.g. \(ConfigurationWriter.quoted($0))" } ?? ""
      let rival = column.rival.map { "unsure: or \($0)?" } ?? "unsure"
      switch (column.confidence, column.column) {
      case (.known, _): continue
      case (.sure, let name?): settings.append("      \(header): \(written(name))\(comment(example))")
      case (.unsure, let name?) where column.isRequired:
        settings.append("      \(header): \(written(name))\(comment("  " + rival + example))")
      case (.unsure, let name?):
        guesses.append("      # \(header): \(written(name))\(comment("  " + rival + example))")
      case (_, nil), (.none, _):
        guard let rival = column.rival else {
          ignored.append(header)
          continue
        }
        guesses.append("      # \(header): \(written(rival))\(comment("unsure: by its cells alone"))")
      }
    }
    if !settings.isEmpty {
      hasSettings = true
      lines.append("    columns:")
      lines += settings
    } else if !guesses.isEmpty {
      lines.append("    # columns:")
    }
    lines += guesses
    for file in files where !file.missing.isEmpty {
      let names = file.missing.joined(separator: ", ")
      lines.append(
        "    # No header of \(ConfigurationWriter.quoted(file.path)) was found for \(names), without which it cannot be read."
      )
    }
    if !ignored.isEmpty {
      hasSettings = true
      lines.append("    # Nothing in the reports is like these.")
      lines.append("    ignore: [\(ignored.joined(separator: ", "))]")
    }
  }

  private func comment(_ text: String) -> String {
    let text = text.drop { $0 == " " }
    return text.isEmpty ? "" : "  # \(text)"
  }

  private func written(_ column: String) -> String {
    column.contains(":") ? ConfigurationWriter.quoted(column) : column
  }

  private mutating func doubts(_ cells: WorkspaceProposal.Cells) {
    for (doubt, nearest) in cells.doubts.prefix(Self.mostDoubts) {
      let place = doubt.place.line.map { "line \($0) of " } ?? ""
      let spelling = ConfigurationWriter.quoted(doubt.spelling)
      let advice =
        nearest.map {
          "if it is \($0): values: {\(written(cells.column)): {\(spelling): \(ConfigurationWriter.quoted($0))}}"
        }
        ?? "correct it, or say under values what it means or under missing that it is nothing"
      lines.append(
        "    # unsure: \(cells.column) has \(spelling) (\(Rounding.count(doubt.rows)) \(doubt.rows == 1 ? "row" : "rows"), first on \(place)\(doubt.place.file)); \(advice)"
      )
    }
    if cells.doubts.count > Self.mostDoubts {
      lines.append(
        "    # … and \(cells.doubts.count - Self.mostDoubts) more cells of \(cells.column) on no list")
    }
  }

  private static let mostDoubts = 12
}

/// Writes YAML whose every text of the data is in quotation marks and on one line.
struct ConfigurationWriter {
  private(set) var text = ""

  mutating func line(_ line: String) { text += line + "\n" }

  mutating func comment(_ lines: String...) {
    for line in lines { text += "# \(line)\n" }
  }

  /// A YAML text in double quotes: whatever could end it, the line or the comment is written by its number.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      // Beside an & elsewhere it would look like an alias, which configurations must not have.
      case "*": quoted += "\\u002a"
      default:
        let isPlain =
          scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
          && !(0x2028...0x202E).contains(scalar.value)
          && !(0x2066...0x2069).contains(scalar.value) && scalar.value != 0xFEFF
        if isPlain {
          quoted.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return quoted + "\""
  }

  /// A shell pattern that fits this path only.
  static func pattern(_ path: String) -> String {
    path.reduce(into: "") { pattern, character in
      if "*?[]\\".contains(character) { pattern.append("\\") }
      pattern.append(character)
    }
  }
}
