/// A column of names, each cell the code of its name in a `NameTable` of the dataset.
///
/// Cells without a name hold the reason. One word a cell.
public struct CodeColumn: Sendable {
  @usableFromInline var cells: [UInt32] = []
  @usableFromInline static var missingBase: UInt32 { .max - 255 }

  public init() {}

  public init(repeating missing: Missing, count: Int) {
    cells = Array(repeating: Self.missingBase + UInt32(missing.rawValue), count: count)
  }

  public var count: Int { cells.count }

  /// The code, or `nil` where there is none.
  @inlinable public subscript(row: Int) -> UInt32? {
    let cell = cells[row]
    return cell < Self.missingBase ? cell : nil
  }

  /// Why there is no code, or `nil` where there is one.
  public func missing(at row: Int) -> Missing? {
    let cell = cells[row]
    return cell < Self.missingBase ? nil : Missing(rawValue: UInt8(cell - Self.missingBase))
  }

  public mutating func append(_ code: UInt32) { cells.append(code) }
  public mutating func append(missing: Missing) { cells.append(Self.missingBase + UInt32(missing.rawValue)) }

  /// Appends the cells of another column at some places of it, in their order.
  public mutating func append(_ other: CodeColumn, at places: UnsafeBufferPointer<UInt32>) {
    other.cells.withUnsafeBufferPointer { source in
      cells.append(contentsOf: places.lazy.map { source[Int($0)] })
    }
  }

  /// Keeps the given rows, in their order.
  public mutating func keep(_ rows: [Int]) { cells = rows.map { cells[$0] } }
}
