/// What a column of one byte a cell can hold: a grade, an answer, a selection.
public protocol ByteCoded: Sendable {
  /// Below 240.
  var byte: UInt8 { get }
  init?(byte: UInt8)
}

/// A column of values that fit a byte, or the reason why there is none.
public struct ByteColumn<Value: ByteCoded>: Sendable {
  @usableFromInline var cells: [UInt8] = []
  @usableFromInline static var missingBase: UInt8 { 240 }

  public init() {}

  public init(repeating missing: Missing, count: Int) {
    cells = Array(repeating: Self.missingBase + missing.rawValue, count: count)
  }

  public var count: Int { cells.count }

  @inlinable public subscript(row: Int) -> Value? {
    let cell = cells[row]
    return cell < Self.missingBase ? Value(byte: cell) : nil
  }

  public func missing(at row: Int) -> Missing? {
    let cell = cells[row]
    return cell < Self.missingBase ? nil : Missing(rawValue: cell - Self.missingBase)
  }

  @inlinable public mutating func append(_ value: Value) { cells.append(value.byte) }
  @inlinable public mutating func append(missing: Missing) {
    cells.append(Self.missingBase + missing.rawValue)
  }

  /// Appends the cells of another column at some places of it, in their order.
  public mutating func append(_ other: ByteColumn, at places: UnsafeBufferPointer<UInt32>) {
    other.cells.withUnsafeBufferPointer { source in
      cells.append(contentsOf: places.lazy.map { source[Int($0)] })
    }
  }

  /// Keeps the given rows, in their order.
  public mutating func keep(_ rows: [Int]) { cells = rows.map { cells[$0] } }
}

public typealias GradeColumn = ByteColumn<Grade>
public typealias AnswerColumn = ByteColumn<Answer>
public typealias SelectionColumn = ByteColumn<Selection>

extension Grade: ByteCoded {
  @inlinable public var byte: UInt8 { rank }
  @inlinable public init?(byte: UInt8) { self.init(rank: byte) }
}

/// An answer to a practice standard or a question of an audit tool. *Not applicable* is a reason for there being
/// no answer: see `Missing`.
public enum Answer: UInt8, ByteCoded, CaseIterable {
  case yes, partly, no
  public var byte: UInt8 { rawValue }
  public init?(byte: UInt8) { self.init(rawValue: byte) }
}

/// How the children of an audit were chosen. Only random selection represents practice across the service (DO-15).
public enum Selection: UInt8, ByteCoded, CaseIterable {
  case random, targeted, quota
  public var byte: UInt8 { rawValue }
  public init?(byte: UInt8) { self.init(rawValue: byte) }
  /// As exports and figures write it.
  public var name: String {
    switch self {
    case .random: "random"
    case .targeted: "targeted"
    case .quota: "quota"
    }
  }
}
