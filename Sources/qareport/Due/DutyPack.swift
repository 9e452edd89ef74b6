import QAModel

/// A pack that a duty asks for, found in the folder of all packs by its name and what its manifest says.
struct DutyPack: Hashable {
  let report: String
  let period: Period
  /// `nil`: all services.
  let service: String?
  let audience: Audience
  /// Whether the report is for that audience unless another is asked for.
  let isUsualAudience: Bool

  /// `highlight-2025-26-Q3-early-help-board`, as `PackPlan` names it.
  var name: String {
    ([report, period.slug]
      + [service.map(Slug.make), isUsualAudience ? nil : audience.rawValue]
      .compactMap(\.self)).joined(separator: "-")
  }

  /// The as-at day of the pack that stands there; `nil` where none does, or something else.
  func made(in folder: String) -> CalendarDate? {
    guard let manifest = try? PackManifest(folder: "\(folder)/\(name)"), manifest.period.slug == period.slug,
      manifest.audience == audience
    else { return nil }
    return manifest.asAt
  }
}

extension Duty {
  /// One, or one for each service.
  func packs(_ framework: Framework) -> [DutyPack] {
    let isUsual = framework.report(named: report)?.audience == audience
    return (services.isEmpty ? [nil] : services.map { Optional($0) }).map {
      DutyPack(report: report, period: period, service: $0, audience: audience, isUsualAudience: isUsual)
    }
  }
}

/// How far a duty is on a day.
struct DutyState {
  enum Progress: Int, Comparable {
    case late, due, made, notYet
    static func < (left: Progress, right: Progress) -> Bool { left.rawValue < right.rawValue }
  }

  let duty: Duty
  let progress: Progress
  /// Packs that are there and whole, with their as-at days.
  let made: [(pack: DutyPack, asAt: CalendarDate)]
  /// Those that can be made and are not, or were made before their period was over.
  let missing: [DutyPack]

  /// - Parameter folder: that of all packs.
  init(_ duty: Duty, of framework: Framework, on day: CalendarDate, in folder: String) {
    self.duty = duty
    let found = duty.packs(framework).map { ($0, $0.made(in: folder)) }
    // A report as at a day within its period is a draft.
    made = found.compactMap { pack, asAt in asAt.flatMap { $0 >= duty.period.last ? (pack, $0) : nil } }
    missing = found.filter { $0.1.map { $0 < duty.period.last } ?? true }.map(\.0)
    progress =
      missing.isEmpty ? .made : day < duty.canBeMadeFrom ? .notYet : day > duty.papersDue ? .late : .due
  }

  /// Whether somebody, or `--run`, has something to do.
  var isWaiting: Bool { progress == .late || progress == .due }
}
