import QAModel

/// What a data file takes the fields of a row through, in the order of `FigureFiles.columns`.
protocol FieldSink {
  /// A slug or a word of the program's own: ASCII without quotes, commas or breaks.
  mutating func add(word: String)
  /// Words that may come from an export.
  mutating func add(name: String)
  mutating func add(number: Int)
  /// A finite number, in the shortest digits that read back as the same.
  mutating func add(number: Double)
  mutating func addBlank()
}

/// A figure as a row of the data files.
struct FigureRow {
  private let figure: Figure
  private let id: FigureID
  private let section: String?
  private enum Number {
    case whole(Int)
    case decimal(Double)
  }

  private var numerator: Number?
  private var denominator: Number?
  private var value: Number?
  private var interval: Interval?
  private var n: Int?
  private var unit: StaticString?
  private var status: StaticString = "ok"
  private var reading: String?

  init(_ figure: Figure, id: FigureID, section: String?) {
    self.figure = figure
    self.id = id
    self.section = section
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

  /// Gives a row's fields, first to last.
  func write(_ names: Names, to sink: inout some FieldSink) {
    let key = figure.key
    sink.add(word: id.slug)
    Self.write(name: section, to: &sink)
    sink.add(word: key.measure.rawValue)
    Self.write(name: key.service.map { names.services[Int($0)] } ?? names.whole, to: &sink)
    Self.write(name: key.team.map { names.teams[Int($0)] }, to: &sink)
    Self.write(key.first, names, to: &sink)
    Self.write(key.second, names, to: &sink)
    sink.add(word: names.periods[Int(key.period)])
    Self.write(numerator, to: &sink)
    Self.write(denominator, to: &sink)
    Self.write(value, to: &sink)
    Self.write(interval.flatMap { Self.finite($0.lower) }, to: &sink)
    Self.write(interval.flatMap { Self.finite($0.upper) }, to: &sink)
    Self.write(n.map(Number.whole), to: &sink)
    if let unit { sink.add(word: unit.description) } else { sink.addBlank() }
    sink.add(word: status.description)
    switch (reading, figure.note) {
    case (let reading?, let note?): sink.add(name: reading + "; " + DisplayText.clean(note))
    case (let reading?, nil): sink.add(name: reading)
    case (nil, let note): Self.write(name: note.map(DisplayText.clean), to: &sink)
    }
  }

  private static func write(name: String?, to sink: inout some FieldSink) {
    if let name, !name.isEmpty { sink.add(name: name) } else { sink.addBlank() }
  }

  private static func write(_ place: AxisPlace?, _ names: Names, to sink: inout some FieldSink) {
    guard let place else {
      sink.addBlank()
      return sink.addBlank()
    }
    sink.add(word: place.axis.rawValue)
    write(name: names.places[place.axis]?[Int(place.place)], to: &sink)
  }

  private static func write(_ number: Number?, to sink: inout some FieldSink) {
    switch number {
    case .whole(let number): sink.add(number: number)
    case .decimal(let number): sink.add(number: number)
    case nil: sink.addBlank()
    }
  }

  /// The names of a set of figures as the report shows them, each made once.
  struct Names {
    let services: [String]
    let whole: String?
    let teams: [String]
    let periods: [String]
    let places: [Axis: [String]]

    init(_ names: FigureNames) {
      services = names.services.map(DisplayText.clean)
      whole = names.whole.map(DisplayText.clean)
      teams = names.teams.map(DisplayText.clean)
      periods = names.periods.map(\.slug)
      places = names.places.mapValues { $0.map(DisplayText.clean) }
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
