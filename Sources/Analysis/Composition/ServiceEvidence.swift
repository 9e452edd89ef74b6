import QAModel

/// What a service's page says beside the joint readings: strands that speak by themselves, and indicators against
/// their targets.
struct ServiceEvidence {
  /// `nil`: of all that the report is about.
  let service: UInt32?
  let context: ReportContext

  /// A line a strand that reads so in the given areas.
  func strands(_ wanted: StrandReading, in readings: [AreaFinding]) -> [Sentence] {
    Strand.allCases.compactMap { strand in
      let areas = readings.filter { $0.reading.strands[strand]?.reading == wanted }
      guard !areas.isEmpty else { return nil }
      let named = areas.map { finding in "\(finding.areaName)" as Sentence }
      var sentence: Sentence = "\(strand.shown) by itself, a \(wanted.rawValue): \(Wording.listed(named))."
      sentence.cites = areas.first?.figure.map { [$0] } ?? []
      return sentence
    }
  }

  /// The service's indicators that read so, with their values and targets; `nil` where none does.
  func indicators(_ wanted: IndicatorReading.Reading, _ label: String) -> Sentence? {
    let found = context.framework.indicators.indices.compactMap { position -> Sentence? in
      let indicator = context.framework.indicators[position]
      let key = context.key(.indicatorValue, service: service, first: context.place(.indicator, position))
      guard case .value(let value, _, _, _) = context.outcome(key), let target = indicator.target,
        IndicatorReading.read(value, indicator) == wanted
      else { return nil }
      return
        "\(indicator.term.name) \(context.cell(key)) against \(Value.number(target, places: indicator.places))"
    }
    return found.isEmpty ? nil : "\(label): \(Wording.listed(found))."
  }
}
