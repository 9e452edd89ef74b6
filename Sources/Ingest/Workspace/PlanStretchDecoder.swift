import QAModel

extension ConfigurationNode {
  private static let stretches: [(String, PlanStretch)] = [
    ("week", .weeks(1)), ("month", .months(1)), ("two_months", .months(2)), ("quarter", .months(3)),
    ("term", .term),
    ("half_year", .months(6)), ("year", .months(12)), ("two_years", .months(24)),
  ]

  /// A stretch of the calendar, as `quarter` or `{weeks: 6}`. `title` says what it belongs to; with `practiceWeeks`, their
  /// months, it can be `practice_week`.
  func stretch(
    _ key: String, _ title: String, practiceWeeks: [Period]? = nil, _ faults: ConfigurationFaults
  ) -> PlanStretch? {
    if case .mapping = content {
      return ConfigurationSection(self, title: "\(key) \(title)", keys: ["weeks"], faults: faults)?
        .required("weeks", faults: faults, suggestion: "Write \(key): {weeks: 6}.")?
        .whole("weeks", in: 1...52, faults).map { .weeks($0) }
    }
    guard let text = text(key, faults) else { return nil }
    if let practiceWeeks, text.lowercased() == "practice_week" { return .practiceWeeks(practiceWeeks) }
    if let stretch = Self.stretches.first(where: { $0.0 == text.lowercased() }) { return stretch.1 }
    faults.unknown(
      "value.unknown", text, at: location, is: "a value of \(key)", all: "It can be {weeks: 6} or",
      Self.stretches.map(\.0) + (practiceWeeks == nil ? [] : ["practice_week"]))
    return nil
  }
}
