import QAModel

/// What a sample is drawn from: the caseload, or the records of a register read as though they were one.
///
/// A register's record is a child without a name: its id stands for the child's, its day for the day of opening, and
/// what it is counted by for the level of need. So one set of rules draws and accounts for both.
struct SampleFrame {
  /// Its caseload is what is drawn from.
  let dataset: Dataset
  /// The register; `nil`: the caseload.
  let register: Register?
  /// The days a plan must have been finalised in, or a record be of; `nil`: any.
  let period: Period?
  /// Rows of the register that are of another kind than the one drawn.
  let ofAnotherKind: Set<Int>

  init(_ dataset: Dataset, _ framework: Framework, _ request: SampleRequest) throws(SampleError) {
    guard case .audit(let type) = request.kind, let from = type.drawnFrom else {
      try self.init(caseloadOf: dataset, period: nil)
      return
    }
    let period = from.period(before: request.day)
    if from.isPlanFinalised, let caseload = dataset.caseload,
      (0..<caseload.count).contains(where: { caseload.planFinalised[$0] != nil })
    {
      try self.init(caseloadOf: dataset, period: period)
    } else if let register = framework.registers.first(where: { $0.name == from.register }),
      let table = dataset.registers[register.name]
    {
      try self.init(register, table, from.conditions, period: period, dataset)
    } else if !request.levelsOfNeed.isEmpty || !request.teams.isEmpty {
      // The caseload tells the kind by the level or team that was asked for.
      try self.init(caseloadOf: dataset, period: nil)
    } else {
      throw Self.nothing(type, from)
    }
  }

  private init(caseloadOf dataset: Dataset, period: Period?) throws(SampleError) {
    guard let caseload = dataset.caseload, caseload.count > 0 else {
      throw SampleError(
        "there is no caseload to draw from: put an export of the children open to the services into the exports folder (docs/configuration.md says what it holds)"
      )
    }
    self.dataset = dataset
    register = nil
    self.period = period
    ofAnotherKind = []
  }

  private init(
    _ register: Register, _ table: RegisterTable, _ conditions: [DrawnFrom.Condition], period: Period?,
    _ dataset: Dataset
  ) throws(SampleError) {
    guard register.id != nil else {
      throw SampleError(
        "the register \u{201C}\(register.name)\u{201D} names no column with an id, so that nobody could find what is drawn: name it in qareport.yaml, as registers: {\(register.name): {id: Number}}"
      )
    }
    ofAnotherKind = try Self.ofAnotherKind(register, table, conditions, dataset)
    self.register = register
    self.period = period
    self.dataset = Self.asCaseload(table, dataset)
  }

  /// Why a row is not of what is drawn from; `nil` where it is.
  func reason(_ row: Int) -> SampleExclusion? {
    if ofAnotherKind.contains(row) { return .ofAnotherKind }
    guard let period, let caseload = dataset.caseload else { return nil }
    let day = register == nil ? caseload.planFinalised[row] : caseload.opened[row]
    return day.map(period.contains) ?? false ? nil : .ofAnotherTime
  }

  private static func ofAnotherKind(
    _ register: Register, _ table: RegisterTable, _ conditions: [DrawnFrom.Condition], _ dataset: Dataset
  ) throws(SampleError) -> Set<Int> {
    var others: Set<Int> = []
    for condition in conditions {
      let folded = Spelling.folded(condition.column)
      guard let column = register.countBy.firstIndex(where: { Spelling.folded($0) == folded }) else {
        throw SampleError(
          "the register \u{201C}\(register.name)\u{201D} is not counted by \u{201C}\(condition.column)\u{201D}, by which its records are drawn: there are \(register.countBy.joined(separator: ", ")) (audit_types, drawn_from)"
        )
      }
      let wanted = Set(condition.values.map(Spelling.folded))
      for row in 0..<table.count {
        let value = table.values[column][row].map { dataset.names.registerValues.name($0) }
        if !(value.map { wanted.contains(Spelling.folded($0)) } ?? false) { others.insert(row) }
      }
    }
    return others
  }

  private static func asCaseload(_ table: RegisterTable, _ dataset: Dataset) -> Dataset {
    var dataset = dataset
    var caseload = CaseloadTable()
    caseload.origin = table.origin
    caseload.service = table.service
    caseload.opened = table.date
    let blank = CodeColumn(repeating: .blank, count: table.count)
    (caseload.team, caseload.worker) = (blank, blank)
    (caseload.sex, caseload.ethnicity, caseload.disability) = (blank, blank, blank)
    for row in 0..<table.count {
      if let id = table.id[row] {
        caseload.child.append(dataset.names.children.code(for: dataset.names.records.name(id)))
      } else {
        caseload.child.append(missing: .blank)
      }
      let says = table.values.compactMap { column in
        column[row].map { dataset.names.registerValues.name($0) }
      }
      if says.isEmpty {
        caseload.levelOfNeed.append(missing: .blank)
      } else {
        let name = says.joined(separator: ", ")
        caseload.levelOfNeed.append(dataset.names.levelsOfNeed.code(for: name))
      }
      caseload.closed.append(missing: .blank)
      caseload.planFinalised.append(missing: .blank)
      caseload.age.append(missing: .blank)
    }
    dataset.caseload = caseload
    return dataset
  }

  private static func nothing(_ type: AuditType, _ from: DrawnFrom) -> SampleError {
    let ways = [
      from.isPlanFinalised
        ? "a caseload with the days on which plans were finalised (ehcp_finalised_date)" : nil,
      from.register.map { "an export of the register \u{201C}\($0)\u{201D}" },
    ].compactMap(\.self)
    return SampleError(
      "there is nothing to draw \u{201C}\(type.term.name)\u{201D} from: put \(ways.joined(separator: ", or ")) into the exports folder, or say with --level or --team which children of the caseload are meant"
    )
  }
}
