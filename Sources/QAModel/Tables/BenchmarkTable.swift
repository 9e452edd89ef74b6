/// Figures published of others for the framework's indicators, out of the open-data files that the authority's own
/// come from: England's, the region's and those of the statistical neighbours.
///
/// A row is one area's figure of one indicator and period, in the indicator's own unit; a figure that was withheld or is
/// not available is missing for that reason, never zero.
public struct BenchmarkTable: Sendable {
  public enum Area: UInt8, ByteCoded, CaseIterable {
    case england, region, neighbour
    public var byte: UInt8 { rawValue }
    public init?(byte: UInt8) { self.init(rawValue: byte) }
  }

  public var origin: [Origin] = []
  /// The position in `Framework.indicators`.
  public var indicator: [UInt16] = []
  /// The first and last day of what the row is about.
  public var first = DateColumn()
  public var last = DateColumn()
  public var area = ByteColumn<Area>()
  /// Code in `names.words`: the region's, the neighbour's.
  public var name = CodeColumn()
  public var numerator = NumberColumn()
  public var denominator = NumberColumn()
  public var value = NumberColumn()
  /// How many neighbours the list has for the authority, whether or not there is a figure of theirs.
  public var neighbours = 0
  /// The year of the model of neighbours.
  public var model: String?
  /// The region's name, where there is a row of it.
  public var region: String?

  public init() {}

  public var count: Int { origin.count }
}
