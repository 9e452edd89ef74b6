import QAModel

/// Reads `thresholds` and `complaints`: the numbers of a framework's rules.
struct FrameworkRulesDecoder {
  let layers: ConfigurationLayers
  let faults: ConfigurationFaults

  private static let counts = [
    "fewest_records", "fewest_for_kappa", "fewest_for_service_page", "suppress_up_to",
  ]

  func thresholds() -> Thresholds {
    var thresholds = Thresholds()
    guard
      let group = layers.group(
        "thresholds", title: "thresholds", keys: Strand.allCases.map(\.rawValue) + Self.counts)
    else { return thresholds }
    for strand in Strand.allCases {
      if let share = group.value(strand.rawValue)?.share(strand.rawValue, faults) {
        thresholds.strand[strand] = share
      }
    }
    set(&thresholds.fewestRecords, "fewest_records", in: 1...10_000, of: group)
    set(&thresholds.fewestForKappa, "fewest_for_kappa", in: 2...10_000, of: group)
    set(&thresholds.fewestForServicePage, "fewest_for_service_page", in: 1...10_000, of: group)
    // With 1 alone withheld, two withheld cells that add up to 2 would tell themselves.
    set(&thresholds.suppressUpTo, "suppress_up_to", in: 2...10_000, of: group)
    return thresholds
  }

  func complaints() -> ComplaintTimescales {
    var timescales = ComplaintTimescales()
    let keys: [(String, WritableKeyPath<ComplaintTimescales, Int>)] = [
      ("stage_1", \.stage1), ("stage_1_complex", \.stage1Complex), ("stage_2", \.stage2),
      ("stage_2_extended", \.stage2Extended), ("stage_3_panel", \.stage3Panel),
      ("stage_3_report", \.stage3Report), ("stage_3_response", \.stage3Response),
    ]
    guard let group = layers.group("complaints", title: "complaints", keys: keys.map(\.0)) else {
      return timescales
    }
    for (key, path) in keys { set(&timescales[keyPath: path], key, in: 1...365, of: group) }
    for (longer, shorter) in [("stage_1_complex", "stage_1"), ("stage_2_extended", "stage_2")] {
      let days = { (key: String) in keys.first { $0.0 == key }.map { timescales[keyPath: $0.1] } ?? 0 }
      guard days(longer) < days(shorter), let node = group.value(longer) ?? group.value(shorter) else {
        continue
      }
      faults.error(
        "range", at: node.location,
        "\(longer) is \(days(longer)) working days, less than the \(days(shorter)) of \(shorter)",
        suggestion: "A complaint that is given longer cannot be due sooner: correct one of the two.")
    }
    return timescales
  }

  private func set(
    _ value: inout Int, _ key: String, in range: ClosedRange<Int>, of group: ConfigurationLayers
  ) {
    if let number = group.value(key)?.whole(key, in: range, faults) { value = number }
  }
}
