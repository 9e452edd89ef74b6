import QAModel

/// The parts that tables of several sections are made of.
extension ReportContext {
  /// All services first, then each.
  var serviceRows: [UInt32?] { [nil] + services.map { $0 } }

  /// The five columns of a share, as `shareCells` fills them.
  static func shareColumns(_ what: String) -> [Table.Column] {
    [
      Table.Column(what, .count), Table.Column("Out of", .count), Table.Column("\(what) (%)", .percentage),
      Table.Column("Likely from (%)", .percentage), Table.Column("Likely to (%)", .percentage),
    ]
  }

  func placeName(_ key: FigureKey) -> String {
    key.first.map { figures.names.name($0) } ?? serviceName(key.service)
  }

  /// `15 of 18 (83%, likely 61% to 94%)`, or how many records there are where that is too few.
  func saidOrCount(_ key: FigureKey) -> Sentence {
    said(key) ?? "\(Wording.counted(records(key), "record", "records")), too few for a percentage"
  }

  /// The figures with the highest and the lowest share, where there are at least two to choose from and they differ.
  func extremes(_ keys: [FigureKey]) -> (best: FigureKey, worst: FigureKey)? {
    let shares = keys.compactMap { key -> (key: FigureKey, share: Double)? in
      guard case .share(let part, let whole, _) = outcome(key), whole > 0 else { return nil }
      return (key, Double(part) / Double(whole))
    }
    guard let best = shares.max(by: { $0.share < $1.share }),
      let worst = shares.min(by: { $0.share < $1.share }),
      best.share > worst.share
    else { return nil }
    return (best.key, worst.key)
  }

  /// A dot for each of some rows with a percentage, all of them unless said, with its likely range; `nil` under two.
  ///
  /// The table ends with the columns of `shareColumns`.
  func dotChart(
    of table: Table, rows: Range<Int>? = nil, id: String, title: String, valueTitle: String,
    categoryTitle: String, caption: Sentence
  ) -> Chart? {
    let estimate = table.columns.count - 3
    let drawn = (rows ?? table.rows.indices).filter { table.rows[$0][estimate].value.shorthand == nil }
    guard drawn.count >= 2, drawn.count <= 24 else { return nil }
    let listed = drawn.map { row in
      "\(table.rows[row][0].value.shown) \(table.rows[row][estimate].value.shown)"
    }
    return Chart(
      id: id, title: "\(title), \(period.short)", kind: .dots, table: table.id, series: [estimate],
      lower: estimate + 1, upper: estimate + 2, rows: drawn.count == table.rows.count ? nil : drawn,
      valueTitle: valueTitle, categoryTitle: categoryTitle,
      alternativeText:
        "Dot chart of \(drawn.count) rows, each a percentage with the range it likely lies in: \(listed.joined(separator: "; ")).",
      caption: caption)
  }
}
