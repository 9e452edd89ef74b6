import QAModel

/// The cells of a column of a table that has been read, to be counted and compared.
protocol StoredCells {
  var count: Int { get }
  func missing(at row: Int) -> Missing?
  /// What tells the value of a cell from any other value of its column; for a name its code.
  func bits(at row: Int) -> UInt64
  /// Adds to the print of each row what stands in its cell. A blank adds nothing, so that a column that is new and
  /// empty changes no print; the order of columns does not matter either.
  func fold(_ rows: [Int], column: UInt64, _ prints: PrintContext, into hashes: inout [UInt64])
}

extension StoredCells {
  func fold(_ rows: [Int], column: UInt64, _ prints: PrintContext, into hashes: inout [UInt64]) {
    fold(rows, column: column, into: &hashes) { bits(at: $0) }
  }

  @inline(__always)
  func fold(
    _ rows: [Int], column: UInt64, into hashes: inout [UInt64], _ value: (Int) -> UInt64
  ) {
    for (place, row) in rows.enumerated() {
      if let missing = missing(at: row) {
        if missing != .blank { hashes[place] &+= Fingerprint.mix(column &+ UInt64(missing.rawValue) &+ 1) }
      } else {
        hashes[place] &+= Fingerprint.mix(column ^ Fingerprint.mix(value(row)))
      }
    }
  }
}

/// What prints of records need beside the tables: the prints of names, each made once, and the free text.
final class PrintContext {
  let names: Dataset.Names
  let text: TextStore
  private var printsOfNames: [PartialKeyPath<Dataset.Names>: [UInt64]] = [:]

  init(names: Dataset.Names, text: TextStore) {
    self.names = names
    self.text = text
  }

  func prints(_ table: WritableKeyPath<Dataset.Names, NameTable>) -> [UInt64] {
    if let prints = printsOfNames[table] { return prints }
    let prints = names[keyPath: table].names.map { Fingerprint.of($0) }
    printsOfNames[table] = prints
    return prints
  }
}

/// A column of codes with the table that names them.
struct NamedCells: StoredCells {
  let column: CodeColumn
  let table: WritableKeyPath<Dataset.Names, NameTable>

  var count: Int { column.count }
  func missing(at row: Int) -> Missing? { column.missing(at: row) }
  func bits(at row: Int) -> UInt64 { UInt64(column[row] ?? 0) }

  func fold(_ rows: [Int], column seed: UInt64, _ prints: PrintContext, into hashes: inout [UInt64]) {
    let names = prints.prints(table)
    fold(rows, column: seed, into: &hashes) { names[Int(column[$0] ?? 0)] }
  }
}

extension DateColumn: StoredCells {
  func bits(at row: Int) -> UInt64 { UInt64(bitPattern: Int64(self[row]?.dayNumber ?? 0)) }
}

extension NumberColumn: StoredCells {
  func bits(at row: Int) -> UInt64 { (self[row] ?? 0).bitPattern }
}

extension ByteColumn: StoredCells {
  func bits(at row: Int) -> UInt64 { UInt64(self[row]?.byte ?? 0) }
}

extension IndicatorCells: StoredCells {
  var count: Int { positions.count }
  func missing(at row: Int) -> Missing? { positions[row] == .max ? .unreadable : nil }
  func bits(at row: Int) -> UInt64 { UInt64(positions[row]) }
}

extension SpanCells: StoredCells {
  var count: Int { first.count }
  func missing(at row: Int) -> Missing? { first.missing(at: row) }
  func bits(at row: Int) -> UInt64 { first.bits(at: row) << 32 ^ last.bits(at: row) }
}

extension TextColumn: StoredCells {
  func missing(at row: Int) -> Missing? { isBlank(row) ? .blank : nil }
  func bits(at row: Int) -> UInt64 { at[row] }

  func fold(_ rows: [Int], column: UInt64, _ prints: PrintContext, into hashes: inout [UInt64]) {
    prints.text.bytes.withUnsafeBytes { bytes in
      fold(rows, column: column, into: &hashes) { row in
        let start = Int(at[row])
        return Fingerprint.of(UnsafeRawBufferPointer(rebasing: bytes[start..<start + Int(length[row])]))
      }
    }
  }
}
