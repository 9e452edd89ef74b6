import QAModel

/// Audits counted by service, team, quarter and grade, of those that are completed and graded.
struct AuditGroups {
  static let columns: Set<String> = ["service", "team", "completed_date", "overall_grade"]

  private let names: Dataset.Names
  private let scale: [String]
  private var quarters: [Period] = []
  /// By day: its quarter's place in `quarters` and one, 0 where it has not been looked up.
  private var quarterOfDay: [UInt8] = Array(repeating: 0, count: 55_000)
  /// By service, team, quarter and grade, packed into one number.
  private var counts: [UInt64: Int] = [:]

  init(_ dataset: Dataset, grades: [String]) {
    names = dataset.names
    scale = grades
    guard let audits = dataset.audits else { return }
    for row in 0..<audits.count {
      guard let service = audits.service[row], let team = audits.team[row], let day = audits.completed[row],
        let grade = audits.overall[row]
      else { continue }
      let key = UInt64(service) << 48 | UInt64(team) << 16 | UInt64(quarter(day)) << 8 | UInt64(grade.rank)
      counts[key, default: 0] += 1
    }
  }

  private mutating func quarter(_ day: CalendarDate) -> UInt8 {
    let known = quarterOfDay[Int(day.dayNumber)]
    if known > 0 { return known - 1 }
    guard let period = Period.quarter(containing: day) else { return .max }
    if !quarters.contains(period) { quarters.append(period) }
    let place = UInt8(quarters.firstIndex(of: period) ?? 0)
    quarterOfDay[Int(day.dayNumber)] = place + 1
    return place
  }

  /// CSV, below the header in the order of the bytes, as the names are ASCII.
  var lines: [String] {
    let rows = counts.map { key, count in
      "\(names.services.name(UInt32(key >> 48))),\(names.teams.name(UInt32(key >> 16 & 0xFFFF_FFFF)))"
        + ",\(quarters[Int(key >> 8 & 0xFF)].slug),\(scale[Int(key & 0xFF)]),\(count)"
    }
    return ["service,team,quarter,grade,audits"] + rows.sorted()
  }
}
