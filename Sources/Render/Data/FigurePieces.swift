import QAModel

/// The pieces that rows of figures are put together of, each made once.
struct FigurePieces {
  private let names: FigureNames
  private let services: [FigurePiece]
  /// What stands where no service does: of a report on one service its name.
  private let whole: FigurePiece
  private let teams: [FigurePiece]
  private let noTeam = FigurePiece("team", nil)
  private let periods: [FigurePiece]
  private let sections: [FigureID: FigurePiece]
  private let noSection = FigurePiece("section", nil)
  private let noNote = FigurePiece("note", nil)
  /// Figures of one measure, and of one axis, stand together: each is looked up once.
  private var measure: (id: MeasureID, piece: FigurePiece)?
  private var first: Places
  private var second: Places
  private var slugs: FigureSlugs
  private var slug = FigurePiece(from: "figure")
  private var counts: [FigurePiece?] = Array(repeating: nil, count: 4096)
  /// By both numbers of a share.
  private var shares: [UInt64: (interval: Interval?, piece: FigurePiece)] = [:]

  init(_ names: FigureNames, sections: [FigureID: String]) {
    self.names = names
    func pieces(_ column: String, _ names: [String]) -> [FigurePiece] {
      names.map { FigurePiece(column, DisplayText.clean($0)) }
    }
    services = pieces("service", names.services)
    whole = FigurePiece("service", names.whole.map(DisplayText.clean))
    teams = pieces("team", names.teams)
    periods = pieces("period", names.periods.map(\.slug))
    self.sections = sections.mapValues { FigurePiece("section", $0) }
    first = Places("dimension")
    second = Places("dimension2")
    slugs = FigureSlugs(names)
  }

  mutating func write(_ figure: Figure, to writer: inout FigureFileWriter) {
    let key = figure.key
    slugs.make(key)
    slug.clear(from: "figure")
    slug.add(plain: slugs.bytes)
    writer.beginRow()
    writer.add(slug)
    writer.add(sections[FigureID(String(decoding: slugs.bytes, as: UTF8.self))] ?? noSection)
    writer.add(piece(of: key.measure))
    writer.add(key.service.map { services[Int($0)] } ?? whole)
    writer.add(key.team.map { teams[Int($0)] } ?? noTeam)
    writer.add(first.piece(of: key.first, names))
    writer.add(second.piece(of: key.second, names))
    writer.add(periods[Int(key.period)])
    var reading: String?
    writer.add(numbers(figure.outcome, &reading))
    if reading == nil, figure.note == nil {
      writer.add(noNote)
    } else {
      writer.add(FigurePiece("note", FigureRow.note(reading: reading, figure.note)))
    }
  }

  private mutating func piece(of id: MeasureID) -> FigurePiece {
    if let measure, measure.id == id { return measure.piece }
    let piece = FigurePiece("measure", id.rawValue)
    measure = (id, piece)
    return piece
  }

  /// Small counts and shares come again and again.
  private mutating func numbers(_ outcome: Outcome, _ reading: inout String?) -> FigurePiece {
    switch outcome {
    case .count(let count) where counts.indices.contains(count):
      if let known = counts[count] { return known }
      let piece = FigureRow(outcome).numbers
      counts[count] = piece
      return piece
    case .share(let part, let whole, let interval) where part < 1 << 31 && whole < 1 << 31:
      let key = UInt64(truncatingIfNeeded: part) << 32 | UInt64(UInt32(truncatingIfNeeded: whole))
      if let known = shares[key], known.interval == interval { return known.piece }
      let piece = FigureRow(outcome).numbers
      shares[key] = (interval, piece)
      return piece
    default:
      let row = FigureRow(outcome)
      reading = row.reading
      return row.numbers
    }
  }

  /// The places of one of a figure's two axes.
  private struct Places {
    private let column: String
    private let none: FigurePiece
    private var axes: [Axis: [FigurePiece]] = [:]
    private var latest: (axis: Axis, pieces: [FigurePiece])?

    init(_ column: String) {
      self.column = column
      none = Self.piece(column, nil, nil)
    }

    mutating func piece(of place: AxisPlace?, _ names: FigureNames) -> FigurePiece {
      guard let place else { return none }
      if latest?.axis != place.axis { latest = (place.axis, pieces(of: place.axis, names)) }
      guard let latest, Int(place.place) < latest.pieces.count else {
        return Self.piece(column, place.axis, nil)
      }
      return latest.pieces[Int(place.place)]
    }

    private mutating func pieces(of axis: Axis, _ names: FigureNames) -> [FigurePiece] {
      if let known = axes[axis] { return known }
      let pieces = (names.places[axis] ?? []).map { Self.piece(column, axis, DisplayText.clean($0)) }
      axes[axis] = pieces
      return pieces
    }

    private static func piece(_ column: String, _ axis: Axis?, _ name: String?) -> FigurePiece {
      var piece = FigurePiece(column, axis?.rawValue)
      piece.add(name)
      return piece
    }
  }
}
