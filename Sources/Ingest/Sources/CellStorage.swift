import QAModel

/// A column of a table that takes cells one after the other.
protocol CellStorage {
  associatedtype Cell
  init()
  mutating func append(_ cell: Cell)
  mutating func append(missing: Missing)
  mutating func keep(_ rows: [Int])
}

extension CodeColumn: CellStorage {}
extension DateColumn: CellStorage {}
extension NumberColumn: CellStorage {}
extension ByteColumn: CellStorage {}
