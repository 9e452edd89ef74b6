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

  /// Positions of the service's indicators that read so.
  func positions(_ wanted: IndicatorReading.Reading) -> [Int] {
    context.framework.indicators.indices.filter { position in
      let key = context.key(.indicatorValue, service: service, first: context.place(.indicator, position))
      guard case .value(let value, _, _, _) = context.outcome(key) else { return false }
      let indicator = context.framework.indicators[position]
      return indicator.target != nil && IndicatorReading.read(value, indicator) == wanted
    }
  }

  /// The service's indicators that read so, with their values and targets; `nil` where none does.
  func indicators(_ wanted: IndicatorReading.Reading, _ label: String) -> Sentence? {
    let found = positions(wanted).compactMap { position -> Sentence? in
      let indicator = context.framework.indicators[position]
      let key = context.key(.indicatorValue, service: service, first: context.place(.indicator, position))
      guard let target = indicator.target else { return nil }
      return
        "\(indicator.term.name) \(context.cell(key)) against \(Value.number(target, places: indicator.places))"
    }
    return found.isEmpty ? nil : "\(label): \(Wording.listed(found))."
  }

  /// What is past its day and has not been done, without a full stop: `1 complaint open past its time limit`.
  var late: [Sentence] {
    unseen + overdue(.actionsOverdue, "action overdue", "actions overdue")
      + overdue(
        .complaintsOpenOverdue, "complaint open past its time limit", "complaints open past their time limit")
  }

  /// Of that, what an action could be recorded on.
  var lateWithoutActions: [Sentence] {
    unseen
      + overdue(
        .complaintsOpenOverdue, "complaint open past its time limit", "complaints open past their time limit")
  }

  /// Concerns and inadequate audits of any period: what nobody has looked at does not get safer with the quarter's end.
  private var unseen: [Sentence] {
    [
      (
        context.records.concernsWithoutDate, "immediate concern without a date of notification",
        "immediate concerns without a date of notification"
      ),
      (
        context.records.inadequateWithoutReview, "inadequate audit more than a month old without a review",
        "inadequate audits more than a month old without a review"
      ),
    ].compactMap { records, one, many in
      let count = records.count { service == nil || $0.service == service }
      return count > 0 ? Wording.counted(count, one, many) : nil
    }
  }

  private func overdue(_ measure: MeasureID, _ one: String, _ many: String) -> [Sentence] {
    let cell = context.cell(context.key(measure, service: service))
    if case .count(1...) = cell.value { return [Wording.counted(cell, one, many)] }
    return []
  }
}
