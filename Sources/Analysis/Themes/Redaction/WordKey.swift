/// A short ASCII word as two numbers, so that looking it up compares two registers and makes no String.
///
/// Words of up to 15 bytes; longer ones are rare in English.
struct WordKey: Hashable, Sendable {
  /// Bytes 0 to 7, the first lowest.
  var low: UInt64 = 0
  /// Bytes 8 to 14; the highest byte is how many there are.
  var high: UInt64 = 0

  static let most = 15

  var count: Int { Int(high >> 56) }

  /// Adds a byte behind what is there. There must be room.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    let count = Int(high >> 56)
    if count < 8 {
      low |= UInt64(byte) << UInt64(8 * count)
    } else {
      high |= UInt64(byte) << UInt64(8 * (count - 8))
    }
    high &+= 1 << 56
  }

  init() {}

  /// The key of a word, `nil` where it is too long or no ASCII.
  init?(_ word: some Collection<UInt8>) {
    guard word.count <= Self.most else { return nil }
    for byte in word {
      guard byte < 0x80 else { return nil }
      append(byte)
    }
  }

  subscript(place: Int) -> UInt8 {
    place < 8
      ? UInt8(truncatingIfNeeded: low >> UInt64(8 * place))
      : UInt8(truncatingIfNeeded: high >> UInt64(8 * (place - 8)))
  }

  /// The word without its last byte.
  var shortened: WordKey {
    let last = count - 1
    guard last >= 0 else { return self }
    var key = self
    if last < 8 {
      key.low &= ~(0xFF << UInt64(8 * last))
    } else {
      key.high &= ~(0xFF << UInt64(8 * (last - 8)))
    }
    key.high &-= 1 << 56
    return key
  }

  var text: String {
    withUnsafeBytes(of: (low.littleEndian, high.littleEndian)) {
      String(decoding: $0.prefix(count), as: UTF8.self)
    }
  }

  /// Spreads both halves over all bits.
  @inline(__always)
  var mixed: UInt64 {
    let (above, below) = (low ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: high ^ 0xD6E8_FEB8_6659_FD93)
    let once = above ^ below
    return once ^ (once >> 29)
  }
}

/// Numbers by word: open addressing, each look-up a few steps along one array.
struct WordTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var key: WordKey
    var value: Value
  }

  /// Where an entry stands in `entries`, one more than that; 0 is free. As many as a power of two.
  private var places: [UInt32]
  private var entries: [Entry] = []

  init(room: Int = 16) {
    var size = 32
    while size < room * 2 { size *= 2 }
    places = Array(repeating: 0, count: size)
    entries.reserveCapacity(room)
  }

  var count: Int { entries.count }

  @inline(__always)
  private func slot(of key: WordKey) -> (slot: Int, place: UInt32) {
    let mask = places.count - 1
    var slot = Int(truncatingIfNeeded: key.mixed) & mask
    while true {
      let place = places[slot]
      if place == 0 || entries[Int(place) - 1].key == key { return (slot, place) }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  subscript(key: WordKey) -> Value? {
    let place = slot(of: key).place
    return place == 0 ? nil : entries[Int(place) - 1].value
  }

  /// Where the key's value stands; `nil` where it is not there.
  @inline(__always)
  func place(of key: WordKey) -> Int? {
    let place = slot(of: key).place
    return place == 0 ? nil : Int(place) - 1
  }

  /// Where the key's value stands, made from `new` where it was not there.
  @inline(__always)
  mutating func place(of key: WordKey, new: @autoclosure () -> Value) -> Int {
    let (slot, place) = slot(of: key)
    if place != 0 { return Int(place) - 1 }
    entries.append(Entry(key: key, value: new()))
    places[slot] = UInt32(entries.count)
    if entries.count * 2 > places.count { grow() }
    return entries.count - 1
  }

  func key(at place: Int) -> WordKey { entries[place].key }

  /// The value at a place that `place(of:new:)` gave.
  subscript(at place: Int) -> Value {
    get { entries[place].value }
    set { entries[place].value = newValue }
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: places.count * 2)
    let mask = places.count - 1
    for (place, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.key.mixed) & mask
      while places[slot] != 0 { slot = (slot + 1) & mask }
      places[slot] = UInt32(place + 1)
    }
  }
}
