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
  }

  func make(_ pack: DutyPack) -> Result {
    do {
      try pipeline.makePack(
        PackOrder(
          report: pack.report, period: pack.period, audience: pack.audience, service: pack.service, out: out))
      return .made
    } catch let status as ExitCode where status == ExitStatus.dataProblems {
      return .madeWithDataProblems
    } catch {
      return .failed
    }
  }
}
