import QAModel

/// How a sample's rules are said.
struct SampleWording {
  let request: SampleRequest
  let frame: SampleFrame

  init(_ request: SampleRequest, _ frame: SampleFrame) {
    self.request = request
    self.frame = frame
  }

  /// What is drawn.
  var one: String { frame.register == nil ? "child" : "record" }
  var many: String { frame.register == nil ? "children" : "records" }

  /// What is drawn from: `the caseload`, `the register EHC plans`.
  var source: String { frame.register.map { "the register \($0.name)" } ?? "the caseload" }

  /// What an axis is called: of a register's records *level of need* is what they are counted by.
  func title(_ axis: SampleAxis) -> String {
    guard let register = frame.register, axis == .levelOfNeed else { return axis.title }
    return register.countBy.joined(separator: ", ")
  }

  /// In the middle of a sentence.
  func words(_ axis: SampleAxis) -> String { Wording.lowercasedFirst(title(axis)) }

  /// Which of them a sample is held against, as a column is headed: `Children open`.
  var open: String {
    frame.register != nil ? "Records" : frame.period == nil ? "Children open" : "Children with a plan"
  }

  /// `closed by 1 October 2025`, behind a number of children.
  func left(_ reason: SampleExclusion) -> String {
    let day = request.day.long
    let openMonths = request.openMonths ?? request.kind.openMonths ?? 0
    let isRegister = frame.register != nil
    return switch reason {
    case .noChild: "without an id that can be read"
    case .repeated: "in another row of the same \(one)"
    case .noOpeningDate: isRegister ? "without a date" : "without a date of opening"
    case .notOpenYet: isRegister ? "dated after \(day)" : "opened after \(day)"
    case .closed: "closed by \(day)"
    case .outsideScope:
      isRegister
        ? "of other services or kinds than asked for"
        : "of other services, teams or levels of need than asked for"
    case .ofAnotherKind: "of another kind than is drawn"
    case .ofAnotherTime: isRegister ? "not dated \(when)" : "without a plan finalised \(when)"
    case .openTooShort: "open for less than \(Self.months(openMonths))"
    case .auditUnderWay: "with an audit allocated and not completed"
    case .lookedAtBefore:
      "\(request.kind == .dipSample ? "dip-sampled" : "audited") in the \(Self.months(request.notAgainMonths)) before"
    case .noTeam: "without a team, so that no auditor can be shown to be of another"
    }
  }

  /// `in December 2025`, `from 29 December 2025 to 4 January 2026`.
  private var when: String {
    guard let period = frame.period else { return "" }
    return period.kind == .range ? "from \(period.title)" : "in \(period.title)"
  }

  /// `team and level of need`.
  var strata: String { Wording.listed(request.strata.map(words)) }

  static func months(_ months: Int) -> String { months == 1 ? "1 month" : "\(months) months" }
}
