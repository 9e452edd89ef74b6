/// A column of days.
public struct DateColumn: Sendable {
  @usableFromInline var cells: [Int32] = []
  @usableFromInline static var missingLimit: Int32 { .min + 256 }

  public init() {}

  public init(repeating missing: Missing, count: Int) {
    cells = Array(repeating: Int32.min + Int32(missing.rawValue), count: count)
  }

  public var count: Int { cells.count }

  /// The day, or `nil` where there is none.
  @inlinable public subscript(row: Int) -> CalendarDate? {
    let cell = cells[row]
    return cell >= Self.missingLimit ? CalendarDate(dayNumber: cell) : nil
  }

  /// Why there is no day, or `nil` where there is one.
  public func missing(at row: Int) -> Missing? {
    let cell = cells[row]
    return cell >= Self.missingLimit ? nil : Missing(rawValue: UInt8(cell - Int32.min))
  }

  public mutating func append(_ date: CalendarDate) { cells.append(date.dayNumber) }
  public mutating func append(missing: Missing) { cells.append(Int32.min + Int32(missing.rawValue)) }

  /// Appends the cells of another column at some places of it, in their order.
  public mutating func append(_ other: DateColumn, at places: UnsafeBufferPointer<UInt32>) {
    other.cells.withUnsafeBufferPointer { source in
      cells.append(contentsOf: places.lazy.map { source[Int($0)] })
    }
  }

  /// Keeps the given rows, in their order.
  public mutating func keep(_ rows: [Int]) { cells = rows.map { cells[$0] } }
}
