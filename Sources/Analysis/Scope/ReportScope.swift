public import QAModel

/// The part of an authority's work that a report is about: all of it, or some services and types of audit.
///
/// Rows outside it count in no figure of the report. They stay where they are for what looks across it: a re-audit is
/// compared with the audit before whichever service that was of.
public struct ReportScope: Sendable, Hashable {
  /// Codes in `names.services`, in order. Empty: all, and what belongs to none.
  public let services: [UInt32]
  /// Names of types of audit, as the framework has them. Empty: all.
  public let auditTypes: [String]

  public static let everything = ReportScope()

  public init(services: [UInt32] = [], auditTypes: [String] = []) {
    self.services = services.sorted()
    self.auditTypes = auditTypes
  }

  public var isEverything: Bool { services.isEmpty && auditTypes.isEmpty }

  /// The service, where the report is about one alone: its figures then stand where those of all services would.
  var onlyService: UInt32? { services.count == 1 ? services[0] : nil }

  /// What the figures of the whole report are of: `Early Help`; `nil` where that is all services.
  func name(_ names: [String]) -> String? {
    services.isEmpty ? nil : Wording.listed(services.map { names[Int($0)] })
  }

  /// Whether a service's work is in it. What belongs to no service is in the whole alone.
  func includes(service: UInt32?) -> Bool {
    services.isEmpty || service.map(services.contains) ?? false
  }

  /// The services whose figures are made: all together first, then each. One alone has the whole's.
  func shownServices(of count: Int) -> [UInt32?] {
    switch services.count {
    case 0: [nil] + (0..<UInt32(count)).map(Optional.some)
    case 1: [nil]
    default: [nil] + services.map(Optional.some)
    }
  }
}

/// Which rows of each table are in a report's scope.
struct ScopeRows: Sendable {
  /// By dataset; a dataset that is not there has no limits.
  private let included: [DatasetKind: [Bool]]

  init(_ dataset: Dataset, _ scope: ReportScope) {
    guard !scope.isEverything else {
      included = [:]
      return
    }
    // A type that no audit is of has no code: then none is in scope.
    let types = Set(scope.auditTypes.compactMap(dataset.names.auditTypes.existingCode))
    func rows(_ service: CodeColumn?, and also: (Int) -> Bool = { _ in true }) -> [Bool]? {
      service.map { column in
        (0..<column.count).map { scope.includes(service: column[$0]) && also($0) }
      }
    }
    var included: [DatasetKind: [Bool]] = [:]
    included[.audits] = rows(dataset.audits?.service) { row in
      scope.auditTypes.isEmpty || dataset.audits?.auditType[row].map(types.contains) ?? false
    }
    included[.dipSamples] = rows(dataset.dipSamples?.service)
    included[.complaints] = rows(dataset.complaints?.service)
    included[.performance] = rows(dataset.performance?.service)
    included[.observations] = rows(dataset.observations?.service)
    included[.supervisionAudits] = rows(dataset.supervisionAudits?.service)
    included[.feedback] = rows(dataset.feedback?.service)
    included[.actions] = rows(dataset.actions?.service)
    included[.activity] = rows(dataset.activity?.service)
    included[.caseload] = rows(dataset.caseload?.service)
    for (name, register) in dataset.registers { included[.register(name)] = rows(register.service) }
    self.included = included
  }

  func contains(_ row: Int, of kind: DatasetKind) -> Bool { included[kind].map { $0[row] } ?? true }

  /// The measure, counting the rows of the scope alone.
  func limited(_ measure: any Measure) -> any Measure {
    included[measure.dataset].map { ScopedMeasure(base: measure, included: $0) } ?? measure
  }
}

/// A measure of the rows in a report's scope.
struct ScopedMeasure: Measure {
  let base: any Measure
  let included: [Bool]

  var dataset: DatasetKind { base.dataset }
  var isSupplied: Bool { base.isSupplied }
  var rowCount: Int { base.rowCount }
  var grids: [GridShape] { base.grids }

  func mark<Sink: MarkSink>(_ row: Int, into sink: inout Sink) {
    if included[row] { base.mark(row, into: &sink) }
  }
}

extension Dataset {
  /// What a report of the scope may tell record by record: composition lists actions and counts answers without a day.
  func limited(to scope: ReportScope) -> Dataset {
    guard !scope.services.isEmpty else { return self }
    let rows = ScopeRows(self, scope)
    var limited = self
    if let actions {
      limited.actions?.keep((0..<actions.count).filter { rows.contains($0, of: .actions) })
    }
    if let feedback {
      limited.feedback?.keep((0..<feedback.count).filter { rows.contains($0, of: .feedback) })
    }
    return limited
  }
}

/// The services that have a report of their own.
public enum ServicesWithPages {
  /// Codes of the services in a request's scope with enough records in its period for a page.
  public static func codes(of dataset: Dataset, framework: Framework, request: AnalysisRequest) -> [UInt32] {
    var request = request
    request.periodsBefore = 0
    // One service alone has no figures beside the whole's.
    let scope = request.scope
    request.scope = ReportScope(auditTypes: scope.auditTypes)
    let activity = ServiceActivity(
      figures: FigureMaker(dataset: dataset, framework: framework, request: request).figures())
    return dataset.names.services.names.indices.map { UInt32($0) }.filter {
      scope.includes(service: $0) && activity.records(of: $0) >= framework.thresholds.fewestForServicePage
    }
  }
}
