/// Anything a report can show in one place. Closed: no optional numbers, no not-a-number, nothing preformatted.
public enum Value: Sendable, Hashable {
  case text(String)
  case count(Int)
  /// Shown as a percentage of the whole.
  case share(Int, of: Int)
  /// Shown as a percentage: the bound of an interval.
  case proportion(Double)
  /// A finite number with so many decimal places.
  case number(Double, places: Int)
  case date(CalendarDate)
  /// `[c]`: withheld from this audience.
  case suppressed
  /// `[u]`: too few records to say.
  case insufficient
  /// `[x]`: not available.
  case notAvailable
  /// `[z]`: not applicable.
  case notApplicable
  /// `[low]`: not zero, rounds to it.
  case roundsToZero
}

/// The signs that stand in for a value, and what they mean.
public enum Shorthand: String, Sendable, CaseIterable {
  case suppressed = "[c]"
  case insufficient = "[u]"
  case notAvailable = "[x]"
  case notApplicable = "[z]"
  case roundsToZero = "[low]"

  public var meaning: String {
    switch self {
    case .suppressed: "confidential: withheld so that nobody can be recognised"
    case .insufficient: "too few records to give a percentage or to compare"
    case .notAvailable: "not available"
    case .notApplicable: "not applicable"
    case .roundsToZero: "not zero, but rounds to zero"
    }
  }
}

extension Value {
  /// The sign shown in place of a value, where there is no value.
  public var shorthand: Shorthand? {
    switch self {
    case .suppressed: .suppressed
    case .insufficient: .insufficient
    case .notAvailable: .notAvailable
    case .notApplicable: .notApplicable
    case .roundsToZero: .roundsToZero
    case .text, .count, .share, .proportion, .number, .date: nil
    }
  }

  /// What is shown, the same everywhere.
  public var shown: String {
    switch self {
    case .text(let text): text
    case .count(let number): Rounding.count(number)
    case .share(let part, let whole): whole == 0 ? "[z]" : Rounding.percentage(Double(part) / Double(whole))
    case .proportion(let proportion): Rounding.percentage(proportion)
    case .number(let number, let places): Rounding.decimal(number, places: places)
    case .date(let date): date.short
    case .suppressed, .insufficient, .notAvailable, .notApplicable, .roundsToZero: shorthand?.rawValue ?? ""
    }
  }
}
