/// A column of numbers. A cell without one holds the reason; there is no not-a-number.
public struct NumberColumn: Sendable {
  private var numbers: [Double] = []
  private var states: [UInt8] = []
  private static let present: UInt8 = 255

  public init() {}

  public init(repeating missing: Missing, count: Int) {
    numbers = Array(repeating: 0, count: count)
    states = Array(repeating: missing.rawValue, count: count)
  }

  public var count: Int { numbers.count }

  public subscript(row: Int) -> Double? { states[row] == Self.present ? numbers[row] : nil }

  public func missing(at row: Int) -> Missing? {
    states[row] == Self.present ? nil : Missing(rawValue: states[row])
  }

  /// Appends a finite number.
  public mutating func append(_ number: Double) {
    precondition(number.isFinite, "a number column holds finite numbers")
    numbers.append(number)
    states.append(Self.present)
  }

  public mutating func append(missing: Missing) {
    numbers.append(0)
    states.append(missing.rawValue)
  }

  /// Appends the cells of another column at some places of it, in their order.
  public mutating func append(_ other: NumberColumn, at places: UnsafeBufferPointer<UInt32>) {
    other.numbers.withUnsafeBufferPointer { source in
      numbers.append(contentsOf: places.lazy.map { source[Int($0)] })
    }
    other.states.withUnsafeBufferPointer { source in
      states.append(contentsOf: places.lazy.map { source[Int($0)] })
    }
  }

  /// Keeps the given rows, in their order.
  public mutating func keep(_ rows: [Int]) {
    numbers = rows.map { numbers[$0] }
    states = rows.map { states[$0] }
  }
}
