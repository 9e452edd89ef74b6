import QAModel

/// How a sample's rules are said.
struct SampleWording {
  let request: SampleRequest

  init(_ request: SampleRequest) { self.request = request }

  /// `closed by 1 October 2025`, behind a number of children.
  func left(_ reason: SampleExclusion) -> String {
    let day = request.day.long
    let openMonths = request.openMonths ?? request.kind.openMonths ?? 0
    return switch reason {
    case .noChild: "without an id that can be read"
    case .repeated: "in another row of the same child"
    case .noOpeningDate: "without a date of opening"
    case .notOpenYet: "opened after \(day)"
    case .closed: "closed by \(day)"
    case .outsideScope: "of other services, teams or levels of need than asked for"
    case .openTooShort: "open for less than \(Self.months(openMonths))"
    case .auditUnderWay: "with an audit allocated and not completed"
    case .lookedAtBefore:
      "\(request.kind == .dipSample ? "dip-sampled" : "audited") in the \(Self.months(request.notAgainMonths)) before"
    case .noTeam: "without a team, so that no auditor can be shown to be of another"
    }
  }

  /// `team and level of need`.
  var strata: String { Wording.listed(request.strata.map(\.words)) }

  static func months(_ months: Int) -> String { months == 1 ? "1 month" : "\(months) months" }
}
