/// Numbers for reading, not for figures.
enum Decimals {
  /// Three places, rounded half up; below 0.001 says so.
  static func short(_ number: Double) -> String {
    if number > 0, number < 0.001 { return "<0.001" }
    let thousandths = Int((number * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
  }
}
