/// All figures of a run, found by key, with the names their codes stand for.
public struct FigureSet: Sendable {
  public private(set) var figures: [Figure] = []
  private var index = FigureIndex()
  public var names: FigureNames

  public init(names: FigureNames) {
    self.names = names
  }

  /// Makes room for so many figures more.
  public mutating func reserve(_ count: Int) {
    figures.reserveCapacity(figures.count + count)
    index.reserve(count, figures)
  }

  /// Adds a figure. A key that is there already keeps its first figure: each measure makes a key once.
  public mutating func add(_ figure: consuming Figure) {
    guard index.add(figure.key, to: figures) else {
      assertionFailure("two figures for \(slug(figure.key))")
      return
    }
    figures.append(figure)
  }

  public subscript(key: FigureKey) -> Figure? { index.position(of: key, in: figures).map { figures[$0] } }

  public func outcome(_ key: FigureKey) -> Outcome { self[key]?.outcome ?? .notAvailable }

  /// The figure's name: lower case, stable from run to run, what `trace` takes and sentences cite.
  ///
  /// `audits-grade--early-help--grade-good--selection-random--2025-26-q3`.
  public func slug(_ key: FigureKey) -> FigureID {
    var parts = [Slug.make(key.measure.rawValue)]
    parts.append(key.service.map { names.serviceSlugs[Int($0)] } ?? names.wholeSlug)
    if let team = key.team { parts.append("team-" + names.teamSlugs[Int(team)]) }
    for place in [key.first, key.second] {
      guard let place else { continue }
      parts.append(Slug.make(place.axis.rawValue) + "-" + names.placeSlug(place))
    }
    parts.append(Slug.make(names.periods[Int(key.period)].slug))
    return FigureID(parts.joined(separator: "--"))
  }
}

/// A figure's slug.
public struct FigureID: Hashable, Sendable, Comparable {
  public let slug: String
  public init(_ slug: String) { self.slug = slug }
  public static func < (left: FigureID, right: FigureID) -> Bool { left.slug < right.slug }
}

/// What the codes of a figure's key stand for, and the slugs made of them once.
public struct FigureNames: Sendable {
  public let services: [String]
  /// What figures of no service in particular are of, where that is not all services: `Early Help`.
  public let whole: String?
  public let teams: [String]
  /// The periods figures are made for, the report's own first, then back in time.
  public let periods: [Period]
  public let places: [Axis: [String]]
  let serviceSlugs: [String]
  let wholeSlug: String
  let teamSlugs: [String]
  private let placeSlugs: [Axis: [String]]

  public init(
    services: [String], teams: [String], periods: [Period], places: [Axis: [String]], whole: String? = nil
  ) {
    self.services = services
    self.whole = whole
    self.teams = teams
    self.periods = periods
    self.places = places
    let serviceSlugs = Slug.unique(services)
    self.serviceSlugs = serviceSlugs
    // One service alone keeps its name in every report; several together have one of their own.
    wholeSlug =
      whole.map { whole in
        services.firstIndex(of: whole).map { serviceSlugs[$0] } ?? Slug.unique(services + [whole]).last
          ?? "all"
      } ?? "all"
    teamSlugs = Slug.unique(teams)
    placeSlugs = places.mapValues(Slug.unique)
  }

  public func name(_ place: AxisPlace) -> String { places[place.axis]?[Int(place.place)] ?? "" }

  /// The place of a name on an axis, or `nil` where the axis has no such name.
  public func place(_ axis: Axis, _ name: String) -> AxisPlace? {
    places[axis]?.firstIndex(of: name).map { AxisPlace(axis, UInt32($0)) }
  }

  func placeSlug(_ place: AxisPlace) -> String { placeSlugs[place.axis]?[Int(place.place)] ?? "" }
}
