/// Who audits whom: everybody as many as the others, as far as the rules about teams allow.
///
/// Each child goes to the auditor with the fewest that can be reached by passing children on: N. J. A. Harvey, R. E.
/// Ladner, L. Lovász and T. Tamir, *Semi-matchings for bipartite graphs and load balancing*, Journal of Algorithms 59
/// (2006). No other allocation within the rules is more even.
enum AuditorAllocation {
  /// - Parameters:
  ///   - auditors: for each child the auditors it may go to, as positions below `count`; none empty.
  ///   - count: how many auditors there are.
  /// - Returns: the auditor of each child. Who of several equally good ones it is, is drawn.
  static func allocate(_ auditors: [[Int]], among count: Int, using numbers: inout SeededNumbers) -> [Int] {
    var order = numbers.shuffled(Array(0..<count))
    // By position: earlier ones win ties.
    var rank = [Int](repeating: 0, count: count)
    for (place, auditor) in order.enumerated() { rank[auditor] = place }
    var chosen = [Int](repeating: -1, count: auditors.count)
    for child in numbers.shuffled(Array(auditors.indices)) {
      pass(child, auditors, &chosen, count: count, rank: rank)
      // So that the first of the order is not always the first to have one more.
      order = numbers.shuffled(order)
      for (place, auditor) in order.enumerated() { rank[auditor] = place }
    }
    return chosen
  }

  /// Gives the child an auditor, and passes others' children on where that is more even.
  private static func pass(
    _ child: Int, _ auditors: [[Int]], _ chosen: inout [Int], count: Int, rank: [Int]
  ) {
    var load = [Int](repeating: 0, count: count)
    var held = [[Int]](repeating: [], count: count)
    for (other, auditor) in chosen.enumerated() where auditor >= 0 {
      load[auditor] += 1
      held[auditor].append(other)
    }
    // Breadth first over who could take a child, and what that one could pass on.
    var from = [Int](repeating: -1, count: count)
    var waiting = [child]
    var next = 0
    var best: Int?
    while next < waiting.count {
      let giver = waiting[next]
      next += 1
      for auditor in auditors[giver].sorted(by: { rank[$0] < rank[$1] }) where from[auditor] < 0 {
        from[auditor] = giver
        if best.map({ load[auditor] < load[$0] }) ?? true { best = auditor }
        waiting += held[auditor]
      }
    }
    guard var taker = best else { return }
    while true {
      let giver = from[taker]
      let before = chosen[giver]
      chosen[giver] = taker
      guard giver != child else { return }
      taker = before
    }
  }
}
