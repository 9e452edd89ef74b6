/// Where the figures of a set stand, by their keys: a table of positions, tried one after the other from the place that a
/// key's numbers point to. The keys stand in the figures alone, so that there is little to fill and to look through.
struct FigureIndex: Sendable {
  /// Positions; −1 where there is none. Always a power of two of them, at least a third of them free.
  private var slots: [Int32] = []
  private var count = 0

  /// Makes room for so many figures more.
  mutating func reserve(_ more: Int, _ figures: [Figure]) {
    var size = 16
    while 2 * size < 3 * (count + more) { size *= 2 }
    guard size > slots.count else { return }
    slots = Array(repeating: -1, count: size)
    for position in figures.indices { slots[place(of: figures[position].key, figures)] = Int32(position) }
  }

  func position(of key: FigureKey, in figures: [Figure]) -> Int? {
    guard !slots.isEmpty else { return nil }
    let position = slots[place(of: key, figures)]
    return position < 0 ? nil : Int(position)
  }

  /// Notes that the next figure of `figures` will have a key; `false` where one has it already.
  mutating func add(_ key: FigureKey, to figures: [Figure]) -> Bool {
    if 3 * (count + 1) > 2 * slots.count { reserve(max(16, count), figures) }
    let place = place(of: key, figures)
    guard slots[place] < 0 else { return false }
    slots[place] = Int32(figures.count)
    count += 1
    return true
  }

  /// The place of a key, or the free one where it would stand.
  private func place(of key: FigureKey, _ figures: [Figure]) -> Int {
    var place = Int(truncatingIfNeeded: key.scattered) & (slots.count - 1)
    while slots[place] >= 0, figures[Int(slots[place])].key != key { place = (place + 1) & (slots.count - 1) }
    return place
  }
}

extension FigureKey {
  /// A number made of all of the key's, far apart for keys that are near each other.
  fileprivate var scattered: UInt64 {
    let measure = withUnsafeBytes(of: measure) { $0[0] }
    var mixed = UInt64(service ?? .max) << 32 | UInt64(team ?? .max)
    mixed = (mixed ^ UInt64(measure) << 16 ^ UInt64(period)) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 29
    mixed =
      (mixed ^ (UInt64(first?.place ?? .max) << 32 | UInt64(second?.place ?? .max))) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ mixed >> 32
  }
}
