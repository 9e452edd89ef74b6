/// The distinct spellings of one column of one export, each with a code in order of first appearance.
///
/// Cells are compared byte for byte as they stand in the file, so that each spelling is decoded once, however
/// many rows have it. Freed by its owner.
struct SpellingTable {
  private struct Entry: BitwiseCopyable {
    var at: Int
    var length: UInt32
    var hash: UInt32
    var lineBreaks: UInt32
  }

  private var bytes = GrowableBuffer<UInt8>(capacity: 256)
  private var entries = GrowableBuffer<Entry>(capacity: 16)
  /// Open addressing: a code and one, or 0 where the slot is free.
  private var slots: UnsafeMutablePointer<UInt32>
  private var mask: Int

  /// The code of the empty cell in every table.
  static let blank: UInt32 = 0

  init() {
    mask = 63
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    _ = code(of: UnsafePointer(bytes.base), count: 0)
  }

  func free() {
    bytes.free()
    entries.free()
    slots.deallocate()
  }

  var count: Int { entries.count }

  func spelling(_ code: UInt32) -> UnsafeBufferPointer<UInt8> {
    let entry = entries[Int(code)]
    return UnsafeBufferPointer(start: bytes.base + entry.at, count: Int(entry.length))
  }

  /// How many line breaks the spelling holds; a quoted cell may span lines.
  @inline(__always)
  func lineBreaks(_ code: UInt32) -> UInt32 { entries[Int(code)].lineBreaks }

  @inline(__always)
  mutating func code(of cell: UnsafePointer<UInt8>, count length: Int) -> UInt32 {
    code(of: cell, count: length, hash: Self.hash(cell, length))
  }

  /// The codes of the spellings of another table, by their codes there.
  mutating func codes(of other: SpellingTable) -> [UInt32] {
    other.entries.elements.map { entry in
      code(of: UnsafePointer(other.bytes.base + entry.at), count: Int(entry.length), hash: entry.hash)
    }
  }

  @inline(__always)
  private mutating func code(of cell: UnsafePointer<UInt8>, count length: Int, hash: UInt32) -> UInt32 {
    var slot = Int(hash) & mask
    while true {
      let found = slots[slot]
      if found == 0 { return insert(cell, length, hash: hash, slot: slot) }
      let entry = entries[Int(found - 1)]
      if entry.hash == hash, Int(entry.length) == length, Self.equal(bytes.base + entry.at, cell, length) {
        return found - 1
      }
      slot = (slot + 1) & mask
    }
  }

  @inline(never)
  private mutating func insert(
    _ cell: UnsafePointer<UInt8>, _ length: Int, hash: UInt32, slot: Int
  ) -> UInt32 {
    let code = UInt32(entries.count)
    entries.append(
      Entry(
        at: bytes.count, length: UInt32(length), hash: hash,
        lineBreaks: UInt32(LineBreaks.count(in: cell, length))))
    bytes.append(cell, count: length)
    slots[slot] = code + 1
    if entries.count * 2 > mask { enlarge() }
    return code
  }

  private mutating func enlarge() {
    slots.deallocate()
    mask = mask * 2 + 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: 0, count: mask + 1)
    for code in 0..<entries.count {
      var slot = Int(entries[code].hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(code + 1)
    }
  }

  @inline(__always)
  private static func equal(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    guard length >= 8 else {
      for index in 0..<length where a[index] != b[index] { return false }
      return true
    }
    var at = 0
    while at + 8 <= length {
      if word(a + at) != word(b + at) { return false }
      at += 8
    }
    return word(a + length - 8) == word(b + length - 8)
  }

  /// Folds the cell eight bytes at a time through a full-width multiplication, as wyhash does.
  @inline(__always)
  private static func hash(_ cell: UnsafePointer<UInt8>, _ length: Int) -> UInt32 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: length)
    if length >= 8 {
      var at = 0
      while at + 8 <= length {
        state = mix(state ^ word(cell + at))
        at += 8
      }
      if at < length { state = mix(state ^ word(cell + length - 8)) }
    } else {
      var rest: UInt64 = 0
      for index in 0..<length { rest = rest << 8 | UInt64(cell[index]) }
      state = mix(state ^ rest)
    }
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }

  @inline(__always)
  private static func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
  }
}
