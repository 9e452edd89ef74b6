extension LineIndex {
  /// Where a file is no longer as an older index has it, as `line 12` or `lines 40 to 55 (it had 60 lines and has 76)`.
  ///
  /// - Parameter old: of the same stride.
  public func changes(since old: LineIndex) -> String {
    guard lines != old.lines || hashes != old.hashes else { return "in its line ends or its last bytes" }
    let common = min(hashes.count, old.hashes.count)
    let same = (0..<common).prefix { hashes[$0] == old.hashes[$0] }.count
    let sameAtEnd = (0..<(common - same)).prefix {
      hashes[hashes.count - 1 - $0] == old.hashes[old.hashes.count - 1 - $0]
    }.count
    let (new, before) = (same..<hashes.count - sameAtEnd, same..<old.hashes.count - sameAtEnd)
    let count = lines == old.lines ? "" : " (it had \(old.lines) lines and has \(lines))"
    if stride == 1, new.count + before.count <= Self.mostCompared {
      return Self.list(changes(in: new, since: old.hashes[before])) + count
    }
    if count.isEmpty { return Self.list(new.filter { hashes[$0] != old.hashes[$0] }.map(place)) }
    return Self.lines(same * stride + 1, stride == 1 ? lines - sameAtEnd : lines) + count
  }

  /// Lines that are new or another, and places where some were taken out, between what is the same at both ends.
  private func changes(in new: Range<Int>, since old: ArraySlice<UInt32>) -> [String] {
    var (inserted, removed): (Set<Int>, Set<Int>) = ([], [])
    for change in hashes[new].difference(from: old) {
      switch change {
      case .insert(let offset, _, _): inserted.insert(offset)
      case .remove(let offset, _, _): removed.insert(offset)
      }
    }
    var changes: [String] = []
    var (line, lineBefore) = (0, 0)
    while line < new.count || lineBefore < old.count {
      let first = line
      let firstBefore = lineBefore
      while removed.contains(lineBefore) { lineBefore += 1 }
      while inserted.contains(line) { line += 1 }
      if line > first {
        changes.append(Self.lines(new.lowerBound + first + 1, new.lowerBound + line))
      } else if lineBefore > firstBefore {
        changes.append("lines taken out after line \(new.lowerBound + first)")
      } else {
        (line, lineBefore) = (line + 1, lineBefore + 1)
      }
    }
    return changes
  }

  private static let mostNamed = 10
  /// Above so many lines of both, to find the fewest changes could take long.
  private static let mostCompared = 4000

  private static func list(_ places: [String]) -> String {
    let more = places.count - mostNamed
    return places.prefix(mostNamed).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  private static func lines(_ first: Int, _ last: Int) -> String {
    last < first
      ? "lines taken out after line \(first - 1)"
      : first == last ? "line \(first)" : "lines \(first) to \(last)"
  }

  private func place(_ hash: Int) -> String {
    let first = hash * stride + 1
    return stride == 1 ? "line \(first)" : "one of lines \(first) to \(min(first + stride - 1, lines))"
  }
}
