/// Which authorities are statistical neighbours of which: a row a pair, of one model.
///
/// Authorities are known by their three-digit codes (`342`), as in the Department for Education's open data.
public struct NeighbourTable: Sendable {
  public var origin: [Origin] = []
  /// Code of the year of the model in `names.words`, as `2025`. `nil` where nothing says which it is.
  public var model = CodeColumn()
  /// Code in `names.authorities`.
  public var authority = CodeColumn()
  /// From 1, the nearest.
  public var rank = NumberColumn()
  /// Code in `names.authorities`.
  public var neighbour = CodeColumn()

  public init() {}

  public var count: Int { origin.count }
}
