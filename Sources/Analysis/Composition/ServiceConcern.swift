import QAModel

/// What there is to worry about in one service, so that services can be put in order of it.
///
/// Confirmed concerns weigh before claimed declines, these before strands that do not fit together, these before
/// indicators off target, these before overdue actions: what is shown by several sources goes before what one shows.
/// Nothing is added up across kinds, and no score is made.
struct ServiceConcern {
  let service: UInt32
  /// Areas of practice whose strands confirm a concern.
  let concerns: [AreaFinding]
  /// Falls that are more than chance.
  let declines: [ProportionChange]
  /// Areas of practice whose strands say different things.
  let mismatches: [AreaFinding]
  /// Positions of indicators.
  let offTarget: [Int]
  let actionsOverdue: Cell

  /// - Parameter worries: those of all services.
  private init(_ service: UInt32, _ worries: [AreaFinding], _ context: ReportContext) {
    self.service = service
    let worries = worries.filter { $0.reading.service == service }
    concerns = worries.filter { $0.reading.joint == .confirmedConcern }
    mismatches = worries.filter { $0.reading.joint != .confirmedConcern }
    declines = context.changes.claimed.filter { $0.direction == .declined && $0.figure.service == service }
    offTarget = context.framework.indicators.indices.filter {
      IndicatorReading($0, context, service: service).reading == .offTarget
    }
    actionsOverdue = context.cell(context.key(.actionsOverdue, service: service))
  }

  /// Services with a confirmed concern, a decline or strands that do not fit, the most worrying first.
  static func ranked(_ context: ReportContext) -> [ServiceConcern] {
    let worries = context.worries()
    return context.services.map { ServiceConcern($0, worries, context) }
      .filter { !$0.concerns.isEmpty || !$0.declines.isEmpty || !$0.mismatches.isEmpty }
      .sorted { left, right in
        for (first, second) in zip(left.weights, right.weights) where first != second {
          return first > second
        }
        return left.service < right.service
      }
  }

  private var weights: [Int] {
    [concerns.count, declines.count, mismatches.count, offTarget.count, overdue]
  }

  private var overdue: Int { if case .count(let number) = actionsOverdue.value { number } else { 0 } }

  /// `1 confirmed concern (Assessment), 1 decline (…), 2 indicators off target and 2 actions overdue`.
  func reasons(_ context: ReportContext) -> Sentence {
    var reasons: [Sentence] = []
    if !concerns.isEmpty {
      reasons.append(
        "\(Self.counted(concerns, "confirmed concern", "confirmed concerns")) (\(Self.areas(concerns)))")
    }
    if !declines.isEmpty {
      let names = declines.map { $0.figure.first.map { context.figures.names.name($0) } ?? "a share" }
      reasons.append(
        "\(Self.counted(declines, "decline", "declines")) beyond chance (\(Wording.listed(names)))")
    }
    if !mismatches.isEmpty {
      reasons.append(
        "\(Self.counted(mismatches, "area", "areas")) whose strands do not fit (\(Self.areas(mismatches)))")
    }
    if !offTarget.isEmpty {
      let cells = offTarget.map { position -> Sentence in
        let key = context.key(.indicatorValue, service: service, first: context.place(.indicator, position))
        let indicator = context.framework.indicators[position]
        return "\(indicator.term.name) \(context.cell(key))\(indicator.unit == .percent ? "%" : "")"
      }
      reasons.append("off target \(Wording.listed(cells))")
    }
    if overdue > 0 { reasons.append(Wording.counted(actionsOverdue, "action overdue", "actions overdue")) }
    return Wording.listed(reasons)
  }

  /// The names of areas, with what each rests on.
  private static func areas(_ findings: [AreaFinding]) -> Sentence {
    var areas: Sentence = "\(Wording.listed(findings.map(\.areaName)))"
    areas.cites = findings.compactMap(\.figure)
    return areas
  }

  private static func counted(_ items: [some Any], _ one: String, _ many: String) -> Sentence {
    Wording.counted(items.count, one, many)
  }
}
