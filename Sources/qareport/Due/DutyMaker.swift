import Analysis
import ArgumentParser
import QAModel

/// Makes the pack of a duty, as the report's own command would.
struct DutyMaker {
  let pipeline: Pipeline
  /// The folder of all packs, where one was named.
  let out: String?

  enum Result {
    case made
    case madeWithDataProblems
    case failed
    /// No command makes this report.
    case unknown
  }

  func make(_ pack: DutyPack) -> Result {
    guard pack.report == ReportKind.quarterly.rawValue, pack.service == nil else { return .unknown }
    let request = AnalysisRequest(period: pack.period, asAt: pack.period.last, audience: pack.audience)
    do {
      try pipeline.makePack(
        PackOrder(request: request, out: out, formats: Set(ReportFormat.allCases), isStrict: false))
      return .made
    } catch let status as ExitCode where status == ExitStatus.dataProblems {
      return .madeWithDataProblems
    } catch {
      return .failed
    }
  }
}
