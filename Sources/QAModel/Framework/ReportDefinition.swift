/// A report that a framework asks for: what it is called, how often it is made, for whom, and what stands in it.
public struct ReportDefinition: Sendable, Hashable {
  /// What `qareport report NAME` and the pack's folder call it: `qpag`, `front-door`.
  public var name: String
  /// What its cover says.
  public var title: String
  public var kind: ReportKind
  /// The stretch of the calendar that one of them is about.
  public var period: PlanStretch
  public var audience: Audience
  /// In order. Empty: those of its kind, in the kind's order.
  public var sections: [SectionID]
  /// Whether there is one for each service.
  public var isPerService: Bool
  /// Positions in `Framework.services` of the only services it is about. Empty: all.
  public var services: [Int]
  /// Names of the only audit types it is about. Empty: all.
  public var auditTypes: [String]

  /// What is not given is that of the kind.
  public init(
    _ name: String, kind: ReportKind, title: String? = nil, period: PlanStretch? = nil,
    audience: Audience? = nil, sections: [SectionID] = [], isPerService: Bool? = nil,
    services: [Int] = [],
    auditTypes: [String] = []
  ) {
    self.name = name
    self.kind = kind
    self.title = title ?? kind.usualTitle
    self.period = period ?? kind.usualPeriod
    self.audience = audience ?? (kind == .board ? .board : .internal)
    self.sections = sections
    self.isPerService = isPerService ?? (kind == .highlight)
    self.services = services
    self.auditTypes = auditTypes
  }

  /// The reports that every framework has, whatever it says.
  public static let always = [ReportKind.quarterly, .annual, .highlight].map {
    ReportDefinition($0.rawValue, kind: $0)
  }
}

/// The kinds of report the program composes. Frameworks give them names, titles, periods and an order of their own.
public enum ReportKind: String, Sendable, CaseIterable, Hashable {
  case quarterly, annual
  /// One service for a panel or its head of service.
  case highlight
  /// A month for a panel or group that meets monthly: QPAG, QPN.
  case monthly
  /// For a board: improvement, strengthening services, safeguarding partnership.
  case board
  case moderation
  /// Which areas of practice improve, are strong or need strengthening, and the actions from audits.
  case dashboard
  case complaints
  /// Children's rights and advocacy.
  case rights
  /// Allegations against people who work with children.
  case lado
  /// Independent reviewing officers: escalations and disputes.
  case iro
  case fostering
  case send
  case earlyHelp = "early_help"
  case frontDoor = "front_door"
  case schools
  case practiceWeek = "practice_week"
  /// For service managers' learning events.
  case learning

  /// What its cover says where the framework says nothing.
  public var usualTitle: String {
    switch self {
    case .quarterly: "Quarterly quality assurance report"
    case .annual: "Annual quality assurance report"
    case .highlight: "Highlight report"
    case .monthly: "Monthly quality assurance report"
    case .board: "Quality assurance report to the board"
    case .moderation: "Moderation report"
    case .dashboard: "Audit dashboard"
    case .complaints: "Complaints and compliments report"
    case .rights: "Children's rights and advocacy report"
    case .lado: "LADO report"
    case .iro: "Independent reviewing officers' report"
    case .fostering: "Fostering report"
    case .send: "SEND quality assurance report"
    case .earlyHelp: "Early help report"
    case .frontDoor: "Front door report"
    case .schools: "Schools' safeguarding report"
    case .practiceWeek: "Practice week summary"
    case .learning: "Learning report"
    }
  }

  /// What a report of the kind is called on another stretch of time than its own: no quarter's, no year's.
  public var plainTitle: String {
    switch self {
    case .quarterly, .annual, .monthly: "Quality assurance report"
    default: usualTitle
    }
  }

  /// The stretch it is about where the framework says nothing.
  public var usualPeriod: PlanStretch {
    switch self {
    case .annual: .months(12)
    case .monthly, .dashboard, .lado, .send, .earlyHelp, .frontDoor: .months(1)
    case .moderation: .weeks(6)
    case .practiceWeek: .months(6)
    case .quarterly, .highlight, .board, .complaints, .rights, .iro, .fostering, .schools, .learning:
      .months(3)
    }
  }
}
