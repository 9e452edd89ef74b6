public import QAModel

/// What an audience may see. A step between the figures and the report, so that no sentence, chart or table is ever
/// made from more. `docs/disclosure.md` gives the rules and why they are enough.
public enum Disclosure {
  /// The findings as the audience of the request may see them: all of them for `internal` and `board`, whose names
  /// `Dataset.disclosed(to:)` withholds; for `public` the figures of the closed list, small ones withheld, and no
  /// readings, which would tell what figures that are withheld lie between.
  ///
  /// Throws where a public report could be subtracted from another: its period must be a quarter, told as at its last
  /// day.
  public static func disclose(_ findings: Findings, framework: Framework, request: AnalysisRequest)
    throws(DisclosureRefusal) -> Findings
  {
    switch request.audience {
    case .internal, .board: return findings
    case .public:
      guard request.isWholeQuarterly else {
        throw DisclosureRefusal(reason: .report(request.report.name))
      }
      guard case .quarter = request.period.kind else {
        throw DisclosureRefusal(reason: .period(request.period))
      }
      guard request.asAt == request.period.last else {
        throw DisclosureRefusal(reason: .asAt(request.asAt, last: request.period.last))
      }
      return Findings(
        figures: PublishedFigures.make(findings.figures, framework), triangulation: Triangulation(areas: []))
    }
  }
}

/// A public report was asked for from which, beside another one, withheld numbers could be worked back.
public struct DisclosureRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Reason: Sendable, Hashable {
    /// Not the quarterly report on all services: nothing is known of what it and that one tell together.
    case report(String)
    /// Not a quarter: it overlaps other reports.
    case period(Period)
    /// Told as at another day than the quarter's last: two of one quarter could be subtracted.
    case asAt(CalendarDate, last: CalendarDate)
  }

  public var reason: Reason

  public init(reason: Reason) { self.reason = reason }

  public var description: String {
    switch reason {
    case .report(let name):
      "a public report \(name) is not made: only the quarterly report on all services is published, because numbers "
        + "withheld from it could be worked back from another report on the same days. Leave out --audience public"
    case .period(let period):
      "a public report of \(period.slug) is not made: only quarters are published, as 2025-26-Q3, because numbers "
        + "withheld from one report could be worked back from another that covers some of the same days"
    case .asAt(let day, let last):
      "a public report as at \(day.long) is not made: a quarter is published once, as at its last day (\(last.long)), "
        + "because numbers withheld from one report could be worked back from another of the same quarter. Leave out "
        + "--as-at"
    }
  }
}
