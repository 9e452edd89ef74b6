/// The one place where numbers become digits, so that a workbook, a page and a text never show different ones.
///
/// Half is rounded away from zero, as spreadsheets do and as readers were taught, on the shortest decimal
/// digits that stand for the number (so 0.285 as a percentage is 29 %, not 28 %).
public enum Rounding {
  /// `1,240`.
  public static func count(_ number: Int) -> String {
    let digits = String(number.magnitude)
    return (number < 0 ? "-" : "") + grouped(digits)
  }

  /// `0.87` with no places is `87%`.
  public static func percentage(_ proportion: Double, places: Int = 0) -> String {
    decimal(proportion, places: places, shiftedBy: 2) + "%"
  }

  /// `1,240.5` with one place. The number must be finite.
  public static func decimal(_ number: Double, places: Int) -> String {
    decimal(number, places: places, shiftedBy: 0)
  }

  /// The decimal digits of `number × 10^shift`, rounded half away from zero to `places`.
  private static func decimal(_ number: Double, places: Int, shiftedBy shift: Int) -> String {
    var (digits, point) = shortestDigits(number.magnitude)
    point += shift
    while point < 0 {
      digits.insert(0, at: 0)
      point += 1
    }
    while digits.count < point { digits.append(0) }
    let keep = point + places
    let roundsUp = keep < digits.count && digits[keep] >= 5
    digits = Array(digits.prefix(keep)) + Array(repeating: 0, count: max(0, keep - digits.count))
    if roundsUp {
      var index = keep - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    let whole = digits.prefix(point).drop { $0 == 0 }
    let text = { (part: ArraySlice<UInt8>) in part.map(String.init).joined() }
    let wholeText = whole.isEmpty ? "0" : grouped(text(whole))
    let sign = number < 0 && digits.contains { $0 != 0 } ? "-" : ""
    return places == 0 ? sign + wholeText : sign + wholeText + "." + text(digits.suffix(places))
  }

  /// The digits of the shortest decimal that reads back as the number, and where its point stands:
  /// 12.5 is `[1, 2, 5]` and 2.
  private static func shortestDigits(_ number: Double) -> (digits: [UInt8], point: Int) {
    var mantissa = Substring(number.description)
    var exponent = 0
    if let mark = mantissa.firstIndex(where: { $0 == "e" || $0 == "E" }) {
      exponent = Int(mantissa[mantissa.index(after: mark)...]) ?? 0
      mantissa = mantissa[..<mark]
    }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.joined().utf8.compactMap { $0 >= 48 && $0 <= 57 ? $0 - 48 : nil }
    return (digits, parts[0].utf8.count + exponent)
  }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
