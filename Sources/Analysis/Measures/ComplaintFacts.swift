import QAModel

/// What the measures ask of a complaint's row: one reference and stage.
///
/// A row that does not say its type is a complaint, and one that does not say its procedure is a statutory one: that
/// is what the dataset is for.
final class ComplaintFacts: Sendable {
  let isSupplied: Bool
  let count: Int
  let index: PeriodIndex
  let outcome: ByteColumn<ComplaintTable.Outcome>
  let responded: DateColumn
  let received: DateColumn
  let category: CodeColumn
  let categoryCount: Int
  private let isChild: [Bool]
  private let madeBy: CodeColumn
  private let learning: TextColumn
  private let action: CodeColumn
  private let due: DateColumn
  /// By row: the highest stage its reference had begun by the as-at day.
  private let reached: [UInt8]
  private let stageColumn: ByteColumn<ComplaintTable.Stage>
  private let type: ByteColumn<ComplaintTable.ContactType>
  private let procedure: ByteColumn<ComplaintTable.Procedure>
  private let stageRequested: DateColumn
  private let stageStarted: DateColumn
  private let complex: AnswerColumn
  private let advocate: AnswerColumn
  private let extendedTo: DateColumn
  private let service: CodeColumn
  private let serviceCount: Int
  /// Whether the row is the one that stands for its reference.
  private let isFirstOfReference: [Bool]
  private let timescales: ComplaintTimescales
  private let workingDays: WorkingDayTable

  static let stages = 3

  init(_ dataset: Dataset, _ framework: Framework, _ index: PeriodIndex) {
    let table = dataset.complaints ?? ComplaintTable()
    isSupplied = dataset.complaints != nil
    count = table.count
    self.index = index
    outcome = table.outcome
    responded = table.responded
    received = table.received
    category = table.category
    categoryCount = dataset.names.complaintCategories.count
    madeBy = table.madeBy
    isChild = ComplaintMaker.areChildren(table.madeBy, dataset.names.words)
    learning = table.learning
    action = table.action
    due = table.due
    reached = Self.highestStages(table, references: dataset.names.complaints.count, asAt: index.asAt)
    stageColumn = table.stage
    type = table.type
    procedure = table.procedure
    stageRequested = table.stageRequested
    stageStarted = table.stageStarted
    complex = table.complex
    advocate = table.advocate
    extendedTo = table.extendedTo
    service = table.service
    serviceCount = dataset.names.services.count
    isFirstOfReference = Self.firstOfReferences(table, references: dataset.names.complaints.count)
    timescales = framework.complaints
    workingDays = WorkingDayTable(
      .englandAndWales(more: framework.moreHolidays),
      first: index.periods[index.count - 1].first.adding(months: -12), last: index.asAt.adding(months: 6))
  }

  /// A reference stands for itself once: in its row of the lowest stage, of several in the one received first.
  private static func firstOfReferences(_ table: ComplaintTable, references: Int) -> [Bool] {
    func rank(_ row: Int) -> (UInt8, Int32) {
      (table.stage[row]?.number ?? 0, table.received[row]?.dayNumber ?? .max)
    }
    var firstRows = [Int](repeating: -1, count: references)
    var isFirst = [Bool](repeating: false, count: table.count)
    for row in 0..<table.count {
      guard let reference = table.reference[row].map(Int.init) else {
        isFirst[row] = true
        continue
      }
      let before = firstRows[reference]
      if before >= 0, rank(before) <= rank(row) { continue }
      if before >= 0 { isFirst[before] = false }
      isFirst[row] = true
      firstRows[reference] = row
    }
    return isFirst
  }

  private static func highestStages(_ table: ComplaintTable, references: Int, asAt: CalendarDate) -> [UInt8] {
    var highest = [UInt8](repeating: 0, count: references)
    for row in 0..<table.count {
      guard let reference = table.reference[row].map(Int.init), let stage = table.stage[row]?.number,
        let began = table.stageStarted[row] ?? table.stageRequested[row] ?? table.received[row], began <= asAt
      else { continue }
      highest[reference] = max(highest[reference], stage)
    }
    return (0..<table.count).map { row in
      table.reference[row].map { highest[Int($0)] } ?? table.stage[row]?.number ?? 0
    }
  }

