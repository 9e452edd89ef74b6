public import QAModel

/// One kind of thing that is wrong, or worth knowing, in the exports: what, how often, what it costs, where, and what to
/// do about it.
public struct QualityFinding: Sendable {
  /// What it costs, the dearest first.
  public enum Cost: Int, Sendable, Comparable, CaseIterable {
    case exportsNotRead, rowsNotCounted, datesInDoubt, cellsNotRead, cellsInDoubt, scalesAssumed,
      recordsPointNowhere,
      datesImpossible, rowsTwice, headersNotRead, settings

    public static func < (left: Cost, right: Cost) -> Bool { left.rawValue < right.rawValue }
  }

  public var cost: Cost
  /// The datasets it was found in; none where it is about the workspace.
  public var datasets: [DatasetKind]
  /// The columns, as the documentation names them.
  public var columns: [String]
  /// In a sentence without a full stop.
  public var what: String
  /// Every case, also beyond the places listed.
  public var count: Int
  public var places: [Place]
  public var suggestion: String?
  /// Whether somebody should see to it; otherwise it is only worth knowing.
  public var isProblem: Bool

  /// One case: where, and the cell as it stands there.
  public struct Place: Sendable, Hashable {
    public var location: SourceLocation
    public var value: String?

    public init(_ location: SourceLocation, value: String? = nil) {
      self.location = location
      self.value = value
    }
  }

  /// The different cells at fault, most frequent first.
  public var values: [ColumnProfile.ValueCount] {
    let counts = places.reduce(into: [String: Int]()) { counts, place in
      if let value = place.value, !value.isEmpty { counts[value, default: 0] += 1 }
    }
    return counts.map { ColumnProfile.ValueCount($0.key, $0.value) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  /// `4 rows are not counted`.
  public var costs: String {
    let number = Rounding.count(count)
    func said(_ one: String, _ many: String) -> String { "\(number) \(count == 1 ? one : many)" }
    return switch cost {
    case .exportsNotRead: said("file is not read", "files are not read")
    case .rowsNotCounted: said("row is not counted", "rows are not counted")
    case .datesInDoubt: said("file may be misread", "files may be misread")
    case .cellsNotRead: said("cell is left out", "cells are left out")
    case .cellsInDoubt: said("cell cannot be right and counts", "cells cannot be right and count")
    case .scalesAssumed: said("scale is assumed", "scales are assumed")
    case .recordsPointNowhere: said("record points to nothing", "records point to nothing")
    case .datesImpossible: said("date cannot be right", "dates cannot be right")
    case .rowsTwice: said("row stands twice in one file", "rows stand twice in one file")
    case .headersNotRead: said("header is not read", "headers are not read")
    case .settings: said("setting to look at", "settings to look at")
    }
  }
}
