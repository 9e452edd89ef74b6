import Analysis
import ArgumentParser
import Ingest
import QAModel

/// What pack is wanted, in the words it was asked for.
struct PackOrder {
  /// The report's name: `quarterly`, `front-door`.
  let report: String
  let period: Period
  /// `nil`: the period's last day.
  var asAt: CalendarDate?
  /// `nil`: the report's own.
  var audience: Audience?
  /// The one service it is about, as somebody spells it.
  var service: String?
  /// The folder of all packs, where one was named.
  var out: String?
  var formats = Set(ReportFormat.allCases)
  var isStrict = false
}

/// An order as a framework understands it.
struct PackPlan {
  let order: PackOrder
  let definition: ReportDefinition
  let audience: Audience
  /// The one service it is about, by the framework's name for it, else as it was asked for: it may be in the exports alone.
  var service: String?
  /// What the folder's name says of the service, where its own name alone would be another's too.
  var serviceSlug: String?

  init(_ order: PackOrder, framework: Framework) throws(PackRefusal) {
    guard let definition = framework.report(named: order.report) else {
      throw PackRefusal.report(order.report, framework)
    }
    self.order = order
    self.definition = definition
    audience = order.audience ?? definition.audience
    guard let asked = order.service else { return }
    let spelling = Spelling.folded(asked)
    let known = framework.services.firstIndex { term in
      ([term.name] + term.synonyms).contains { Spelling.folded($0) == spelling }
    }
    if !definition.services.isEmpty, known.map({ !definition.services.contains($0) }) ?? true {
      throw PackRefusal.notItsService(asked, definition, framework)
    }
    service = known.map { framework.services[$0].name } ?? asked
  }

  /// Whether it is a pack for each service.
  var isForEachService: Bool { definition.isPerService && service == nil }

  /// `quarterly-2025-26-Q3`, with the service behind it where it is about one, and the audience where it is not the
  /// report's own.
  var name: String {
    var parts = [definition.name, order.period.slug]
    if let service { parts.append(serviceSlug ?? Slug.make(service)) }
    if audience != definition.audience { parts.append(audience.rawValue) }
    return parts.joined(separator: "-")
  }

  /// What is asked of the analysis.
  func request(_ framework: Framework, _ services: NameTable) throws(PackRefusal) -> AnalysisRequest {
    var codes = definition.services.map { UInt32($0) }
    if let service {
      let spelling = Spelling.folded(service)
      guard let code = services.names.firstIndex(where: { Spelling.folded($0) == spelling }) else {
        throw PackRefusal.service(service, services.names)
      }
      codes = [UInt32(code)]
    }
    let isOfYear = if case .year = order.period.kind { definition.kind == .annual } else { false }
    return AnalysisRequest(
      period: order.period, asAt: order.asAt ?? order.period.last, audience: audience,
      // A year's report has its quarters beside it, and the year before.
      periodsBefore: isOfYear ? 1 : 7, report: definition,
      scope: ReportScope(services: codes, auditTypes: definition.auditTypes))
  }
}

/// Why an order cannot be met, and what to write instead.
struct PackRefusal: Error, CustomStringConvertible {
  let description: String

  static func report(_ name: String, _ framework: Framework) -> PackRefusal {
    let names = framework.reports.map(\.name)
    return PackRefusal(
      "'\(Console.printable(name))' is no report of \(framework.authority)",
      name, names, all: "Its reports are")
  }

  static func service(_ name: String, _ services: [String]) -> PackRefusal {
    PackRefusal(
      "'\(Console.printable(name))' is no service of the framework or the exports", name, services,
      all: "The services are")
  }

  static func notItsService(_ name: String, _ report: ReportDefinition, _ framework: Framework) -> PackRefusal
  {
    PackRefusal(
      "the report \(report.name) is not about '\(Console.printable(name))'", name,
      report.services.map { framework.services[$0].name }, all: "It is about")
  }

  init(_ text: String) { description = text }

  private init(_ what: String, _ name: String, _ names: [String], all: String) {
    let shown = Console.printable(names.prefix(40).joined(separator: ", "))
    description =
      Spelling.nearest(name, in: names).map { "\(what). Did you mean \(Console.printable($0))?" }
      ?? (names.isEmpty ? what + "." : "\(what). \(all) \(shown).")
  }
}

/// The formats a report is written in, by the names `--format` takes.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case xlsx, html, md, data
}
