import QAModel

/// Which of the phrases that were found count.
extension CommentReader {
  mutating func dropWhatConditionsForbid(_ origin: CommentOrigin) {
    var kept = 0
    for place in 0..<scan.matches.count {
      let match = scan.matches[place]
      if match.ending.isConditional, isForbidden(match, origin) { continue }
      scan.matches[kept] = match
      kept += 1
    }
    scan.matches.removeLast(scan.matches.count - kept)
  }

  func isForbidden(_ match: CommentScan.Match, _ origin: CommentOrigin) -> Bool {
    let pattern = phrases.patterns[Int(match.pattern)]
    if pattern.onlySources & origin.sourceBits == 0 && pattern.onlySources != .max { return true }
    if pattern.onlyServices & origin.serviceBits == 0 && pattern.onlyServices != .max { return true }
    if pattern.neverSources & origin.sourceBits != 0 || pattern.neverServices & origin.serviceBits != 0 {
      return true
    }
    return !pattern.exclusions.isEmpty && isExcluded(match, pattern)
  }

  func isExcluded(_ match: CommentScan.Match, _ pattern: PhraseSet.Compiled) -> Bool {
    let sentence = scan.words[Int(match.first)].sentence
    for place in pattern.exclusions {
      let exclusion = phrases.exclusions[Int(place)]
      if scan.matches.contains(where: {
        $0.pattern == exclusion && scan.words[Int($0.first)].sentence == sentence
      }) {
        return true
      }
    }
    return false
  }

  /// The longest phrase owns its words: *safety plan* is no *plan*, and *could not ask for more* no *not*.
  mutating func dropWhatLongerPhrasesOwn() {
    let count = scan.matches.count
    scan.matches.withUnsafeMutableBufferPointer { matches in
      for owner in 0..<count {
        let long = matches[owner]
        guard long.ending.owns, long.last > long.first, long.role != .exclusion else { continue }
        for place in 0..<count {
          let short = matches[place]
          if long.first <= short.first, long.last >= short.last,
            long.last - long.first > short.last - short.first, Self.takes(long.ending, from: short.ending)
          {
            matches[place].isOwned = true
          }
        }
      }
    }
    scan.matches.removeAll { $0.isOwned || $0.role == .exclusion }
  }

  /// Whether a longer phrase takes the words of a shorter one within it.
  static func takes(_ long: PhraseSet.Ending, from short: PhraseSet.Ending) -> Bool {
    if long.role == .theme {
      // Of one theme the strongest match counts anyway; a negation within a theme's phrase still holds for the
      // words after it.
      if short.role == .theme { return long.theme != short.theme }
      return short.role != .negator
    }
    // A phrase that tells a theme keeps its place within a judging one.
    return long.role == short.role || long.role == .ignored || short.role != .theme
  }

  /// A phrase with a gap holds within one clause: *visits are timely, the voice is missing* says nothing of missing
  /// visits.
  mutating func dropWhatCrossesClauses() {
    var kept = 0
    for place in 0..<scan.matches.count {
      let match = scan.matches[place]
      if scan.words[Int(match.first)].clause != scan.words[Int(match.last)].clause { continue }
      scan.matches[kept] = match
      kept += 1
    }
    scan.matches.removeLast(scan.matches.count - kept)
  }

  mutating func collectSplitters() {
    for match in scan.matches {
      switch match.role {
      case .contrast, .join, .concession: scan.splitters.append(match)
      case .negator: scan.negators.append(match)
      default: break
      }
    }
    if scan.splitters.count > 1 { scan.splitters.sort { $0.first < $1.first } }
  }
}
