import QAModel

/// The quarters of a year's report and where their figures are.
struct YearColumns {
  struct Quarter {
    let period: Period
    /// Position in the quarters' periods; `nil` where it had not begun by the as-at day.
    let position: Int?
  }

  /// First to last.
  let quarters: [Quarter]
  let figures: FigureSet
  let before: Period?

  /// `nil` where the report is not on a financial year, or its quarters were not worked out.
  init?(_ context: ReportContext) {
    guard case .year(let year) = context.period.kind, let figures = context.quarters else { return nil }
    self.figures = figures
    quarters = (1...4).compactMap { Period.quarter($0, yearBeginning: year) }.map { quarter in
      Quarter(period: quarter, position: figures.names.periods.firstIndex(of: quarter))
    }
    before = context.figures.names.periods.dropFirst().first
  }

  /// How many quarters have begun.
  var begun: Int { quarters.count { $0.position != nil } }
  var isPartial: Bool { begun < quarters.count }

  func outcome(_ measure: MeasureID, _ place: AxisPlace? = nil, in quarter: Quarter) -> Outcome {
    quarter.position.map { figures.outcome(FigureKey(measure, first: place, period: UInt16($0))) }
      ?? .notApplicable
  }

  func cell(_ measure: MeasureID, _ place: AxisPlace? = nil, in quarter: Quarter, _ context: ReportContext)
    -> Cell
  {
    guard let position = quarter.position else { return Cell(.notApplicable) }
    let key = FigureKey(measure, first: place, period: UInt16(position))
    guard let figure = figures[key] else { return Cell(.notAvailable) }
    return Cell(context.framework.value(of: figure.outcome, key), figure: figures.slug(key))
  }
}

/// A line of the table of quarters: a count, or a share as its part and its whole.
enum YearLine {
  /// Why quarters do not add up to the year.
  enum Apart {
    case distinct, atClose
  }

  case counted(String, MeasureID, Apart?)
  case shared(whole: String, part: String, MeasureID)

  static func count(_ name: String, _ measure: MeasureID, apart: Apart? = nil) -> YearLine {
    .counted(name, measure, apart)
  }

  static func share(_ whole: String, _ part: String, _ measure: MeasureID) -> YearLine {
    .shared(whole: whole, part: part, measure)
  }

  /// None where the workspace has not the dataset.
  func rows(_ columns: YearColumns, _ context: ReportContext) -> [YearRow] {
    switch self {
    case .counted(let name, let measure, let apart):
      let row = YearRow(name, measure, columns, context, apart: apart) { outcome in
        if case .count(let number) = outcome { number } else { nil }
      }
      return row.map { [$0] } ?? []
    case .shared(let whole, let part, let measure):
      let rows = [
        YearRow(whole, measure, columns, context) { outcome in
          switch outcome {
          case .share(_, let whole, _): whole
          case .insufficient(let n): n
          default: nil
          }
        },
        YearRow(
          part.replacingWords("Good or better", with: context.goodOrBetter), measure, columns, context
        ) { outcome in
          switch outcome {
          case .share(let part, _, _): part
          case .insufficient(n: 0): 0
          default: nil
          }
        },
      ]
      return rows.compactMap { $0 }
    }
  }
}

extension String {
  /// The text with one run of words in place of another.
  fileprivate func replacingWords(_ words: String, with others: String) -> String {
    guard let range = firstRange(of: words) else { return self }
    return String(self[..<range.lowerBound]) + others + String(self[range.upperBound...])
  }
}

/// A figure by quarter, their sum, the year and the year before.
struct YearRow {
  enum Reconciles: Hashable {
    case addsUp, distinct, atClose, tooFew, differs

    var words: String {
      switch self {
      case .addsUp: "The quarters add up to the year"
      case .distinct: "A child seen in two quarters is one child of the year"
      case .atClose: "What is open on the last day: quarters are not added up"
      case .tooFew: "A quarter has too few records to add up"
      case .differs: "Differs"
      }
    }
  }

  let name: String
  let quarters: [Cell]
  let sum: Cell
  let year: Cell
  let before: Cell
  let reconciles: Reconciles

  init?(
    _ name: String, _ measure: MeasureID, _ columns: YearColumns, _ context: ReportContext,
    apart: YearLine.Apart? = nil, number: (Outcome) -> Int?
  ) {
    func cell(_ outcome: Outcome, _ figure: FigureID?) -> Cell {
      if let count = number(outcome) { return Cell(.count(count), figure: figure) }
      let value: Value =
        switch outcome {
        case .insufficient: .insufficient
        case .notApplicable: .notApplicable
        default: .notAvailable
        }
      return Cell(value, figure: figure)
    }
    func ofYear(_ back: Int) -> Cell {
      let key = context.key(measure, periodsBack: back)
      return cell(context.outcome(key), context.figures[key].map { _ in context.figures.slug(key) })
    }
    let outcomes = columns.quarters.map { columns.outcome(measure, in: $0) }
    let begun = zip(columns.quarters, outcomes).filter { $0.0.position != nil }.map { number($0.1) }
    guard let whole = number(context.outcome(context.key(measure))) ?? begun.compactMap({ $0 }).first else {
      return nil
    }
    self.name = name
    quarters = zip(columns.quarters, outcomes).map { quarter, outcome in
      cell(outcome, columns.cell(measure, in: quarter, context).figure)
    }
    year = ofYear(0)
    before = columns.before == nil ? Cell(.notApplicable) : ofYear(1)
    let counts = begun.compactMap { $0 }
    if apart == .atClose {
      sum = Cell(.notApplicable)
      reconciles = .atClose
    } else if counts.count < begun.count || number(context.outcome(context.key(measure))) == nil {
      sum = Cell(.insufficient)
      reconciles = .tooFew
    } else {
      let total = counts.reduce(0, +)
      sum = Cell(.count(total))
      reconciles = total == whole ? .addsUp : apart == .distinct && total > whole ? .distinct : .differs
    }
  }
}
