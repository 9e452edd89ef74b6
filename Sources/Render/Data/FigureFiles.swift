public import QAModel

/// Every figure of a report, one a row, for those who go on working with them: `figures.csv` and `figures.json`.
///
/// Numbers are in full: the shortest digits that read back as the same number. Rows stand in the order of the set.
/// Names read as in the report. Where there is nothing to say, a field is empty in the one and `null` in the other.
///
/// | outcome | fields |
/// |---|---|
/// | count | `value`, unit `count` |
/// | share | `numerator`, `denominator`, `value` from 0 to 1, `lower`, `upper`, `n` the denominator, unit `proportion` |
/// | indicator | `value` in its own unit, `numerator` and `denominator` where the export has them; unit `percent` (87.5 for 87.5 %), `count`, `ratio` or `days` |
/// | coefficient | `value`, `lower`, `upper`, `n`, unit `coefficient` |
/// | reading | in `note`, with `n`, no `value`, unit `reading`; *not enough evidence* has status `insufficient` |
/// | none | `status` says why; *not applicable* is `not_available` too |
public enum FigureFiles {

  public static let columns = [
    "figure", "section", "measure", "service", "team", "dimension", "category", "dimension2", "category2",
    "period",
    "numerator", "denominator", "value", "lower", "upper", "n", "unit", "status", "note",
  ]

  /// - Parameters:
  ///   - sets: no two of one figure.
  ///   - sections: the section of the report that shows a figure, where one does.
  public static func csv(_ sets: [FigureSet], sections: [FigureID: String]) -> [UInt8] {
    var file = CSVWriter()
    file.addHeader(columns)
    for figures in sets {
      let names = FigureRow.Names(figures.names)
      for figure in figures.figures {
        let id = figures.slug(figure.key)
        FigureRow(figure, id: id, section: sections[id]).write(names, to: &file)
        file.endRow()
      }
    }
    return file.bytes
  }

  /// A list of objects, one a line, with the columns as keys.
  public static func json(_ sets: [FigureSet], sections: [FigureID: String]) -> [UInt8] {
    var file = FigureObjects()
    for figures in sets {
      let names = FigureRow.Names(figures.names)
      for figure in figures.figures {
        let id = figures.slug(figure.key)
        file.beginRow()
        FigureRow(figure, id: id, section: sections[id]).write(names, to: &file)
      }
    }
    return file.finished()
  }
}

extension CSVWriter: FieldSink {
  mutating func add(word: String) { add(plain: word) }
  mutating func add(name: String) { addData(name) }
}

/// Rows as a list of JSON objects, one a line, each field under the key of its column.
private struct FigureObjects: FieldSink {
  private var bytes: [UInt8] = []
  /// What stands before each field of a row.
  private let keys = FigureFiles.columns.map {
    Array("\($0 == FigureFiles.columns[0] ? "{" : ", ")\"\($0)\": ".utf8)
  }
  private var column = 0

  mutating func beginRow() {
    bytes.append(contentsOf: (bytes.isEmpty ? "[\n  " : "},\n  ").utf8)
    column = 0
  }

  /// The list, closed.
  mutating func finished() -> [UInt8] {
    bytes.append(contentsOf: (bytes.isEmpty ? "[]\n" : "}\n]\n").utf8)
    return bytes
  }

  private mutating func startField() {
    bytes.append(contentsOf: keys[column])
    column += 1
  }

  mutating func add(word: String) {
    startField()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: word.utf8)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func add(name: String) {
    startField()
    bytes.append(quoting: name)
  }

  mutating func add(number: Int) {
    startField()
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func add(number: Double) {
    startField()
    bytes.append(digitsOf: number)
  }

  mutating func addBlank() {
    startField()
    bytes.append(contentsOf: "null".utf8)
  }
}
