import Glibc

/// The parts of a zip file, read by code that shares nothing with the library that wrote it.
struct ZipReader {
  struct Broken: Error { var what: String }

  private let bytes: [UInt8]
  /// Names in the order of the directory.
  private(set) var names: [String] = []
  private var entries: [String: (offset: Int, packed: Int, size: Int, method: Int)] = [:]

  init(path: String) throws {
    guard let file = fopen(path, "rb") else { throw Broken(what: "no file \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    try self.init(bytes)
  }

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    // The end record: 22 bytes, as there is no comment.
    let end = bytes.count - 22
    guard end >= 0, Self.number(bytes, end, 4) == 0x0605_4B50 else { throw Broken(what: "no directory") }
    var position = Self.number(bytes, end + 16, 4)
    for _ in 0..<Self.number(bytes, end + 10, 2) {
      guard Self.number(bytes, position, 4) == 0x0201_4B50 else { throw Broken(what: "directory entry") }
      let nameLength = Self.number(bytes, position + 28, 2)
      let name = String(decoding: bytes[position + 46..<position + 46 + nameLength], as: UTF8.self)
      names.append(name)
      entries[name] = (
        Self.number(bytes, position + 42, 4), Self.number(bytes, position + 20, 4),
        Self.number(bytes, position + 24, 4), Self.number(bytes, position + 10, 2)
      )
      position +=
        46 + nameLength + Self.number(bytes, position + 30, 2) + Self.number(bytes, position + 32, 2)
    }
  }

  func part(_ name: String) throws -> [UInt8] {
    guard let entry = entries[name] else { throw Broken(what: "no part \(name)") }
    let start =
      entry.offset + 30 + Self.number(bytes, entry.offset + 26, 2) + Self.number(bytes, entry.offset + 28, 2)
    let packed = bytes[start..<start + entry.packed]
    var inflate = Inflate(packed)
    let part = entry.method == 0 ? Array(packed) : try inflate.all()
    guard part.count == entry.size else { throw Broken(what: "size of \(name)") }
    return part
  }

  func text(_ name: String) throws -> String { String(decoding: try part(name), as: UTF8.self) }

  private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }
}

/// DEFLATE (RFC 1951), decoded code by code.
private struct Inflate {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var hold = 0
  private var held = 0
  private var out: [UInt8] = []

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func all() throws -> [UInt8] {
    var isLast = false
    while !isLast {
      isLast = try bits(1) == 1
      switch try bits(2) {
      case 0: try stored()
      case 1: try codes(Code(Self.fixedLengths), Code([UInt8](repeating: 5, count: 30)))
      case 2: try dynamic()
      default: throw ZipReader.Broken(what: "block type")
      }
    }
    return out
  }

  private mutating func bits(_ count: Int) throws -> Int {
    while held < count {
      guard position < bytes.endIndex else { throw ZipReader.Broken(what: "cut short") }
      hold |= Int(bytes[position]) << held
      position += 1
      held += 8
    }
    defer {
      hold >>= count
      held -= count
    }
    return hold & ((1 << count) - 1)
  }

  private mutating func stored() throws {
    (hold, held) = (0, 0)
    let length = try bits(16)
    _ = try bits(16)
    out += bytes[position..<position + length]
    position += length
  }

  private mutating func dynamic() throws {
    let (literals, distances, lengthCodes) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
    var lengths = [UInt8](repeating: 0, count: 19)
    for place in Self.lengthOrder.prefix(lengthCodes) { lengths[place] = UInt8(try bits(3)) }
    let lengthCode = Code(lengths)
    var all: [UInt8] = []
    while all.count < literals + distances {
      let symbol = try symbol(lengthCode)
      switch symbol {
      case 16: all += [UInt8](repeating: all[all.count - 1], count: try bits(2) + 3)
      case 17: all += [UInt8](repeating: 0, count: try bits(3) + 3)
      case 18: all += [UInt8](repeating: 0, count: try bits(7) + 11)
      default: all.append(UInt8(symbol))
      }
    }
    try codes(Code(Array(all[..<literals])), Code(Array(all[literals...])))
  }

  private mutating func codes(_ literals: Code, _ distances: Code) throws {
    while true {
      let literal = try symbol(literals)
      if literal < 256 {
        out.append(UInt8(literal))
      } else if literal == 256 {
        return
      } else {
        let length = Self.lengthBase[literal - 257] + (try bits(Self.lengthBits[literal - 257]))
        let place = try symbol(distances)
        let distance = Self.distanceBase[place] + (try bits(place < 4 ? 0 : place / 2 - 1))
        for _ in 0..<length { out.append(out[out.count - distance]) }
      }
    }
  }

  private mutating func symbol(_ code: Code) throws -> Int {
    var (value, first, index) = (0, 0, 0)
    for length in 1...15 {
      value |= try bits(1)
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw ZipReader.Broken(what: "code")
  }

  /// A canonical Huffman code, by the length of each symbol's code.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init(_ lengths: [UInt8]) {
      for length in lengths where length > 0 { counts[Int(length)] += 1 }
      for length in 1...15 {
        for (symbol, its) in lengths.enumerated() where Int(its) == length { symbols.append(symbol) }
      }
    }
  }

  private static let fixedLengths: [UInt8] =
    Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112) + Array(repeating: 7, count: 24)
    + Array(repeating: 8, count: 8)
  private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227,
    258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBase = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
    4097,
    6145, 8193, 12289, 16385, 24577,
  ]
}
