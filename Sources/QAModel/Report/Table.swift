/// A table with everything it needs to be read by itself: title, units, source, notes and a header for each column.
public struct Table: Sendable {
  /// A slug, unique in the document: the link to it, and the name of its sheet's table.
  public var id: String
  /// Unique in the document. Says what, about whom and when.
  public var title: String
  /// The rows it was made from, in words: `Audits completed in the quarter, random selection only`.
  public var source: String
  /// Positions in `ReportDocument.notes`.
  public var notes: [Int]
  /// What the figures in it are, each kind once: `Audits completed: audits with a completion date in the period …`.
  public var definitions: [String] = []
  /// What the signs of its cells stand for, in their order; empty where no cell has any.
  public var signNames: [String] = []
  /// The first column names the rows.
  public var columns: [Column]
  /// Each as long as `columns`.
  public var rows: [[Cell]]
  /// How many rows there are in all, where the list was cut short.
  public var totalRows: Int?

  public init(
    id: String, title: String, source: String, notes: [Int] = [], columns: [Column], rows: [[Cell]],
    totalRows: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.notes = notes
    self.columns = columns
    self.rows = rows
    self.totalRows = totalRows
  }

  public struct Column: Sendable, Hashable {
    /// Unique in the table; holds the unit where there is one.
    public var header: String
    public var kind: Kind

    public init(_ header: String, _ kind: Kind = .text) {
      self.header = header
      self.kind = kind
    }

    /// What a column holds. Every cell of it is of that kind or a shorthand.
    public enum Kind: Sendable, Hashable {
      case text
      case count
      case percentage
      case number(places: Int)
      case date
    }

    public var isNumeric: Bool {
      switch kind {
      case .count, .percentage, .number: true
      case .text, .date: false
      }
    }
  }
}

/// A value in a table, and the figure it is.
public struct Cell: Sendable, Hashable {
  public var value: Value
  public var figure: FigureID?
  /// Set where the value says something good or bad that should be seen at a glance. Never the only sign.
  public var tone: Tone?
  /// Smaller signs that stand before the words, where the value is read from several things in a fixed order. They are
  /// said in words elsewhere.
  public var signs: [Tone]
  /// What led to the value, oldest first, for a line beside the words. The same numbers stand in a table or in
  /// `figures.csv`.
  public var trend: [Double?]

  public init(
    _ value: Value, figure: FigureID? = nil, tone: Tone? = nil, signs: [Tone] = [], trend: [Double?] = []
  ) {
    self.value = value
    self.figure = figure
    self.tone = tone
    self.signs = signs
    self.trend = trend
  }

  public static func text(_ text: String) -> Cell { Cell(.text(text)) }

  public enum Tone: Sendable, Hashable {
    case good, middling, bad, unknown
  }
}
