/// Writes rows of `figures.csv` and `figures.json` side by side: the fields of both are the same, and so are the digits of
/// a number.
struct FigureFileWriter {
  /// A text as each file writes it.
  struct Field {
    let csv: [UInt8]
    let json: [UInt8]

    /// Words that may come from an export; nothing where there are none.
    init(_ name: String) {
      guard !name.isEmpty else {
        csv = []
        json = Array("null".utf8)
        return
      }
      var writer = CSVWriter()
      writer.addData(name)
      csv = writer.bytes
      var json: [UInt8] = []
      json.append(quoting: name)
      self.json = json
    }

    static let blank = Field("")
  }

  private var csv: [UInt8]
  private var json: [UInt8] = []
  /// What stands before each field of an object.
  private let keys = FigureFiles.columns.map {
    Array("\($0 == FigureFiles.columns[0] ? "{" : ", ")\"\($0)\": ".utf8)
  }
  private var column = 0

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
    column = 0
  }

  /// Both files, the list closed.
  mutating func finish() -> (csv: [UInt8], json: [UInt8]) {
    if !json.isEmpty { csv.append(UInt8(ascii: "\n")) }
    json.append(contentsOf: (json.isEmpty ? "[]\n" : "}\n]\n").utf8)
    return (csv, json)
  }

  private mutating func startField() {
    if column > 0 { csv.append(UInt8(ascii: ",")) }
    json.append(contentsOf: keys[column])
    column += 1
  }

  mutating func add(_ field: Field) {
    startField()
    csv.append(contentsOf: field.csv)
    json.append(contentsOf: field.json)
  }

  /// Words that may come from an export, where there are any.
  mutating func add(_ name: String?) {
    if let name, !name.isEmpty { add(Field(name)) } else { addBlank() }
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
