public import QAModel

/// What one source says of an area of practice: the figures it was read from and what they read as.
///
/// Practice standards of an area are read together, and so are the questions asked of families: each alone has few
/// records.
public struct Evidence: Sendable, Hashable {
  /// The source; of several read together the first.
  public var source: EvidenceSource
  /// All sources that were read together, `source` among them.
  public var sources: [EvidenceSource]
  /// The figures it was read from.
  public var figures: [FigureID]
  /// What speaks for good practice, as yes, Good or better, positive, within target.
  public var numerator: Int
  public var denominator: Int
  /// The interval of the share that speaks for good practice; `nil` without records to count.
  public var interval: Interval?
  /// The share it is held against, 0 to 1.
  public var threshold: Double?
  /// `nil` where it is listed but not read: too few records, no records behind it, or no side that is good.
  public var reading: StrandReading?

  public init(
    source: EvidenceSource, sources: [EvidenceSource], figures: [FigureID], numerator: Int = 0,
    denominator: Int = 0,
    interval: Interval? = nil, threshold: Double? = nil, reading: StrandReading? = nil
  ) {
    self.source = source
    self.sources = sources
    self.figures = figures
    self.numerator = numerator
    self.denominator = denominator
    self.interval = interval
    self.threshold = threshold
    self.reading = reading
  }
}

/// What one strand says of an area of practice.
public struct StrandEvidence: Sendable, Hashable {
  public var reading: StrandReading
  /// Records behind the sources that were read.
  public var n: Int
  public var evidence: [Evidence]

  public init(reading: StrandReading, n: Int, evidence: [Evidence]) {
    self.reading = reading
    self.n = n
    self.evidence = evidence
  }

  /// Strength where a source reads strength and none concern; concern the other way round; mixed otherwise; not
  /// enough evidence where no source could be read.
  init(_ evidence: [Evidence]) {
    let readings = evidence.compactMap(\.reading)
    let hasStrength = readings.contains(.strength)
    let hasConcern = readings.contains(.concern)
    let reading: StrandReading =
      if readings.isEmpty {
        .notEnoughEvidence
      } else if hasStrength && !hasConcern {
        .strength
      } else if hasConcern && !hasStrength {
        .concern
      } else {
        .mixed
      }
    self.init(
      reading: reading, n: evidence.filter { $0.reading != nil }.reduce(0) { $0 + $1.denominator },
      evidence: evidence)
  }
}

/// What the strands say together of an area of practice, in a service or in all of them.
public struct AreaReading: Sendable, Hashable {
  /// `nil`: all services.
  public var service: UInt32?
  /// Position in `Framework.practiceAreas`.
  public var area: Int
  public var strands: [Strand: StrandEvidence]
  public var joint: JointReading
  /// Records behind the strands.
  public var n: Int
  /// Evidence that reads the opposite of what another strand says.
  public var contradictions: [Evidence]

  public init(
    service: UInt32?, area: Int, strands: [Strand: StrandEvidence], joint: JointReading, n: Int,
    contradictions: [Evidence]
  ) {
    self.service = service
    self.area = area
    self.strands = strands
    self.joint = joint
    self.n = n
    self.contradictions = contradictions
  }

  init(service: UInt32?, area: Int, strands: [Strand: StrandEvidence]) {
    let reading = { (strand: Strand) in strands[strand]?.reading ?? .notEnoughEvidence }
    let contradictions = Strand.allCases.flatMap { strand in
      let others = Set(Strand.allCases.filter { $0 != strand }.map(reading))
      return (strands[strand]?.evidence ?? []).filter { evidence in
        evidence.reading?.opposite.map(others.contains) ?? false
      }
    }
    self.init(
      service: service, area: area, strands: strands,
      joint: JointReadingTable.joint(
        quantity: reading(.quantity), quality: reading(.quality), outcome: reading(.outcome)),
      n: strands.values.reduce(0) { $0 + $1.n }, contradictions: contradictions)
  }
}
