import QAModel

/// How far findings agree with labels that people gave, by comment.
public struct ThemeEvaluation: Sendable {
  /// Right, wrongly given, and missed.
  public struct Tally: Sendable, Hashable {
    public var right = 0
    public var extra = 0
    public var missed = 0

    public var precision: Double { right + extra == 0 ? 0 : Double(right) / Double(right + extra) }
    public var recall: Double { right + missed == 0 ? 0 : Double(right) / Double(right + missed) }
    /// Harmonic mean of precision and recall.
    public var f1: Double {
      let all = 2 * right + extra + missed
      return all == 0 ? 0 : Double(2 * right) / Double(all)
    }

    mutating func add<Element>(_ gold: Set<Element>, _ found: Set<Element>) {
      right += gold.intersection(found).count
      extra += found.subtracting(gold).count
      missed += gold.subtracting(found).count
    }
  }

  public private(set) var comments = 0
  public private(set) var themes = Tally()
  public private(set) var themesWithPolarity = Tally()
  public private(set) var byTheme: [Tally]
  /// Themes rightly found, and how many of them with exactly the labelled polarities.
  public private(set) var found = 0
  public private(set) var foundWithPolarity = 0
  /// Comments without any label, and how many of them were given one.
  public private(set) var unlabelled = 0
  public private(set) var falseAlarms = 0
  /// Comments labelled with strengths and concerns, and how many of them came out exactly so.
  public private(set) var mixed = 0
  public private(set) var mixedExact = 0

  public init(themeCount: Int) { byTheme = Array(repeating: Tally(), count: themeCount) }

  public mutating func add(gold: Set<ThemeLabel>, found labels: Set<ThemeLabel>) {
    comments += 1
    let goldThemes = Set(gold.map(\.theme))
    let foundThemes = Set(labels.map(\.theme))
    themes.add(goldThemes, foundThemes)
    themesWithPolarity.add(gold, labels)
    for theme in byTheme.indices {
      byTheme[theme].add(goldThemes.intersection([theme]), foundThemes.intersection([theme]))
    }
    for theme in goldThemes.intersection(foundThemes) {
      found += 1
      if gold.filter({ $0.theme == theme }) == labels.filter({ $0.theme == theme }) { foundWithPolarity += 1 }
    }
    if gold.isEmpty {
      unlabelled += 1
      falseAlarms += labels.isEmpty ? 0 : 1
    }
    if Set(gold.map(\.polarity)).isSuperset(of: [.strength, .concern]) {
      mixed += 1
      mixedExact += gold == labels ? 1 : 0
    }
  }

  /// Mean of the F1 of every theme that was labelled or found.
  public var macroF1: Double {
    let used = byTheme.filter { $0.right + $0.extra + $0.missed > 0 }
    return used.isEmpty ? 0 : used.map(\.f1).reduce(0, +) / Double(used.count)
  }

  public var polarityAccuracy: Double { found == 0 ? 0 : Double(foundWithPolarity) / Double(found) }
}
