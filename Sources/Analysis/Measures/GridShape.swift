import QAModel

/// The shape of one measure's figures: what it is broken down by and how its rows become a number.
struct GridShape: Sendable {
  /// What a figure is broken down by: a list of places, each its code on the axis.
  enum Breakdown: Sendable {
    case none
    case axis(Axis, places: Int)
    /// Some places of an axis.
    case some(Axis, [UInt32])
    case teams(Int)

    var places: Int {
      switch self {
      case .none: 1
      case .axis(_, let places), .teams(let places): places
      case .some(_, let codes): codes.count
      }
    }
  }

  enum Counting: Sendable {
    /// Every row marked counts one.
    case records
    /// Rows marked as hits, out of all rows marked, with an interval.
    case share
    /// Different ids; `ids` is how many there are in the name table.
    case distinct(ids: Int)
    /// Two raters' places on a scale of so many, as `first × scale + second`: agreement beyond chance.
    case agreement(scale: Int)
  }

  var measure: MeasureID
  var first: Breakdown = .none
  var second: Breakdown = .none
  var counting: Counting = .records
  /// Whether it is made for each service beside all of them.
  var perService = true
  /// Whether a place without rows is not available, instead of 0.
  var isOnlyOfRows = false
  /// The totals a figure adds up to, beside all services together.
  var totals: [@Sendable (FigureKey) -> FigureKey] = []

  /// Cells a period and service take.
  var cellsPerPlace: Int {
    if case .agreement(let scale) = counting { return scale * scale }
    return 1
  }
  var cells: Int { first.places * second.places * cellsPerPlace }

  /// Whether the services' figures add up to that of all services: different children do not, one may be seen in two.
  var addsUp: Bool {
    switch counting {
    case .records, .share: true
    case .distinct, .agreement: false
    }
  }

  var isByTeam: Bool {
    if case .teams = first { return true }
    if case .teams = second { return true }
    return false
  }

  /// All totals a figure adds up to.
  func totals(of key: FigureKey) -> [FigureKey] {
    var totals = self.totals.map { $0(key) }
    if key.service != nil, addsUp {
      var all = key
      all.service = nil
      totals.append(all)
    }
    return totals
  }

  /// The key of a place: `place` counts second places within first ones.
  func key(place: Int, service: UInt32?, period: Int) -> FigureKey {
    var key = FigureKey(measure, service: service, period: UInt16(period))
    switch first {
    case .none: break
    case .axis, .some: key.first = first.axisPlace(place / second.places)
    case .teams: key.team = UInt32(place / second.places)
    }
    switch second {
    case .none: break
    case .axis, .some: key.second = second.axisPlace(place % second.places)
    case .teams: key.team = UInt32(place % second.places)
    }
    return key
  }

  /// The place a key stands for, or `nil` where this is not its shape.
  func place(of key: FigureKey) -> Int? {
    guard key.measure == measure, perService || key.service == nil else { return nil }
    var place = 0
    let isByTeam = if case .teams = second { true } else { false }
    switch first {
    case .none:
      guard key.first == nil, key.team == nil || isByTeam else { return nil }
    case .axis, .some:
      guard key.team == nil || isByTeam, let offset = first.offset(of: key.first) else { return nil }
      place = offset
    case .teams(let places):
      guard key.first == nil, let team = key.team, team < places else { return nil }
      place = Int(team)
    }
    switch second {
    case .axis, .some:
      return second.offset(of: key.second).map { place * second.places + $0 }
    case .teams(let places):
      guard key.second == nil, let team = key.team, team < places else { return nil }
      return place * places + Int(team)
    case .none:
      return key.second == nil ? place : nil
    }
  }
}

extension GridShape.Breakdown {
  /// The place on the axis at an offset, `nil` where it is broken down by no axis.
  fileprivate func axisPlace(_ offset: Int) -> AxisPlace? {
    switch self {
    case .none, .teams: nil
    case .axis(let axis, _): AxisPlace(axis, UInt32(offset))
    case .some(let axis, let codes): AxisPlace(axis, codes[offset])
    }
  }

  /// Which of its places a place of a key is.
  fileprivate func offset(of place: AxisPlace?) -> Int? {
    guard let place else { return nil }
    switch self {
    case .none, .teams: return nil
    case .axis(let axis, let places):
      return place.axis == axis && place.place < places ? Int(place.place) : nil
    case .some(let axis, let codes): return place.axis == axis ? codes.firstIndex(of: place.place) : nil
    }
  }
}

extension FigureKey {
  /// The same figure not broken down.
  static let notBrokenDown: @Sendable (FigureKey) -> FigureKey = { key in
    var total = key
    total.first = nil
    total.second = nil
    total.team = nil
    return total
  }

  /// The figure of another measure at the same place.
  static func sameOf(_ measure: MeasureID) -> @Sendable (FigureKey) -> FigureKey {
    { key in
      var total = key
      total.measure = measure
      return total
    }
  }
}
