/// A line as small as a word: what led to a value. For the eye only, beside words that say what it shows.
struct Sparkline {
  private static let width = 88.0
  private static let height = 18.0
  private static let margin = 2.5

  let markup: Markup

  /// `nil` for fewer than three values: two are no course.
  init?(_ values: [Double?]) {
    let numbers = values.compactMap { $0 }
    guard numbers.count >= 3, let least = numbers.min(), let most = numbers.max(),
      let last = values.lastIndex(where: { $0 != nil })
    else { return nil }
    func across(_ position: Int) -> Double {
      Self.margin + Double(position) / Double(max(1, values.count - 1)) * (Self.width - 2 * Self.margin)
    }
    func down(_ value: Double) -> Double {
      guard most > least else { return Self.height / 2 }
      return Self.margin + (most - value) / (most - least) * (Self.height - 2 * Self.margin)
    }
    var path = Markup()
    var isDrawn = false
    for (position, value) in values.enumerated() {
      if let value { path += "\(isDrawn ? "L" : "M")\(across(position)) \(down(value))" }
      isDrawn = value != nil
    }
    markup = """
      <svg class="spark" aria-hidden="true" width="88" height="18" viewBox="0 0 88 18"><path d="\(path)"/>\
      <circle cx="\(across(last))" cy="\(down(values[last] ?? least))" r="2.5"/></svg>
      """
  }
}
