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

  /// - Parameter sections: the section of the report that shows a figure, where one does.
  public static func csv(_ figures: FigureSet, sections: [FigureID: String]) -> [UInt8] {
    var file = CSVWriter()
    file.addHeader(columns)
    for figure in figures.figures {
      for field in FigureRow(figure, of: figures, sections: sections).fields {
        switch field {
        case .word(let word): file.add(word)
        case .name(let name): file.addData(name)
        case .number(let digits): file.add(digits)
        case .blank: file.addBlank()
        }
      }
      file.endRow()
    }
    return file.bytes
  }

  /// A list of objects, one a line, with the columns as keys.
  public static func json(_ figures: FigureSet, sections: [FigureID: String]) -> [UInt8] {
    var file = JSONWriter()
    file.beginList()
    for figure in figures.figures {
      file.beginObject(onOneLine: true)
      for (column, field) in zip(columns, FigureRow(figure, of: figures, sections: sections).fields) {
        switch field {
        case .word(let text), .name(let text): file.add(column, text)
        case .number(let digits): file.add(column, digits: digits)
        case .blank: file.addNull(column)
        }
      }
      file.endObject()
    }
    file.endList()
    file.finish()
    return file.bytes
  }
}
