import QAModel

/// Reading a node as what its key asks for. Each says what is wrong and returns `nil` where it is something else.
extension ConfigurationNode {
  func text(_ key: String, _ faults: ConfigurationFaults) -> String? {
    if case .text(let text) = content, !text.allSatisfy(\.isWhitespace) { return text.trimmed }
    wrongType(key, "a text", faults)
    return nil
  }

  /// A list of texts; one text alone is a list of one. Blank texts are refused.
  func texts(_ key: String, _ faults: ConfigurationFaults) -> [String]? {
    switch content {
    case .text:
      return text(key, faults).map { [$0] }
    case .list(let items):
      return items.compactMap { $0.text("an entry of \(key)", faults) }
    case .empty, .mapping:
      wrongType(key, "a text or a list of texts", faults)
      return nil
    }
  }

  /// The texts with the places they stand at.
  func places(_ key: String, _ faults: ConfigurationFaults) -> [(text: String, location: SourceLocation)] {
    switch content {
    case .list(let items):
      return items.compactMap { item in item.text("an entry of \(key)", faults).map { ($0, item.location) } }
    default:
      return (texts(key, faults) ?? []).map { ($0, location) }
    }
  }

  func entries(_ key: String, _ faults: ConfigurationFaults) -> [Entry]? {
    if case .mapping(let entries) = content { return entries }
    wrongType(key, "keys with values", faults)
    return nil
  }

  func flag(_ key: String, _ faults: ConfigurationFaults) -> Bool? {
    if case .text(let text) = content {
      switch text.lowercased() {
      case "true", "yes": return true
      case "false", "no": return false
      default: break
      }
    }
    wrongType(key, "yes or no", faults)
    return nil
  }

  func whole(_ key: String, in range: ClosedRange<Int>, _ faults: ConfigurationFaults) -> Int? {
    guard case .text(let text) = content, let number = Int(text) else {
      wrongType(key, "a whole number", faults)
      return nil
    }
    guard range.contains(number) else {
      outOfRange(key, "\(number)", "from \(range.lowerBound) to \(range.upperBound)", faults)
      return nil
    }
    return number
  }

  func number(_ key: String, in range: ClosedRange<Double>, _ faults: ConfigurationFaults) -> Double? {
    guard case .text(let text) = content, let number = text.decimal else {
      wrongType(key, "a number", faults)
      return nil
    }
    guard range.contains(number) else {
      outOfRange(key, text, "from \(range.lowerBound.plain) to \(range.upperBound.plain)", faults)
      return nil
    }
    return number
  }

  /// A proportion above 0 and at most 1, as `0.8` or `80%`.
  func share(_ key: String, _ faults: ConfigurationFaults) -> Double? {
    guard case .text(let text) = content,
      let number = text.hasSuffix("%") ? String(text.dropLast()).decimal.map({ $0 / 100 }) : text.decimal
    else {
      wrongType(key, "a share such as 0.8 or 80%", faults)
      return nil
    }
    guard number > 0, number <= 1 else {
      outOfRange(key, text, "above 0 and at most 1, or above 0% and at most 100%", faults)
      return nil
    }
    return number
  }

  func date(_ key: String, _ faults: ConfigurationFaults) -> CalendarDate? {
    guard case .text(let text) = content, let date = CalendarDate(iso: text) else {
      wrongType(key, "a date as 2025-10-07 that is in the calendar", faults)
      return nil
    }
    return date
  }

  /// A list of days; one alone is a list of one.
  func dates(_ key: String, _ faults: ConfigurationFaults) -> [CalendarDate] {
    if case .list(let items) = content { return items.compactMap { $0.date("an entry of \(key)", faults) } }
    return date(key, faults).map { [$0] } ?? []
  }

  /// One of the raw values of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type, _ faults: ConfigurationFaults
  ) -> Choice? where Choice.RawValue == String {
    guard let text = text(key, faults) else { return nil }
    if let choice = Choice(rawValue: text.lowercased()) { return choice }
    faults.unknown(
      "value.unknown", text, at: location, is: "a value of \(key)", all: "It can be",
      Choice.allCases.map(\.rawValue))
    return nil
  }

  func wrongType(_ key: String, _ expected: String, _ faults: ConfigurationFaults) {
    faults.error("type", at: location, "\(key) must be \(expected), but \(kindName) stands here")
  }

  private func outOfRange(_ key: String, _ number: String, _ range: String, _ faults: ConfigurationFaults) {
    faults.error("range", at: location, "\(key) is \(number), but must be \(range)")
  }
}

extension String {
  /// Without spaces at its ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// A decimal number in plain digits: no exponent, no infinity, no hexadecimal.
  fileprivate var decimal: Double? {
    let digits = hasPrefix("-") ? dropFirst() : self[...]
    guard !digits.isEmpty, digits.count <= 20, digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 })
    else { return nil }
    return Double(self)
  }
}

extension Double {
  /// Without a needless `.0`.
  fileprivate var plain: String { self == rounded() && magnitude < 1e15 ? String(Int(self)) : description }
}
