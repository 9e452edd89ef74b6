/// The bytes of all free text of a run, one after the other, UTF-8.
public struct TextStore: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// Adds a text and says where it lies.
  public mutating func append(_ text: some Collection<UInt8>) -> (at: UInt64, length: UInt32) {
    let at = UInt64(bytes.count)
    bytes.append(contentsOf: text)
    return (at, UInt32(text.count))
  }

  /// Adds a run of texts that is already laid out, so that positions in it only have to be moved on. The first
  /// run is taken over as it is.
  public mutating func append(run: consuming [UInt8]) {
    if bytes.isEmpty {
      bytes = run
    } else {
      bytes.append(contentsOf: run)
    }
  }

  public func string(at: UInt64, length: UInt32) -> String {
    String(decoding: bytes[Int(at)..<Int(at) + Int(length)], as: UTF8.self)
  }
}

/// A column of free text that stays where it is: positions in a `TextStore`, no String a cell.
///
/// A blank cell has length 0.
public struct TextColumn: Sendable {
  public private(set) var at: [UInt64] = []
  public private(set) var length: [UInt32] = []

  public init() {}

  public init(blanks count: Int) {
    at = Array(repeating: 0, count: count)
    length = Array(repeating: 0, count: count)
  }

  public var count: Int { at.count }
  public func isBlank(_ row: Int) -> Bool { length[row] == 0 }

  public mutating func append(at position: UInt64, length: UInt32) {
    at.append(position)
    self.length.append(length)
  }

  public mutating func appendBlank() { append(at: 0, length: 0) }

  /// Keeps the given rows, in their order.
  public mutating func keep(_ rows: [Int]) {
    at = rows.map { at[$0] }
    length = rows.map { length[$0] }
  }
}
