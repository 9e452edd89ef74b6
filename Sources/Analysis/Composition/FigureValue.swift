import QAModel

extension Framework {
  /// What a report shows for a figure, wherever it shows it.
  func value(of outcome: Outcome, _ key: FigureKey) -> Value {
    switch outcome {
    case .count(let number): .count(number)
    case .share(let part, let whole, _): .share(part, of: whole)
    case .value(let number, _, _, _): .number(number, places: places(of: key))
    case .coefficient(let number, _, _): .number(number, places: 2)
    case .strand(let reading, _): .text(reading.rawValue)
    case .joint(let reading, _): .text(reading.rawValue)
    case .suppressed: .suppressed
    case .insufficient: .insufficient
    case .notAvailable: .notAvailable
    case .notApplicable: .notApplicable
    }
  }

  private func places(of key: FigureKey) -> Int {
    guard let place = key.first, place.axis == .indicator else { return 1 }
    return indicators[Int(place.place)].places
  }
}
