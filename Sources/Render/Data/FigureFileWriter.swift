/// A stretch of a row of `figures.csv` and `figures.json`, as each file writes it: the fields of both are the same, and so
/// are the digits of a number.
///
/// Most of a row is what other rows have too: names are made into pieces once, and a row is a few pieces one behind the
/// other.
struct FigurePiece {
  private(set) var csv: [UInt8] = []
  private(set) var json: [UInt8] = []
  private var column: Int

  /// What stands before each field of an object.
  private static let keys = FigureFiles.columns.map {
    Array("\($0 == FigureFiles.columns[0] ? "{" : ", ")\"\($0)\": ".utf8)
  }

  /// A piece whose first field stands in a column of `FigureFiles.columns`.
  init(from column: String) {
    self.column = FigureFiles.columns.firstIndex(of: column) ?? 0
  }

  /// A field with words that may come from an export; blank where there are none.
  init(_ column: String, _ name: String?) {
    self.init(from: column)
    add(name)
  }

  /// Begins anew where it began the last time, keeping its room.
  mutating func clear(from column: String) {
    csv.removeAll(keepingCapacity: true)
    json.removeAll(keepingCapacity: true)
    self.column = FigureFiles.columns.firstIndex(of: column) ?? 0
  }

  private mutating func startField() {
    if column > 0 { csv.append(UInt8(ascii: ",")) }
    json.append(contentsOf: Self.keys[column])
    column += 1
  }

  /// Words that may come from an export, where there are any.
  mutating func add(_ name: String?) {
    guard let name, !name.isEmpty else { return addBlank() }
    startField()
    var writer = CSVWriter()
    writer.addData(name)
    csv.append(contentsOf: writer.bytes)
    json.append(quoting: name)
  }

  /// A slug or a word of the program's own: ASCII without quotes, commas or breaks.
  mutating func add(plain word: some Collection<UInt8>) {
    startField()
    csv.append(contentsOf: word)
    json.append(UInt8(ascii: "\""))
    json.append(contentsOf: word)
    json.append(UInt8(ascii: "\""))
  }

  mutating func add(number: Int) {
    startField()
    var digits = String(number)
    digits.withUTF8 {
      csv.append(contentsOf: $0)
      json.append(contentsOf: $0)
    }
  }

  /// A finite number, in the shortest digits that read back as the same; `66` for 66.0.
  mutating func add(number: Double) {
    startField()
    var digits = number.description
    digits.withUTF8 { digits in
      let endsInZero = digits.count > 2 && digits.suffix(2).elementsEqual(".0".utf8)
      let shown = digits.prefix(endsInZero ? digits.count - 2 : digits.count)
      csv.append(contentsOf: shown)
      json.append(contentsOf: shown)
    }
  }

  mutating func addBlank() {
    startField()
    json.append(contentsOf: "null".utf8)
  }
}

/// Writes `figures.csv` and `figures.json` side by side, piece by piece.
struct FigureFileWriter {
  private var csv: [UInt8]
  private var json: [UInt8] = []

  /// - Parameter rows: how many there will be, so that the files are not moved as they grow.
  init(rows: Int) {
    var header = CSVWriter()
    header.addHeader(FigureFiles.columns)
    csv = header.bytes
    csv.reserveCapacity(rows * 192)
    json.reserveCapacity(rows * 480)
  }

  mutating func beginRow() {
    if !json.isEmpty { csv.append(UInt8(ascii: "\n")) }
    json.append(contentsOf: (json.isEmpty ? "[\n  " : "},\n  ").utf8)
  }

  mutating func add(_ piece: FigurePiece) {
    csv.append(contentsOf: piece.csv)
    json.append(contentsOf: piece.json)
  }

  /// Both files, the list closed.
  mutating func finish() -> FigureFiles.Both {
    if !json.isEmpty { csv.append(UInt8(ascii: "\n")) }
    json.append(contentsOf: (json.isEmpty ? "[]\n" : "}\n]\n").utf8)
    return (csv, json)
  }
}
