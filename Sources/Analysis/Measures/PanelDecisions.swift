import QAModel

/// What a panel decides of an action, as its log says in whatever words.
enum PanelDecision: Int, CaseIterable {
  case signOff, returnToPanel, deEscalate, followUp, other

  var name: String {
    switch self {
    case .signOff: "sign off"
    case .returnToPanel: "return to panel"
    case .deEscalate: "de-escalate"
    case .followUp: "follow-up report"
    case .other: "other decision"
    }
  }

  /// By the words that tell it: `Signed off`, `To return to panel`, `De-escalated`, `Follow up report for information`.
  init(_ text: String) {
    let folded = Spelling.folded(text)
    let has = { (words: [String]) in words.contains { folded.contains($0) } }
    // A return with a follow-up report is a return; what is not signed off is no sign-off.
    if has(["return", "bringback", "comeback"]) {
      self = .returnToPanel
    } else if has(["deescalat"]) {
      self = .deEscalate
    } else if has(["followup", "forinformation"]) {
      self = .followUp
    } else if has(["signoff", "signedoff"]), !has(["notsign"]) {
      self = .signOff
    } else {
      self = .other
    }
  }
}

/// What the action log says across meetings: the panel's decisions, what was returned and has not come back, and what
/// stands on the corporate risk register (KI-2).
struct PanelLog {
  let actions: ActionTable
  /// By code of word.
  private let decisions: [PanelDecision]

  init(_ dataset: Dataset) {
    actions = dataset.actions ?? ActionTable()
    let used = Set((0..<actions.count).compactMap { dataset.actions?.panelDecision[$0] })
    decisions = dataset.names.words.names.enumerated().map { code, name in
      used.contains(UInt32(code)) ? PanelDecision(name) : .other
    }
  }

  func decision(_ row: Int) -> PanelDecision? {
    actions.panelDecision[row].map { decisions[Int($0)] }
  }

  /// Returned by then, with neither another decision nor a completion since. An action has one decision, its latest.
  func isOutstanding(_ row: Int, at close: CalendarDate) -> Bool {
    guard decision(row) == .returnToPanel, let decided = actions.decided[row], decided <= close else {
      return false
    }
    return actions.completed[row].map { $0 < decided || $0 > close } ?? true
  }

  /// Flagged for the risk register, raised by then and not completed.
  func isOnRiskRegister(_ row: Int, at close: CalendarDate) -> Bool {
    guard actions.riskRegister[row] == .yes, actions.raised[row].map({ $0 <= close }) ?? true else {
      return false
    }
    return actions.completed[row].map { $0 > close } ?? true
  }

  /// Whether the log records anything of the kind at all.
  var isKept: Bool {
    (0..<actions.count).contains { actions.panelDecision[$0] != nil || actions.riskRegister[$0] == .yes }
  }
}

/// The panel's decisions by the day of each, and at a period's close what was returned and is not back and what stands on
/// the risk register.
struct PanelDecisions: Measure {
  let isSupplied: Bool
  let rowCount: Int
  private let log: PanelLog
  private let index: PeriodIndex
  private let serviceCount: Int

  init(_ dataset: Dataset, _ index: PeriodIndex) {
    log = PanelLog(dataset)
    isSupplied = dataset.actions != nil
    rowCount = log.actions.count
    self.index = index
    serviceCount = dataset.names.services.count
  }

  var dataset: DatasetKind { .actions }

  var grids: [GridShape] {
    [
      GridShape(measure: .actionsDecision),
      GridShape(
        measure: .actionsDecision, first: .axis(.decision, places: PanelDecision.allCases.count),
        totals: [
          { key in
            var total = key
            total.first = nil
            return total
          }
        ]), GridShape(measure: .actionsReturned), GridShape(measure: .actionsRiskRegister),
    ]
  }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    let service = log.actions.service[row].map(Int.init) ?? serviceCount
    if let decision = log.decision(row), let period = index.position(happened: log.actions.decided[row]) {
      sink.mark(0, period: period, service: service)
      sink.mark(1, period: period, service: service, place: decision.rawValue)
    }
    for (period, close) in index.closes.enumerated() {
      if log.isOutstanding(row, at: close) { sink.mark(2, period: period, service: service) }
      if log.isOnRiskRegister(row, at: close) { sink.mark(3, period: period, service: service) }
    }
  }
}
