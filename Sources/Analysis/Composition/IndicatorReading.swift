import QAModel

/// An indicator held against its target and tolerance, by its polarity.
struct IndicatorReading {
  enum Reading {
    case onTarget, withinTolerance, offTarget, noTarget, noFigure

    var value: Value {
      switch self {
      case .onTarget: .text("On target")
      case .withinTolerance: .text("Within tolerance")
      case .offTarget: .text("Off target")
      case .noTarget: .notApplicable
      case .noFigure: .notAvailable
      }
    }

    /// Whether there was a figure and a target to hold it against.
    var isRead: Bool {
      switch self {
      case .onTarget, .withinTolerance, .offTarget: true
      case .noTarget, .noFigure: false
      }
    }

    var tone: Cell.Tone? {
      switch self {
      case .onTarget: .good
      case .withinTolerance: .middling
      case .offTarget: .bad
      case .noTarget, .noFigure: nil
      }
    }
  }

  let name: String
  let reading: Reading

  /// The indicator at a position of the framework's list: for all services in the report's period unless said otherwise.
  init(_ position: Int, _ context: ReportContext, service: UInt32? = nil, periodsBack: Int = 0) {
    let indicator = context.framework.indicators[position]
    name = indicator.term.name
    let key = context.key(
      .indicatorValue, service: service, first: context.place(.indicator, position), periodsBack: periodsBack)
    if case .value(let value, _, _, _) = context.outcome(key) {
      reading = Self.read(value, indicator)
    } else {
      reading = .noFigure
    }
  }

  static func all(_ context: ReportContext) -> [IndicatorReading] {
    context.framework.indicators.indices.map { IndicatorReading($0, context) }
  }

  static func read(_ value: Double, _ indicator: Indicator) -> Reading {
    guard let target = indicator.target, indicator.polarity != .neither else { return .noTarget }
    let shortfall = indicator.polarity == .highIsGood ? target - value : value - target
    if shortfall <= 0 { return .onTarget }
    return shortfall <= indicator.tolerance ? .withinTolerance : .offTarget
  }
}
