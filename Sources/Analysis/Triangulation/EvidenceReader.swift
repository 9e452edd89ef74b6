import QAModel

/// Reads a source's figures against what the framework expects of them.
struct EvidenceReader {
  let figures: FigureSet
  let framework: Framework
  /// Hits and records of shares too small to be given as such: pooled with others they still count.
  let smallShares: [FigureKey: (hits: Int, of: Int)]
  /// Position of the report's own period.
  let period: UInt16 = 0

  /// The evidence of a strand's sources: each domain and indicator by itself, standards together, questions together,
  /// complaints listed.
  func evidence(of sources: [EvidenceSource], strand: Strand, service: UInt32?) -> [Evidence] {
    let threshold = framework.thresholds.strand[strand]
    var evidence: [Evidence] = []
    var standards: [EvidenceSource] = []
    var questions: [EvidenceSource] = []
    for source in sources {
      switch source {
      case .domain(let position):
        let key = FigureKey(
          .auditsGoodOrBetter, service: service, first: AxisPlace(.domain, UInt32(position)), period: period)
        evidence.append(share([source], [key], threshold))
      case .indicator(let position): evidence.append(indicator(source, position, service, threshold))
      case .standard: standards.append(source)
      case .question: questions.append(source)
      case .complaintCategory(let name): evidence.append(complaints(source, name, service))
      }
    }
    if !standards.isEmpty { evidence.append(share(standards, keys(of: standards, service), threshold)) }
    if !questions.isEmpty { evidence.append(share(questions, keys(of: questions, service), threshold)) }
    return evidence
  }

  private func keys(of sources: [EvidenceSource], _ service: UInt32?) -> [FigureKey] {
    sources.compactMap { source in
      switch source {
      case .standard(let position) where position < framework.standards.count:
        figures.names.place(.standard, framework.standards[position].name)
          .map { FigureKey(.dipMet, service: service, first: $0, period: period) }
      case .question(let position) where position < framework.feedback.questions.count:
        figures.names.place(.question, framework.feedback.questions[position].name)
          .map { FigureKey(.feedbackPositive, service: service, first: $0, period: period) }
      default: nil
      }
    }
  }

  /// Complaints of a category are listed, never read: how many there are says nothing of how many there could be.
  private func complaints(_ source: EvidenceSource, _ name: String, _ service: UInt32?) -> Evidence {
    guard let category = figures.names.place(.category, name) else {
      return Evidence(source: source, sources: [source], figures: [])
    }
    let key = FigureKey(.complaintsReceived, service: service, first: category, period: period)
    var count = 0
    if case .count(let received) = figures.outcome(key) { count = received }
    return Evidence(source: source, sources: [source], figures: [figures.slug(key)], denominator: count)
  }

  /// Shares read together.
  private func share(_ sources: [EvidenceSource], _ keys: [FigureKey], _ threshold: Double?) -> Evidence {
    var hits = 0
    var of = 0
    for key in keys {
      if case .share(let part, let whole, _) = figures.outcome(key) {
        hits += part
        of += whole
      } else if let small = smallShares[key] {
        hits += small.hits
        of += small.of
      }
    }
    return read(sources, keys, hits, of, threshold)
  }

  /// An indicator by its target, else the strand's threshold; where low is good by the share that is not counted.
  ///
  /// Only percentages of a known number of records can be read: without records no interval says how sure it is.
  private func indicator(
    _ source: EvidenceSource, _ position: Int, _ service: UInt32?, _ threshold: Double?
  ) -> Evidence {
    let indicator = framework.indicators[position]
    let key = FigureKey(
      .indicatorValue, service: service, first: AxisPlace(.indicator, UInt32(position)), period: period)
    guard case .value(_, let numerator?, let denominator?, .percent) = figures.outcome(key),
      numerator >= 0, numerator <= denominator, indicator.polarity != .neither
    else { return Evidence(source: source, sources: [source], figures: [figures.slug(key)]) }
    let target = indicator.target.map { $0 / 100 }
    let (hits, of) = (Int(numerator.rounded()), Int(denominator.rounded()))
    return indicator.polarity == .highIsGood
      ? read([source], [key], hits, of, target ?? threshold)
      : read([source], [key], of - hits, of, target.map { 1 - $0 } ?? threshold)
  }

  private func read(
    _ sources: [EvidenceSource], _ keys: [FigureKey], _ hits: Int, _ of: Int, _ threshold: Double?
  ) -> Evidence {
    let interval = Wilson.interval(hits, of: of)
    var reading: StrandReading?
    if let interval, let threshold, of >= framework.thresholds.fewestRecords {
      reading =
        interval.lower >= threshold ? .strength : interval.upper < threshold ? .concern : .mixed
    }
    return Evidence(
      source: sources[0], sources: sources, figures: keys.map(figures.slug), numerator: hits, denominator: of,
      interval: interval, threshold: threshold, reading: reading)
  }
}
