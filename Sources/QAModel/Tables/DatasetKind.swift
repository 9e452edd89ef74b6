/// The kinds of export the program knows, by the names that `qareport.yaml` uses.
public enum DatasetKind: Sendable, Hashable {
  case audits, dipSamples, complaints, performance, observations, supervisionAudits, feedback, actions
  case activity, caseload, staff
  /// The lists of which authorities are like which.
  case neighbours
  /// One of the framework's registers, by its name.
  case register(String)
}

/// Without the registers, of which each framework has its own.
extension DatasetKind: CaseIterable {
  public static let allCases: [DatasetKind] = [
    .audits, .dipSamples, .complaints, .performance, .observations, .supervisionAudits, .feedback, .actions,
    .activity, .caseload, .staff, .neighbours,
  ]
}

extension DatasetKind: RawRepresentable {
  private static let registerPrefix = "register:"

  public var rawValue: String {
    switch self {
    case .audits: "audits"
    case .dipSamples: "dip_samples"
    case .complaints: "complaints"
    case .performance: "performance"
    case .observations: "observations"
    case .supervisionAudits: "supervision_audits"
    case .feedback: "feedback"
    case .actions: "actions"
    case .activity: "activity"
    case .caseload: "caseload"
    case .staff: "staff"
    case .neighbours: "neighbours"
    case .register(let name): "\(Self.registerPrefix) \(name)"
    }
  }

  /// A register is `register: NAME`.
  public init?(rawValue: String) {
    if let known = Self.allCases.first(where: { $0.rawValue == rawValue }) {
      self = known
      return
    }
    guard rawValue.hasPrefix(Self.registerPrefix) else { return nil }
    let name = rawValue.dropFirst(Self.registerPrefix.count).drop { $0 == " " }
    guard !name.isEmpty else { return nil }
    self = .register(String(name))
  }
}
