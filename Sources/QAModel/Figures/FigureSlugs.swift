/// The slugs of many figures, one after the other in the same bytes: what `FigureSet.slug` makes of each.
public struct FigureSlugs {
  private struct Part {
    let name: [UInt8]
    let places: [[UInt8]]
  }

  /// The latest slug.
  public private(set) var bytes: [UInt8] = []
  private let names: FigureNames
  private let services: [[UInt8]]
  private let whole: [UInt8]
  private let teams: [[UInt8]]
  private let periods: [[UInt8]]
  /// Figures of one measure and of one axis stand together: each is looked up once.
  private var measure: (id: MeasureID, slug: [UInt8])?
  private var axes: [Axis: Part] = [:]
  private var latest: [(axis: Axis, part: Part)?] = [nil, nil]

  public init(_ names: FigureNames) {
    self.names = names
    services = names.serviceSlugs.map { Array(("--" + $0).utf8) }
    whole = Array(("--" + names.wholeSlug).utf8)
    teams = names.teamSlugs.map { Array(("--team-" + $0).utf8) }
    periods = names.periods.map { Array(("--" + Slug.make($0.slug)).utf8) }
  }

  /// Makes the slug of a figure, which is in `bytes` until the next.
  public mutating func make(_ key: FigureKey) {
    bytes.removeAll(keepingCapacity: true)
    if measure?.id != key.measure { measure = (key.measure, Array(Slug.make(key.measure.rawValue).utf8)) }
    bytes.append(contentsOf: measure?.slug ?? [])
    if let service = key.service {
      bytes.append(contentsOf: services[Int(service)])
    } else {
      bytes.append(contentsOf: whole)
    }
    if let team = key.team { bytes.append(contentsOf: teams[Int(team)]) }
    append(key.first, 0)
    append(key.second, 1)
    bytes.append(contentsOf: periods[Int(key.period)])
  }

  private mutating func append(_ place: AxisPlace?, _ position: Int) {
    guard let place else { return }
    if latest[position]?.axis != place.axis { latest[position] = (place.axis, part(of: place.axis)) }
    guard let part = latest[position]?.part else { return }
    bytes.append(contentsOf: part.name)
    if Int(place.place) < part.places.count { bytes.append(contentsOf: part.places[Int(place.place)]) }
  }

  private mutating func part(of axis: Axis) -> Part {
    if let known = axes[axis] { return known }
    let part = Part(
      name: Array(("--" + Slug.make(axis.rawValue) + "-").utf8),
      places: (names.places[axis] ?? []).indices.map {
        Array(names.placeSlug(AxisPlace(axis, UInt32($0))).utf8)
      })
    axes[axis] = part
    return part
  }
}
