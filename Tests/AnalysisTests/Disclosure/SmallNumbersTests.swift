import Testing

@testable import Analysis

/// A reader who tries every table that would have been published as this one was, and finds for no withheld number that
/// all of them agree.
@Suite struct SmallNumbersTests {
  @Test(
    arguments: [
      ([0, 0], 0, .nothing),
      ([6, 0, 7], 13, .nothing),
      ([2, 0], 2, .everything),
      ([3, 4, 20], 27, .cells([0, 1])),
      // One alone would be the difference, and two equal ones half of it.
      ([3, 9, 20], 32, .cells([0, 1])),
      ([3, 3, 20, 20, 30], 76, .cells([0, 1, 2, 3])),
      // The records of no service are a cell that a subtraction gives.
      ([8, 20], 30, .cells([0])),
      ([4, 4], 8, .everything),
    ] as [([Int], Int, SmallNumbers.Withholding)])
  func counts(cells: [Int], total: Int, expected: SmallNumbers.Withholding) {
    #expect(SmallNumbers(upTo: 5).withholding(cells, of: total) == expected)
  }

  @Test(arguments: [
    (6, 12, true), (5, 12, false), (7, 12, false), (0, 12, true), (12, 12, true), (0, 10, false),
    (10, 10, false), (0, 0, true), (3, 4, false),
  ])
  func shares(part: Int, whole: Int, isPublished: Bool) {
    #expect(SmallNumbers(upTo: 5).mayPublish(part, of: whole) == isPublished)
  }

  /// What is published of a table: `nil` is withheld.
  private struct View: Hashable {
    var total: Int?
    var cells: [Int?]
  }

  /// Every table of one to four services and the records of none, up to a total of 20 or 14.
  @Test(arguments: [(1, 5), (2, 5), (3, 5), (4, 5), (2, 2), (3, 2), (4, 2), (3, 3), (4, 4)])
  func everyTableOfCounts(services: Int, upTo: Int) {
    let rule = SmallNumbers(upTo: upTo)
    var worlds: [View: [Set<Int>]] = [:]
    var cells = Array(repeating: 0, count: services + 1)
    func visit(_ position: Int, _ left: Int) {
      guard position <= services else {
        let listed = Array(cells.dropLast())
        let total = cells.reduce(0, +)
        var view = View(total: total, cells: listed)
        switch rule.withholding(listed, of: total) {
        case .nothing: break
        case .cells(let positions): for position in positions { view.cells[position] = nil }
        case .everything: view = View(total: nil, cells: listed.map { _ in nil })
        }
        for (position, number) in listed.enumerated() {
          if view.cells[position] != nil, rule.isSmall(number) { Issue.record("\(view) shows \(number)") }
          worlds[view, default: Array(repeating: [], count: services)][position].insert(number)
        }
        return
      }
      for number in 0...left {
        cells[position] = number
        visit(position + 1, left - number)
      }
      cells[position] = 0
    }
    visit(0, services < 4 ? 20 : 14)
    for (view, found) in worlds {
      for (position, cell) in view.cells.enumerated() where cell == nil {
        if found[position].count < 2 { Issue.record("\(view) gives cell \(position)") }
      }
    }
    #expect(worlds.count > 1)
  }
}
