/// Numbers of 64 bits that stand for bytes, the same on every machine and in every run.
///
/// Folds eight bytes at a time through a full-width multiplication, as wyhash does (Wang Yi, public domain). Made to tell
/// honest values apart, not to withstand somebody who looks for two alike.
enum Fingerprint {
  static func of(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { of(UnsafeRawBufferPointer($0)) }
  }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    var at = 0
    while at + 8 <= bytes.count {
      state = mix(state ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      at += 8
    }
    var rest: UInt64 = 0
    while at < bytes.count {
      rest = rest << 8 | UInt64(bytes[at])
      at += 1
    }
    return mix(state ^ rest)
  }

  /// A number as unlike its argument as can be: the finaliser of SplitMix64 (Steele, Lea and Flood, *Fast splittable
  /// pseudorandom number generators*, 2014) after a full-width multiplication.
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    var state = product.high ^ product.low
    state = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    state = (state ^ state >> 27) &* 0x94D0_49BB_1331_11EB
    return state ^ state >> 31
  }
}
