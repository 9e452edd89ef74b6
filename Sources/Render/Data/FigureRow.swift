import QAModel

/// A figure as a row of the data files.
struct FigureRow {
  private let figure: Figure
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
  private var reading: String?

  init(_ figure: Figure) {
    self.figure = figure
    switch figure.outcome {
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

  /// Gives a row's fields behind its slug and section, first to last.
  func write(_ names: Names, to writer: inout FigureFileWriter) {
    let key = figure.key
    writer.add(plain: key.measure.rawValue.utf8)
    writer.add(key.service.map { names.services[Int($0)] } ?? names.whole)
    writer.add(key.team.map { names.teams[Int($0)] } ?? .blank)
    Self.write(key.first, names, to: &writer)
    Self.write(key.second, names, to: &writer)
    writer.add(names.periods[Int(key.period)])
    Self.write(numerator, to: &writer)
    Self.write(denominator, to: &writer)
    Self.write(value, to: &writer)
    Self.write(interval.flatMap { Self.finite($0.lower) }, to: &writer)
    Self.write(interval.flatMap { Self.finite($0.upper) }, to: &writer)
    Self.write(n.map(Number.whole), to: &writer)
    if let unit { writer.add(plain: unit.utf8) } else { writer.addBlank() }
    writer.add(plain: status.utf8)
    switch (reading, figure.note) {
    case (let reading?, let note?): writer.add(reading + "; " + DisplayText.clean(note))
    case (let reading?, nil): writer.add(reading)
    case (nil, let note): writer.add(note.map(DisplayText.clean))
    }
  }

  private static func write(_ place: AxisPlace?, _ names: Names, to writer: inout FigureFileWriter) {
    guard let place else {
      writer.addBlank()
      return writer.addBlank()
    }
    writer.add(plain: place.axis.rawValue.utf8)
    writer.add(names.places[place.axis]?[Int(place.place)] ?? .blank)
  }

  private static func write(_ number: Number?, to writer: inout FigureFileWriter) {
    switch number {
    case .whole(let number): writer.add(number: number)
    case .decimal(let number): writer.add(number: number)
    case nil: writer.addBlank()
    }
  }

  /// The names of a set of figures as the report shows them, each made once.
  struct Names {
    let services: [FigureFileWriter.Field]
    /// What stands where no service does: of a report on one service its name.
    let whole: FigureFileWriter.Field
    let teams: [FigureFileWriter.Field]
    let periods: [FigureFileWriter.Field]
    let places: [Axis: [FigureFileWriter.Field]]

    init(_ names: FigureNames) {
      func fields(_ names: [String]) -> [FigureFileWriter.Field] {
        names.map { FigureFileWriter.Field(DisplayText.clean($0)) }
      }
      services = fields(names.services)
      whole = names.whole.map { FigureFileWriter.Field(DisplayText.clean($0)) } ?? .blank
      teams = fields(names.teams)
      periods = fields(names.periods.map(\.slug))
      places = names.places.mapValues(fields)
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
