public import QAModel

/// What the days of one column span, and which of them cannot be right.
public struct DateCheck: Sendable {
  public var dataset: DatasetKind
  public var column: String
  public var filled = 0
  public var first: CalendarDate?
  public var last: CalendarDate?
  /// Days after the export was made, where its day is known: nobody can have recorded them.
  public var afterExport: [(origin: Origin, date: CalendarDate)] = []
  /// Days before `DateChecks.earliest`.
  public var tooEarly: [(origin: Origin, date: CalendarDate)] = []
  /// Days after the as-at date: true perhaps, but not known yet.
  public var afterAsAt = 0
}

/// Two days of a record of which the second cannot be before the first.
public struct DateOrderCheck: Sendable {
  public var dataset: DatasetKind
  public var first: String
  public var second: String
  /// Records with both days.
  public var both: Int
  public var wrong: [(origin: Origin, value: String)]
}

/// How many records of a dataset belong to the period.
public struct PeriodCount: Sendable {
  public var dataset: DatasetKind
  public var column: String
  public var before = 0
  public var within = 0
  public var after = 0
  /// Records without a day.
  public var undated = 0
}

/// Looks at every day of every record.
struct DateChecks {
  let profiles: [DatasetProfile]
  let files: [SourceFile]
  let asAt: CalendarDate

  /// A day before this is a spreadsheet's zero or a slip: no record of a child open now is so old.
  static let earliest = CalendarDate(year: 1990, month: 1, day: 1)

  /// Columns of what is still to come.
  private static let planned: Set<String> = ["due_date", "extended_to", "period"]

  private static let orders: [(DatasetKind, [(String, String)])] = [
    (
      .audits,
      [
        ("allocated_date", "submitted_date"), ("allocated_date", "completed_date"),
        ("completed_date", "report_sent_date"), ("dispute_raised_date", "dispute_resolved_date"),
      ]
    ),
    (
      .complaints,
      [
        ("received_date", "acknowledged_date"), ("received_date", "stage_started_date"),
        ("stage_requested_date", "stage_started_date"), ("received_date", "responded_date"),
      ]
    ),
    (.actions, [("raised_date", "completed_date")]),
    (.caseload, [("opened_date", "closed_date")]),
    (.staff, [("started_date", "left_date")]),
  ]

  var columns: [DateCheck] {
    profiles.flatMap { profile in
      profile.columns.compactMap { column in
        guard column.isSupplied, column.filled > 0, case .days(let days) = column.content else { return nil }
        return check(profile, column.name, days)
      }
    }
  }

  private func check(_ profile: DatasetProfile, _ column: String, _ days: DateColumn) -> DateCheck {
    var check = DateCheck(dataset: profile.dataset, column: column)
    let isPlanned = Self.planned.contains(column)
    for (row, origin) in profile.origins.enumerated() {
      guard let day = days[row] else { continue }
      check.filled += 1
      check.first = min(check.first ?? day, day)
      check.last = max(check.last ?? day, day)
      if let earliest = Self.earliest, day < earliest { check.tooEarly.append((origin, day)) }
      if isPlanned { continue }
      if day > asAt { check.afterAsAt += 1 }
      if let made = files[Int(origin.file)].made, day > made { check.afterExport.append((origin, day)) }
    }
    return check
  }

  var orders: [DateOrderCheck] {
    Self.orders.flatMap { kind, pairs -> [DateOrderCheck] in
      guard let profile = profiles.first(where: { $0.dataset == kind }) else { return [] }
      return pairs.compactMap { first, second in
        guard case .days(let earlier)? = profile.column(first)?.content,
          case .days(let later)? = profile.column(second)?.content
        else { return nil }
        var check = DateOrderCheck(dataset: kind, first: first, second: second, both: 0, wrong: [])
        for (row, origin) in profile.origins.enumerated() {
          guard let before = earlier[row], let after = later[row] else { continue }
          check.both += 1
          if after < before { check.wrong.append((origin, "\(before.iso), \(after.iso)")) }
        }
        return check.both > 0 ? check : nil
      }
    }
  }

  func counts(in period: Period) -> [PeriodCount] {
    profiles.compactMap { profile in
      guard let name = profile.dataset.periodColumn, case .days(let days)? = profile.column(name)?.content
      else { return nil }
      var count = PeriodCount(dataset: profile.dataset, column: name)
      for row in 0..<profile.records {
        guard let day = days[row] else {
          count.undated += 1
          continue
        }
        if day < period.first {
          count.before += 1
        } else if day > period.last {
          count.after += 1
        } else {
          count.within += 1
        }
      }
      return count
    }
  }
}
