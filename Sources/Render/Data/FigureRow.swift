import QAModel

/// What became of a figure as a row of the data files tells it.
struct FigureRow {
  private enum Number {
    case whole(Int)
    case decimal(Double)
  }

  private var numerator: Number?
  private var denominator: Number?
  private var value: Number?
  private var interval: Interval?
  private var n: Int?
  private var unit: String?
  private var status = "ok"
  private(set) var reading: String?

  init(_ outcome: Outcome) {
    switch outcome {
    case .count(let count):
      numerator = .whole(count)
      value = .whole(count)
      unit = "count"
    case .share(let part, let whole, let interval):
      numerator = .whole(part)
      denominator = .whole(whole)
      n = whole
      unit = "proportion"
      if whole == 0 {
        status = "not_available"
      } else {
        take(Double(part) / Double(whole), interval)
      }
    case .value(let number, let over, let under, let unit):
      numerator = over.flatMap(Self.finite)
      denominator = under.flatMap(Self.finite)
      switch unit {
      case .percent: self.unit = "proportion"
      case .count: self.unit = "count"
      case .ratio: self.unit = "ratio"
      case .days: self.unit = "days"
      }
      take(unit == .percent ? Self.proportion(number, over, under) : number, nil)
    case .coefficient(let number, let count, let interval):
      n = count
      unit = "coefficient"
      take(number, interval)
    case .strand(let strand, let count):
      take(reading: strand.rawValue, isReading: strand != .notEnoughEvidence, of: count)
    case .joint(let joint, let count):
      take(reading: joint.rawValue, isReading: joint != .notEnoughEvidence, of: count)
    case .suppressed: status = "suppressed"
    case .insufficient(let count):
      status = "insufficient"
      n = count
    case .notAvailable, .notApplicable: status = "not_available"
    }
  }

  /// A percentage as a share of 1: from what it was made of, else by moving the point of its decimal digits, since a
  /// division by 100 would add digits that were never published.
  private static func proportion(_ percent: Double, _ numerator: Double?, _ denominator: Double?) -> Double {
    if let numerator, let denominator, denominator != 0 { return numerator / denominator }
    return Double("\(percent)e-2") ?? percent / 100
  }

  private mutating func take(_ number: Double, _ interval: Interval?) {
    value = Self.finite(number)
    if value == nil { status = "not_available" }
    self.interval = interval
  }

  private mutating func take(reading: String, isReading: Bool, of count: Int) {
    self.reading = reading
    n = count
    unit = "reading"
    if !isReading { status = "insufficient" }
  }

  private static func finite(_ number: Double) -> Number? { number.isFinite ? .decimal(number) : nil }

  // MARK: Writing

  /// The fields from the numerator to the status.
  var numbers: FigurePiece {
    var piece = FigurePiece(from: "numerator")
    Self.write(numerator, to: &piece)
    Self.write(denominator, to: &piece)
    Self.write(value, to: &piece)
    Self.write(interval.flatMap { Self.finite($0.lower) }, to: &piece)
    Self.write(interval.flatMap { Self.finite($0.upper) }, to: &piece)
    Self.write(n.map(Number.whole), to: &piece)
    if let unit { piece.add(plain: unit.utf8) } else { piece.addBlank() }
    piece.add(plain: status.utf8)
    return piece
  }

  /// What the last field says: a reading, and what the figure notes.
  static func note(reading: String?, _ note: String?) -> String? {
    let note = note.map(DisplayText.clean)
    guard let reading else { return note }
    return note.map { "\(reading); \($0)" } ?? reading
  }

  private static func write(_ number: Number?, to piece: inout FigurePiece) {
    switch number {
    case .whole(let number): piece.add(number: number)
    case .decimal(let number): piece.add(number: number)
    case nil: piece.addBlank()
    }
  }
}

extension [UInt8] {
  /// Appends the digits of a number that is finite; `66` for 66.0.
  mutating func append(digitsOf number: Double) {
    let digits = number.description
    append(contentsOf: (digits.hasSuffix(".0") ? digits.dropLast(2) : digits[...]).utf8)
  }
}
