import QAModel

/// Numbers as people and spreadsheets write them: `1,240`, `£1,240.50`, `87%`, `(12)`, `0.87`.
enum NumberDecoder {
  struct Number: Equatable {
    var value: Double
    /// Whether a per cent sign stood behind it: 87 for `87%`.
    var isPercentage: Bool
  }

  /// - Parameter commaMayBeDecimal: whether a comma before three digits, as in `1,240`, may begin decimals where the
  ///   cell comes from. Such a number is then unreadable.
  static func read(_ cell: String, commaMayBeDecimal: Bool = false) -> Reading<Number> {
    let folded = Fold.cell(cell)
    if let missing = MissingTokens.numbers[folded] { return .missing(missing) }
    if MissingTokens.isBelowThreshold(folded) { return .missing(.suppressed) }
    let reading = parse(folded)
    if commaMayBeDecimal, case .value = reading, commaIsInDoubt(folded) {
      return .unreadable(.commaInDoubt)
    }
    return reading
  }

  /// Whether a cell is a number with a decimal comma and cannot be one with thousands: `17,25`, `0,875`, `1.240,5`.
  static func hasDecimalComma(_ cell: String) -> Bool {
    let parts = digitsAndSigns(Fold.cell(cell)).split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, isDigits(parts[1]) else { return false }
    let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard groups.allSatisfy(isDigits), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return false }
    return parts[1].count != 3 || groups.count > 1 || groups[0].hasPrefix("0")
  }

  /// One comma with three digits behind it and no decimal point: thousands or decimals.
  private static func commaIsInDoubt(_ cell: String) -> Bool {
    let text = digitsAndSigns(cell)
    return text.count { $0 == "," } == 1 && !text.contains(".")
  }

  /// The number without what may stand around it.
  private static func digitsAndSigns(_ cell: String) -> String { cell.filter { !" ()+-%£$€".contains($0) } }

  private static func parse(_ cell: String) -> Reading<Number> {
    var rest = Substring(cell)
    var isNegative = false
    if rest.hasPrefix("("), rest.hasSuffix(")") {
      isNegative = true
      rest = rest.dropFirst().dropLast()
    }
    let isPercentage = rest.hasSuffix("%")
    if isPercentage { rest = rest.dropLast() }
    rest = rest.drop { $0 == " " }
    if rest.hasPrefix("-") || rest.hasPrefix("+") {
      guard !isNegative else { return .unreadable(.notANumber) }
      isNegative = rest.hasPrefix("-")
      rest = rest.dropFirst()
    }
    if let sign = rest.first, "£$€".contains(sign) { rest = rest.dropFirst().drop { $0 == " " } }
    while rest.last == " " { rest = rest.dropLast() }
    if rest.contains("e") { return exponential(rest, isNegative: isNegative, isPercentage: isPercentage) }
    guard let plain = withoutThousands(rest), let value = Double(plain), value.isFinite else {
      return .unreadable(.notANumber)
    }
    return .value(Number(value: isNegative && value != 0 ? -value : value, isPercentage: isPercentage))
  }

  /// Digits with a decimal point, the thousands signs taken out; `nil` where they stand in odd places, as in
  /// `12,40` and `0,875`, which may be numbers of another country.
  private static func withoutThousands(_ text: Substring) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !text.isEmpty else { return nil }
    let groups = parts[0].split(
      separator: parts[0].contains(",") ? "," : " ", omittingEmptySubsequences: false)
    guard groups.allSatisfy(isDigits) || parts[0].isEmpty && parts.count == 2 else { return nil }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), !groups[0].hasPrefix("0"),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    let whole = groups.joined()
    guard parts.count == 2 else { return whole.isEmpty ? nil : whole }
    guard parts[1].isEmpty || isDigits(parts[1]), !(whole.isEmpty && parts[1].isEmpty) else { return nil }
    return (whole.isEmpty ? "0" : whole) + (parts[1].isEmpty ? "" : "." + parts[1])
  }

  private static func isDigits(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `1e+05` is how R writes 100,000; `1.23E+05` is what Excel leaves of 123,456 when the column is narrow.
  private static func exponential(
    _ text: Substring, isNegative: Bool, isPercentage: Bool
  ) -> Reading<Number> {
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].allSatisfy({ $0 == "." || isDigits($0) }),
      let mantissa = Double(parts[0]), let exponent = Int(parts[1]), abs(exponent) < 16,
      let value = Double(text), value.isFinite
    else { return .unreadable(.notANumber) }
    guard exponent < 0 || mantissa == mantissa.rounded() else { return .unreadable(.shortened) }
    return .value(Number(value: isNegative ? -value : value, isPercentage: isPercentage))
  }
}

extension Problem {
  fileprivate static let notANumber = Problem(
    id: "ingest.number.unreadable", summary: "this is not a number",
    suggestion:
      "write it with digits only; list the sign under missing in qareport.yaml if it says there is none")
  fileprivate static let commaInDoubt = Problem(
    id: "ingest.number.comma_in_doubt",
    summary: "the comma of this number may divide thousands or begin the decimals",
    explanation: "the file is divided by semicolons or has other numbers with a decimal comma, such as 17,25",
    suggestion: "write it without a thousands sign and with a decimal point, as 1240 or 1.24")
  fileprivate static let shortened = Problem(
    id: "ingest.number.shortened",
    summary: "the spreadsheet has shortened this number and its last digits are lost",
    suggestion: "widen the column or format it as a number, and export again")
}
