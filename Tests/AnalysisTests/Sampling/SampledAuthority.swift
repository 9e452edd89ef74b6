import QAModel

@testable import Analysis

/// A caseload of three teams with children of every kind that must not be drawn, and auditors in two teams.
struct SampledAuthority {
  static let strata = [
    ("North", "Level 2", 12), ("North", "Level 3", 8), ("South", "Level 2", 10), ("South", "Level 3", 4),
    ("West", "Level 3", 30),
  ]
  static let size = 10
  static let day = CalendarDate(iso: "2026-01-05")!

  var records = Records()
  /// Ids of the children that can be drawn, by stratum.
  private(set) var eligible: [[String]] = []

  init() {
    records.framework.auditTypes[0].openMonths = 6
    records.framework.auditTypes[0].isByAnotherTeam = true
    for (team, level, count) in Self.strata {
      eligible.append((1...count).map { "\(team)-\(level)-\($0)" })
      for child in eligible[eligible.count - 1] {
        records.open(child, from: "2025-01-10", team: team, level: level, worker: "Worker \(team)")
      }
    }
    // Of each kind that is left out one, and the last day or the first on which it would not be.
    records.open("closed", from: "2025-01-10", to: "2026-01-05", team: "North", level: "Level 2")
    records.open("new", from: "2025-07-06", team: "North", level: "Level 2")
    records.open("later", from: "2026-01-06", team: "North", level: "Level 2")
    records.open("undated", from: nil, team: "North", level: "Level 2")
    records.open("teamless", from: "2025-01-10", level: "Level 2")
    records.open("audited", from: "2025-01-10", team: "North", level: "Level 2")
    records.audit("2025-01-06", child: "audited", grade: "G")
    records.open("under way", from: "2025-01-10", team: "North", level: "Level 2")
    records.audit(nil, child: "under way", dates: [\.allocated: "2025-12-01"])
    records.open(nil, from: "2025-01-10", team: "North", level: "Level 2")
    // These two can be drawn: closed the day after, audited a year and more ago.
    records.audit("2025-01-05", child: eligible[0][0], grade: "I")
    for (auditor, team) in [("Ann", "North"), ("Bob", "South"), ("Cat", "South"), ("Dan", "Hub")] {
      records.staff(auditor, role: "Team Manager", started: "2020-01-01", team: team)
    }
    records.staff("Worker North", role: "Practitioner", started: "2020-01-01", team: "North")
    records.staff("Left", role: "Team Manager", started: "2020-01-01", left: "2026-01-05", team: "Hub")
    records.staff("Not yet", role: "Team Manager", started: "2026-01-06", team: "Hub")
    records.staff("Without a team", role: "Team Manager", started: "2020-01-01")
  }

  func request(seed: UInt64 = 1) -> SampleRequest {
    var request = SampleRequest(kind: .audit(records.framework.auditTypes[0]), day: Self.day, seed: seed)
    request.size = Self.size
    request.auditorRoles = ["team manager"]
    request.due = CalendarDate(iso: "2026-01-19")
    return request
  }

  func sample(_ request: SampleRequest) throws -> Sample {
    try Sample(dataset: records.dataset, framework: records.framework, request: request)
  }

  func sample(seed: UInt64 = 1) throws -> Sample { try sample(request(seed: seed)) }
}

extension Sample {
  /// Ids of the children drawn.
  var children: [String] {
    places.map { dataset.caseload!.child[$0.row].map { dataset.names.children.name($0) } ?? "?" }
  }

  /// Names of their auditors.
  var auditorNames: [String] {
    places.map { dataset.staff!.worker[$0.auditor].map { dataset.names.people.name($0) } ?? "?" }
  }
}
