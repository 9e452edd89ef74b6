/// The grades of an authority, best first.
public struct GradeScale: Sendable {
  public var grades: [Term]
  /// How many of them, from the best, are *Good or better*.
  public var goodCount: Int
  /// What the framework says each grade means, one a grade; `nil` where it says nothing.
  public var definitions: [String?]
  /// The grade below which an audit is escalated, as *Inadequate*.
  public var lowest: Grade { Grade(rank: UInt8(grades.count - 1)) }

  public init(grades: [Term], goodCount: Int, definitions: [String?] = []) {
    self.grades = grades
    self.goodCount = goodCount
    self.definitions = grades.indices.map { definitions.indices.contains($0) ? definitions[$0] : nil }
  }

  public func isGoodOrBetter(_ grade: Grade) -> Bool { Int(grade.rank) < goodCount }
  public func name(_ grade: Grade) -> String { grades[Int(grade.rank)].name }
}