  func service(_ row: Int) -> Int { self.service[row].map(Int.init) ?? serviceCount }
  func standsForReference(_ row: Int) -> Bool { isFirstOfReference[row] }

  func isCompliment(_ row: Int) -> Bool { type[row] == .compliment }
  func isStatutory(_ row: Int) -> Bool { isComplaint(row) && procedure[row] != .corporate }
  func isCorporate(_ row: Int) -> Bool { isComplaint(row) && procedure[row] == .corporate }
  func isRepresentation(_ row: Int) -> Bool { type[row] == .representation }
  func isEnquiry(_ row: Int) -> Bool { type[row] == .enquiry }

  /// Whether a child or young person made it themselves, as far as the export's words tell.
  func isMadeByChild(_ row: Int) -> Bool { madeBy[row].map { isChild[Int($0)] } ?? false }
  var saysWhoMadeIt: Bool { (0..<count).contains { madeBy[$0] != nil } }
  var saysWhetherAdvocate: Bool { (0..<count).contains { advocate[$0] != nil } }
  func hasAdvocate(_ row: Int) -> Bool { advocate[row] == .yes }

  /// Whether the complaint had gone on to a stage by the as-at day.
  func hasReached(stage: UInt8, _ row: Int) -> Bool { reached[row] >= stage }

  /// Whether learning is written down, or an action is named.
  func recordsLearning(_ row: Int) -> Bool { !learning.isBlank(row) || action[row] != nil }

  /// The day a corporate complaint was to be answered by: no law sets one, so that it is the export's own.
  func corporateLimit(_ row: Int) -> CalendarDate? { extendedTo[row] ?? due[row] }

  private func isComplaint(_ row: Int) -> Bool { type[row].map { $0 == .complaint } ?? true }

  /// Place on the stage axis.
  func stage(_ row: Int) -> Int? { stageColumn[row].map { Int($0.number) - 1 } }

  /// The day a stage belongs to its period by.
  func stageDate(_ row: Int) -> CalendarDate? { stageStarted[row] ?? received[row] }

  /// Withdrawn without a day of answer: neither answered nor waiting for one.
  func isWithdrawn(_ row: Int) -> Bool { outcome[row] == .withdrawn && responded[row] == nil }

  /// Whether the stage's time is the longer one: at stage 1 because the complaint is complex or an advocate is being
  /// found, at stage 2 because it was extended.
  func isExtended(_ row: Int) -> Bool {
    switch stage(row) {
    case 0: complex[row] == .yes || advocate[row] == .yes
    case 1: extendedTo[row] != nil
    default: false
    }
  }

  /// The last day on which a statutory complaint's stage is answered in time, or `nil` where the row has no stage or
  /// no day to count from.
  ///
  /// Counted from the request for the stage, else its start, else the complaint's receipt. Stage 1: 10 working days, 20
  /// if extended. Stage 2: 25, or the day it was extended to but no more than 65. Stage 3: the panel, its report and
  /// the response together (Children Act 1989 Representations Procedure (England) Regulations 2006, regulations 14,
  /// 17, 19 and 20; the days are the framework's).
  func limit(_ row: Int) -> CalendarDate? {
    guard let stage = stage(row), let start = stageRequested[row] ?? stageDate(row) else { return nil }
    let after = { (days: Int) in self.workingDays.adding(workingDays: days, to: start) }
    switch stage {
    case 0: return after(isExtended(row) ? timescales.stage1Complex : timescales.stage1)
    case 1:
      let usual = after(timescales.stage2)
      guard let extended = extendedTo[row] else { return usual }
      return min(max(extended, usual), after(timescales.stage2Extended))
    default: return after(timescales.stage3Panel + timescales.stage3Report + timescales.stage3Response)
    }
  }
}

protocol ComplaintMeasure: Measure {
  var facts: ComplaintFacts { get }
}

extension ComplaintMeasure {
  var dataset: DatasetKind { .complaints }
  var isSupplied: Bool { facts.isSupplied }
  var rowCount: Int { facts.count }
  var stageAxis: GridShape.Breakdown { .axis(.stage, places: ComplaintFacts.stages) }
}
