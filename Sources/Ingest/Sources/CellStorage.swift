import QAModel

/// A column of a table that takes cells one after the other, or as many as there are codes for.
protocol CellStorage {
  associatedtype Cell
  init()
  mutating func append(_ cell: Cell)
  mutating func append(missing: Missing)
  /// Appends the cells of another column at some places of it, in their order.
  mutating func append(_ other: Self, at places: UnsafeBufferPointer<UInt32>)
  mutating func keep(_ rows: [Int])
}

extension CodeColumn: CellStorage {}
extension DateColumn: CellStorage {}
extension NumberColumn: CellStorage {}
extension ByteColumn: CellStorage {}
