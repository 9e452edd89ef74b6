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
    both(sets, sections: sections).csv
  }

  /// A list of objects, one a line, with the columns as keys.
  public static func json(_ sets: [FigureSet], sections: [FigureID: String]) -> [UInt8] {
    both(sets, sections: sections).json
  }

  /// The bytes of both files.
  public typealias Both = (csv: [UInt8], json: [UInt8])

  /// Both files, each figure looked at once.
  public static func both(_ sets: [FigureSet], sections: [FigureID: String]) -> Both {
    var writer = FigureFileWriter(rows: sets.reduce(0) { $0 + $1.figures.count })
    for figures in sets {
      var pieces = FigurePieces(figures.names, sections: sections)
      for figure in figures.figures { pieces.write(figure, to: &writer) }
    }
    return writer.finish()
  }
}
