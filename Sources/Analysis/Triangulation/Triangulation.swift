import QAModel

/// How the strands of evidence read, in each service and in all of them, for each area of practice of the framework:
/// in the report's own period.
public struct Triangulation: Sendable, Hashable {
  /// By service, all services first; within it in the framework's order of areas.
  public var areas: [AreaReading]

  public init(areas: [AreaReading]) { self.areas = areas }

  /// Reads the figures. Nothing is counted anew: what a reading rests on is in the figures its evidence names.
  static func make(
    _ figures: FigureSet, _ framework: Framework, services: [UInt32?],
    smallShares: [FigureKey: (hits: Int, of: Int)]
  ) -> Triangulation {
    let reader = EvidenceReader(figures: figures, framework: framework, smallShares: smallShares)
    return Triangulation(
      areas: services.flatMap { service in
        framework.practiceAreas.enumerated().map { position, area in
          let strands = Strand.allCases.map { strand in
            let evidence = reader.evidence(of: area.evidence[strand] ?? [], strand: strand, service: service)
            return (strand, StrandEvidence(evidence))
          }
          return AreaReading(
            service: service, area: position, strands: Dictionary(uniqueKeysWithValues: strands))
        }
      })
  }

  /// The readings as figures: one a strand, one for all three.
  func figures() -> [Figure] {
    areas.flatMap { area in
      let place = AxisPlace(.practiceArea, UInt32(area.area))
      let strands = Strand.allCases.enumerated().map { position, strand in
        let evidence = area.strands[strand] ?? StrandEvidence([])
        return Figure(
          FigureKey(
            .triangulationStrand, service: area.service, first: place,
            second: AxisPlace(.strand, UInt32(position)), period: 0),
          .strand(evidence.reading, n: evidence.n))
      }
      let joint = Figure(
        FigureKey(.triangulationReading, service: area.service, first: place, period: 0),
        .joint(area.joint, n: area.n))
      return strands + [joint]
    }
  }
}
