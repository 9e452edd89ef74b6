import QAModel

/// The kinds of columns a dataset is made of.
extension ColumnSpec {
  static func values<Storage: CellStorage & StoredCells>(
    _ name: String, _ target: WritableKeyPath<Table, Storage>, _ synonyms: [String], _ nature: ColumnNature,
    _ decoder: @escaping (ColumnDecoding) -> (String) -> Reading<Storage.Cell>
  ) -> ColumnSpec {
    values(name, target, synonyms, nature, cells: { $0[keyPath: target] }, decoder)
  }

  /// A column of codes, which one of the dataset's tables names.
  static func codes(
    _ name: String, _ target: WritableKeyPath<Table, CodeColumn>, _ synonyms: [String],
    _ list: WritableKeyPath<Dataset.Names, NameTable>, isIdentity: Bool = false,
    _ decoder: @escaping (ColumnDecoding) -> (String) -> Reading<UInt32>
  ) -> ColumnSpec {
    values(
      name, target, synonyms, isIdentity ? .identities(list) : .names(list),
      cells: { NamedCells(column: $0[keyPath: target], table: list) }, decoder)
  }

  private static func values<Storage: CellStorage>(
    _ name: String, _ target: WritableKeyPath<Table, Storage>, _ synonyms: [String], _ nature: ColumnNature,
    cells: @escaping (Table) -> any StoredCells,
    _ decoder: @escaping (ColumnDecoding) -> (String) -> Reading<Storage.Cell>
  ) -> ColumnSpec {
    ColumnSpec(
      name: name, synonyms: synonyms, kind: .coded,
      bind: { input, decoding, words in
        let decode = decoder(decoding)
        return BoundValues(
          target, input, readBytes: { decoding.read($0, of: words, decode) },
          readText: { decoding.read($0, of: words, decode) })
      }, keep: { table, rows in table[keyPath: target].keep(rows) }, cells: cells, nature: nature)
  }

  /// The id of a record or a child, compared letter by letter.
  static func id(
    _ name: String, _ target: WritableKeyPath<Table, CodeColumn>,
    _ list: WritableKeyPath<Dataset.Names, NameTable>, _ synonyms: [String] = []
  ) -> ColumnSpec {
    codes(name, target, synonyms, list, isIdentity: true) { decoding in
      let names = decoding.names.list(list)
      return { cell in
        switch IdentifierDecoder.read(cell) {
        case .value(let id): .value(names.code(id))
        case .missing(let missing): .missing(missing)
        case .unreadable(let problem): .unreadable(problem)
        }
      }
    }
  }

  /// A name or word of no closed list. `None` and `nan` are words of programs, not of people, unless the column can be
  /// answered so.
  static func name(
    _ name: String, _ target: WritableKeyPath<Table, CodeColumn>,
    _ list: WritableKeyPath<Dataset.Names, NameTable>, _ synonyms: [String] = [],
    noneIsAnAnswer: Bool = false
  ) -> ColumnSpec {
    codes(name, target, synonyms, list, isIdentity: list == \.people) { decoding in
      let names = decoding.names.list(list)
      return { cell in
        let folded = Fold.cell(cell)
        if let missing = MissingTokens.names[folded] { return .missing(missing) }
        if !noneIsAnAnswer, folded == "none" || folded == "nan" {
          return .unreadable(
            Problem(
              id: "ingest.name.nothing",
              summary: "this is what a program writes where it has nothing, not a name",
              suggestion: "say under missing in qareport.yaml what it stands for, or leave the cell blank"))
        }
        return .value(names.code(cell))
      }
    }
  }

  /// The service, one of the framework's unless the workspace takes any.
  ///
  /// - Parameter mayBeWhole: whether a row can be about the authority as a whole, as `All services`.
  static func service(
    _ target: WritableKeyPath<Table, CodeColumn>, mayBeWhole: Bool = false, _ synonyms: [String] = []
  ) -> ColumnSpec {
    let all = ["service_area", "service_name", "service_group", "area_of_service", "division"] + synonyms
    return codes("service", target, all, \.services) { decoding in
      ServiceDecoder(decoding, mayBeWhole: mayBeWhole).read
    }.costingTheRow()
  }

  /// The level of need: one of the framework's where it lists them.
  static func levelOfNeed(
    _ target: WritableKeyPath<Table, CodeColumn>, _ synonyms: [String] = []
  ) -> ColumnSpec {
    let all = ["need_level", "continuum_level", "level", "threshold"] + synonyms
    return codes("level_of_need", target, all, \.levelsOfNeed) { decoding in
      let names = decoding.names.list(\.levelsOfNeed)
      let listed = decoding.workspace.framework.levelsOfNeed
      return { cell in
        if let code = names.existingCode(cell) { return .value(code) }
        if let missing = MissingTokens.names[Fold.cell(cell)] { return .missing(missing) }
        if listed.isEmpty { return .value(names.code(cell)) }
        return .unreadable(
          Problem(
            id: "ingest.level_of_need.unknown",
            summary: "the level of need is none of \(listed.map(\.name).joined(separator: ", "))",
            suggestion: didYouMean(cell, listed.map(\.name))
              ?? "correct the cell, or add the spelling to the level's synonyms"))
      }
    }
  }

  static func date(
    _ name: String, _ target: WritableKeyPath<Table, DateColumn>, _ synonyms: [String] = []
  ) -> ColumnSpec {
    values(name, target, synonyms, .days) { decoding in { DateDecoder.read($0, order: decoding.dateOrder) } }
      .with { $0.isDate = true }
  }

  static func number(
    _ name: String, _ target: WritableKeyPath<Table, NumberColumn>, _ synonyms: [String] = []
  ) -> ColumnSpec {
    values(name, target, synonyms, .numbers) { decoding in
      { cell in
        switch NumberDecoder.read(cell, commaMayBeDecimal: decoding.commaMayBeDecimal) {
        case .value(let number): .value(number.value)
        case .missing(let missing): .missing(missing)
        case .unreadable(let problem): .unreadable(problem)
        }
      }
    }
  }

  /// A value of a closed list.
  static func list<Value: ByteCoded>(
    _ name: String, _ target: WritableKeyPath<Table, ByteColumn<Value>>, _ synonyms: [String] = [],
    _ decoder: @escaping (NameBook) -> ListDecoder<Value>
  ) -> ColumnSpec {
    values(name, target, synonyms, .list { decoder($0).labels }) { decoding in decoder(decoding.names).read }
  }

  static func grade(
    _ name: String, _ target: WritableKeyPath<Table, GradeColumn>, _ synonyms: [String] = []
  ) -> ColumnSpec {
    list(name, target, synonyms) { $0.grades }
  }

  static func answer(
    _ name: String, _ target: WritableKeyPath<Table, AnswerColumn>, _ synonyms: [String] = []
  ) -> ColumnSpec {
    list(name, target, synonyms) { _ in .answers }
  }

  static func text(
    _ name: String, _ target: WritableKeyPath<Table, TextColumn>, _ synonyms: [String] = []
  ) -> ColumnSpec {
    ColumnSpec(
      name: name, synonyms: synonyms, kind: .text,
      bind: { input, decoding, words in
        BoundText(
          target: target, input: input, words: words, hasUndecodable: decoding.hasUndecodable,
          base: decoding.textBase)
      }, keep: { table, rows in table[keyPath: target].keep(rows) }, cells: { $0[keyPath: target] },
      nature: .text)
  }
}
