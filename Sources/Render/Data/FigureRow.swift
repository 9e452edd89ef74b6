import QAModel

/// A figure as a row of the data files.
struct FigureRow {
  enum Field: Equatable {
    /// A word of the program's own.
    case word(String)
    /// A name that may come from an export.
    case name(String)
    case number(String)
    case blank
  }

  /// In the order of `FigureFiles.columns`.
  private(set) var fields: [Field] = []

  private var numerator = Field.blank
  private var denominator = Field.blank
  private var value = Field.blank
  private var lower = Field.blank
  private var upper = Field.blank
  private var n = Field.blank
  private var unit = Field.blank
  private var status = "ok"
  private var reading: String?

  init(_ figure: Figure, of figures: FigureSet, sections: [FigureID: String]) {
    let key = figure.key
    let names = figures.names
    let id = figures.slug(key)
    take(figure.outcome)
    fields = [
      .word(id.slug), sections[id].map(Field.word) ?? .blank, .word(key.measure.rawValue),
      Self.name(key.service.map { names.services[Int($0)] }),
      Self.name(key.team.map { names.teams[Int($0)] }),
    ]
    for place in [key.first, key.second] {
      fields.append(place.map { .word($0.axis.rawValue) } ?? .blank)
      fields.append(Self.name(place.map { names.name($0) }))
    }
    fields.append(.word(names.periods[Int(key.period)].slug))
    let note = [reading, figure.note.map(DisplayText.clean)].compactMap { $0 }.joined(separator: "; ")
    fields += [
      numerator, denominator, value, lower, upper, n, unit, .word(status),
      note.isEmpty ? .blank : .name(note),
    ]
  }

  private mutating func take(_ outcome: Outcome) {
    switch outcome {
    case .count(let count):
      numerator = .number(String(count))
      value = .number(String(count))
      unit = .word("count")
    case .share(let part, let whole, let interval):
      numerator = .number(String(part))
      denominator = .number(String(whole))
      n = .number(String(whole))
      unit = .word("proportion")
      if whole == 0 {
        status = "not_available"
      } else {
        take(Double(part) / Double(whole), interval)
      }
    case .value(let number, let over, let under, let unit):
      numerator = over.map(Self.number) ?? .blank
      denominator = under.map(Self.number) ?? .blank
      if unit == .percent {
        self.unit = .word("proportion")
        take(Self.proportion(number, over, under), nil)
      } else {
        self.unit = .word(unit.rawValue)
        take(number, nil)
      }
    case .coefficient(let number, let count, let interval):
      n = .number(String(count))
      unit = .word("coefficient")
      take(number, interval)
    case .strand(let strand, let count):
      take(reading: strand.rawValue, isReading: strand != .notEnoughEvidence, of: count)
    case .joint(let joint, let count):
      take(reading: joint.rawValue, isReading: joint != .notEnoughEvidence, of: count)
    case .suppressed: status = "suppressed"
    case .insufficient(let count):
      status = "insufficient"
      n = .number(String(count))
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
    value = Self.number(number)
    if value == .blank { status = "not_available" }
    lower = interval.map { Self.number($0.lower) } ?? .blank
    upper = interval.map { Self.number($0.upper) } ?? .blank
  }

  private mutating func take(reading: String, isReading: Bool, of count: Int) {
    self.reading = reading
    n = .number(String(count))
    unit = .word("reading")
    status = isReading ? "ok" : "insufficient"
  }

  private static func name(_ name: String?) -> Field {
    guard let name else { return .blank }
    let clean = DisplayText.clean(name)
    return clean.isEmpty ? .blank : .name(clean)
  }

  /// The shortest digits that read back as the number; blank for what is not a number.
  private static func number(_ number: Double) -> Field {
    guard number.isFinite else { return .blank }
    let digits = number.description
    return .number(digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits)
  }
}
