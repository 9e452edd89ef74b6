public import QAModel

/// What is not as it was when a pack was made: which records were restated, came or went, quarter by quarter.
public struct PackChanges: Sendable {
  /// The pack's folder, as `quarterly-2025-26-Q3`.
  public var pack: String
  public var asAt: CalendarDate
  /// Exports and settings that changed, came or went, a line each.
  public var inputs: [String]
  /// The quarters of datasets in which a record is not as it was, in the order of datasets and time.
  public var rows: [Row]

  /// The records of one dataset in one quarter.
  public struct Row: Sendable, Hashable {
    public var dataset: DatasetKind
    /// Empty where the records belong to none.
    public var quarter: String
    public var then: Int
    public var now: Int
    public var new: Int
    public var gone: Int
    /// Still there, but not the same in every cell, or of another quarter before.
    public var changed: Int
    /// Whether the quarter was over when the pack was made: then its figures have been reported already.
    public var isRestated: Bool

    /// `2025-26-Q2: 118 audits then, 121 now (3 new, 2 changed)`.
    public var said: String {
      let parts = [(new, "new"), (gone, "gone"), (changed, "changed")].filter { $0.0 > 0 }
        .map { "\(Rounding.count($0.0)) \($0.1)" }
      return
        "\(quarter.isEmpty ? "of no quarter" : quarter): \(Rounding.count(then)) \(dataset.records) then, \(Rounding.count(now)) now (\(parts.joined(separator: ", ")))"
    }
  }

  public init(
    pack: String, asAt: CalendarDate, inputs: [String], then: [RecordPrint], now: [RecordPrint]
  ) {
    self.pack = pack
    self.asAt = asAt
    self.inputs = inputs
    rows = Self.rows(then, now, asAt)
  }

  private struct Place: Hashable {
    var dataset: DatasetKind
    var quarter: String
  }

  private struct Record: Hashable {
    var dataset: DatasetKind
    var print: UInt64
  }

  private static func rows(_ then: [RecordPrint], _ now: [RecordPrint], _ asAt: CalendarDate) -> [Row] {
    var rows: [Place: Row] = [:]
    func count(_ print: RecordPrint, _ change: (inout Row) -> Void) {
      let place = Place(dataset: print.dataset, quarter: print.quarter)
      change(
        &rows[
          place,
          default: Row(
            dataset: print.dataset, quarter: print.quarter, then: 0, now: 0, new: 0, gone: 0, changed: 0,
            isRestated: Period(parsing: print.quarter).map { $0.last <= asAt } ?? false)])
    }
    // Several rows can be one record where nothing tells them apart: they are matched off one by one.
    var earlier = Dictionary(grouping: then) { Record(dataset: $0.dataset, print: $0.record) }
    for print in then { count(print) { $0.then += 1 } }
    for print in now {
      count(print) { $0.now += 1 }
      let record = Record(dataset: print.dataset, print: print.record)
      if let before = earlier[record]?.popLast() {
        if before.content != print.content || before.quarter != print.quarter {
          count(print) { $0.changed += 1 }
        }
      } else {
        count(print) { $0.new += 1 }
      }
    }
    for print in earlier.values.joined() { count(print) { $0.gone += 1 } }
    var order: [DatasetKind: Int] = [:]
    for print in now + then where order[print.dataset] == nil { order[print.dataset] = order.count }
    return rows.values.filter { $0.new + $0.gone + $0.changed > 0 }.sorted {
      (order[$0.dataset] ?? 0, $0.quarter) < (order[$1.dataset] ?? 0, $1.quarter)
    }
  }
}
