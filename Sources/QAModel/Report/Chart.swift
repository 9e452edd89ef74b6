/// A picture of a table: which columns are drawn, how, and what it shows in words.
public struct Chart: Sendable {
  public var id: String
  /// Unique in the document.
  public var title: String
  public var kind: Kind
  /// The table it is drawn from, which is in the same document. Its first column names the categories.
  public var table: String
  /// Positions of the columns drawn, each a series.
  public var series: [Int]
  /// Positions of the columns with the ends of an interval around the first series.
  public var lower: Int?
  public var upper: Int?
  /// Rows drawn, in order; `nil` for all.
  public var rows: [Int]?
  /// Title of the axis that carries the values, with its unit.
  public var valueTitle: String
  public var categoryTitle: String
  /// What a reader who cannot see it should know: what is drawn, and what it shows.
  public var alternativeText: String
  /// The sentence that says what it shows.
  public var caption: Sentence
  /// Stretches of a series that are more than chance has it.
  public var signals: [Signal] = []
  /// One of several pictures that are read beside one another: drawn small, and percentages from 0 % to 100 % in each.
  public var isSmall = false

  /// Points of one series that belong together, and the word for them.
  public struct Signal: Sendable, Hashable {
    /// Position in `series`.
    public var series: Int
    /// Positions among the rows drawn.
    public var rows: ClosedRange<Int>
    /// `concern`, `improvement`.
    public var word: String

    public init(series: Int, rows: ClosedRange<Int>, word: String) {
      self.series = series
      self.rows = rows
      self.word = word
    }
  }

  public init(
    id: String, title: String, kind: Kind, table: String, series: [Int], lower: Int? = nil, upper: Int? = nil,
    rows: [Int]? = nil, valueTitle: String, categoryTitle: String, alternativeText: String, caption: Sentence
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.table = table
    self.series = series
    self.lower = lower
    self.upper = upper
    self.rows = rows
    self.valueTitle = valueTitle
    self.categoryTitle = categoryTitle
    self.alternativeText = alternativeText
    self.caption = caption
  }

  public enum Kind: Sendable, Hashable {
    /// Horizontal bars, one a category.
    case bars
    /// Horizontal bars split into the series, which add up to the whole.
    case stackedBars
    /// A point a category, with its interval.
    case dots
    /// Series over time.
    case lines
    /// Each series at two points in time, the first and the last of the rows drawn.
    case slopes
  }
}
