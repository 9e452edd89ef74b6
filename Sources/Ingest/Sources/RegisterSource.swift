import QAModel

extension TableSource where Table == RegisterTable {
  /// One register of the framework. With an id, a record's row in a later export replaces the earlier one; without,
  /// each row counts.
  static func register(_ register: Register) -> TableSource {
    TableSource(
      kind: .register(register.name), columns: columns(of: register), table: \.registers[register.name],
      empty: RegisterTable(columns: register.countBy.count), origin: \.origin,
      key: register.id == nil
        ? nil : { table, row in table.id[row].map { RecordKey(first: $0) } })
  }

  private static func columns(of register: Register) -> [ColumnSpec<RegisterTable>] {
    let id = ColumnSpec<RegisterTable>.id("id", \.id, \.records, register.id.map { [$0] } ?? [])
    return [
      register.id == nil ? id : id.needed(),
      .date("date", \.date, [register.date]).needed().costingTheRow(),
      .service(\.service, mayBeWhole: true, register.service.map { [$0] } ?? []),
    ]
      + register.countBy.indices.map {
        .name(register.countBy[$0], \.values[$0], \.registerValues, noneIsAnAnswer: true).present()
      } + [.text("text", \.text, register.text.map { [$0] } ?? [])]
  }
}
