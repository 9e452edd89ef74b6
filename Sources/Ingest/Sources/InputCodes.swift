/// The code of every cell of an input, and what the spellings behind the codes are good for.
///
/// Not generic, as its loops run over every row.
struct InputCodes {
  /// What a spelling was read as.
  enum Kind: UInt8 {
    case value, blank, missing, unreadable
  }

  let input: ColumnInput
  /// By variant, then by code. One variant for a usual column.
  private(set) var kinds: [[Kind]] = []
  private(set) var hasBlank = false
  private(set) var hasMissing = false
  private(set) var hasUnreadable = false

  init(_ input: ColumnInput) { self.input = input }

  mutating func append(_ kinds: [Kind]) {
    self.kinds.append(kinds)
    hasBlank = hasBlank || kinds.contains(.blank)
    hasMissing = hasMissing || kinds.contains(.missing)
    hasUnreadable = hasUnreadable || kinds.contains(.unreadable)
  }

  /// Which of the lists by variant holds for a variant.
  func list(_ variant: Int) -> Int { kinds.count == 1 ? 0 : variant }

  func code(row: Int, variant: Int) -> UInt32 {
    switch input {
    case .column(let position, let table): table.columns[position].codes[row]
    case .columns(let positions, let table): positions[variant].map { table.columns[$0].codes[row] } ?? 0
    case .constant, .headers, .absent: 0
    }
  }

  func kind(row: Int, variant: Int) -> Kind { kinds[list(variant)][Int(code(row: row, variant: variant))] }

  /// The places of a selection whose cells are of the kinds asked for, in order.
  func places(_ selection: RowSelection, where isWanted: (Kind) -> Bool) -> [Int] {
    let wanted = kinds.map { $0.map(isWanted) }
    var places: [Int] = []
    if case .column(let position, let table) = input {
      let (codes, wanted) = (table.columns[position].codes.elements, wanted[0])
      for (place, row) in selection.rows.enumerated() where wanted[Int(codes[Int(row)])] {
        places.append(place)
      }
      return places
    }
    for place in 0..<selection.count {
      let variant = selection.variant(place)
      if wanted[list(variant)][Int(code(row: Int(selection.rows[place]), variant: variant))] {
        places.append(place)
      }
    }
    return places
  }

  /// Gives runs of codes with the list that they belong to, in the order of the selection.
  func forEachRun(_ selection: RowSelection, _ take: (Int, UnsafeBufferPointer<UInt32>) -> Void) {
    switch input {
    case .column(let position, let table):
      let codes = table.columns[position].codes.elements
      if selection.isEveryRow(of: table.rowCount) { return take(0, codes) }
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: selection.count) { gathered in
        for (place, row) in selection.rows.enumerated() { gathered[place] = codes[Int(row)] }
        take(0, UnsafeBufferPointer(gathered))
      }
    case .constant, .absent:
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: selection.count) { zeros in
        zeros.initialize(repeating: 0)
        take(0, UnsafeBufferPointer(zeros))
      }
    case .columns, .headers:
      for place in 0..<selection.count {
        let variant = selection.variant(place)
        var code = code(row: Int(selection.rows[place]), variant: variant)
        withUnsafePointer(to: &code) { take(list(variant), UnsafeBufferPointer(start: $0, count: 1)) }
      }
    }
  }

  /// The cell as it stands in the export.
  func original(row: Int, variant: Int) -> String {
    switch input {
    case .column(let position, let table): table.cell(row, position)
    case .columns(let positions, let table): positions[variant].map { table.cell(row, $0) } ?? ""
    case .constant(let cell): cell
    case .headers(let headers): headers[variant]
    case .absent: ""
    }
  }
}
