import QAModel

/// The counts of a measure: two whole numbers a grid, period, service and place, in one flat array.
///
/// Services are followed by a place for rows of no service and one for all of them together.
struct GridCounts: MarkSink {
  private let bases: [Int]
  private let cells: [Int]
  private let periodCount: Int
  private let serviceCount: Int
  /// Hits and rows, alternating.
  private var numbers: [Int]
  private let isDistinct: [Bool]
  private let perService: [Bool]
  private var ids: DistinctIDs

  init(_ grids: [GridShape], periods: Int, services: Int) {
    periodCount = periods
    serviceCount = services
    cells = grids.map(\.cells)
    var bases: [Int] = []
    var total = 0
    for grid in grids {
      bases.append(total)
      total += grid.cells * periods * (services + 2) * 2
    }
    self.bases = bases
    numbers = Array(repeating: 0, count: total)
    perService = grids.map(\.perService)
    let ids = grids.map { grid in
      if case .distinct(let ids) = grid.counting { ids } else { -1 }
    }
    isDistinct = ids.map { $0 >= 0 }
    self.ids = DistinctIDs(ids: max(0, ids.max() ?? 0))
  }

  mutating func mark(_ grid: Int, period: Int, service: Int, place: Int, hit: Bool) {
    let at = index(grid, period, service, place)
    numbers[at] &+= hit ? 1 : 0
    numbers[at + 1] &+= 1
  }

  mutating func mark(_ grid: Int, period: Int, service: Int, part: Int, of: Int) {
    let at = index(grid, period, service, 0)
    numbers[at] &+= part
    numbers[at + 1] &+= of
  }

  mutating func markDistinct(_ grid: Int, period: Int, service: Int, place: Int, id: Int) {
    if perService[grid] { markDistinct(id, at: index(grid, period, service, place)) }
    markDistinct(id, at: index(grid, period, serviceCount + 1, place))
  }

  private mutating func markDistinct(_ id: Int, at index: Int) {
    if ids.insert(id, at: index) {
      numbers[index] &+= 1
      numbers[index + 1] &+= 1
    }
  }

  /// Hits and rows of a place; `service` `nil` is all services, rows of none included.
  ///
  /// Where a place has several cells, `cell` says which.
  func numbers(_ grid: Int, period: Int, service: UInt32?, cell: Int) -> (hits: Int, of: Int) {
    if service == nil, !isDistinct[grid] {
      var sum = (hits: 0, of: 0)
      for service in 0...serviceCount {
        let at = index(grid, period, service, cell)
        sum.hits += numbers[at]
        sum.of += numbers[at + 1]
      }
      return sum
    }
    let at = index(grid, period, service.map(Int.init) ?? serviceCount + 1, cell)
    return (numbers[at], numbers[at + 1])
  }

  /// Whether any row of the service counts anywhere in the period.
  func hasRows(period: Int, service: Int) -> Bool {
    bases.indices.contains { grid in
      let start = index(grid, period, service, 0)
      return numbers[start..<start + cells[grid] * 2].contains { $0 != 0 }
    }
  }

  private func index(_ grid: Int, _ period: Int, _ service: Int, _ place: Int) -> Int {
    bases[grid] + ((period * (serviceCount + 2) + service) * cells[grid] + place) * 2
  }
}

/// Which ids were met at which place, each once.
///
/// A list an id of the places it was met at, all lists in one array: ids are met few times each, so looking through
/// an id's list is cheap, and the memory is that of the rows.
struct DistinctIDs {
  private struct Entry {
    var place: Int32
    /// The id's entry before this one, or −1.
    var next: Int32
  }

  private var heads: [Int32]
  private var entries: [Entry] = []

  init(ids: Int) { heads = Array(repeating: -1, count: ids) }

  /// `true` where the id had not been met at the place.
  mutating func insert(_ id: Int, at place: Int) -> Bool {
    var position = heads[id]
    while position >= 0 {
      let entry = entries[Int(position)]
      if entry.place == place { return false }
      position = entry.next
    }
    entries.append(Entry(place: Int32(place), next: heads[id]))
    heads[id] = Int32(entries.count - 1)
    return true
  }
}
