import QAModel

/// The comments of a workspace before they are read for themes: which there are, whose they are, and which only repeat
/// another of their record.
struct GatheredComments: Sendable {
  /// What reading a piece of them gave.
  struct Part: Sendable {
    fileprivate var table = FindingTable()
    /// Of each comment how many themes it tells.
    fileprivate var counts: [UInt32] = []
  }

  private(set) var comments: [CommentReadings.Comment] = []
  private(set) var records: [CommentReadings.Record] = []
  /// By comment: where in `origins` its own stands.
  private var originOf: [UInt32] = []
  private var origins: [CommentOrigin] = []
  private let text: TextStore

  init(of dataset: Dataset, engine: ThemeEngine) {
    text = dataset.text
    var places: [RecordKey: Int] = [:]
    var known: [OriginKey: UInt32] = [:]
    for column in CommentColumn.all(of: dataset) {
      gather(column, dataset.names.services, engine, &places, &known)
    }
  }

  private struct RecordKey: Hashable {
    var dataset: DatasetKind
    /// The id's code, or the row with the highest bit set where there is no id.
    var id: UInt64
  }

  private struct OriginKey: Hashable {
    var source: CommentSource
    var service: UInt32?
  }

  private struct Repeated: Hashable {
    var record: Int
    var text: ArraySlice<UInt8>

    /// The bytes in one go: hashed one by one they cost as much as reading them for themes.
    func hash(into hasher: inout Hasher) {
      hasher.combine(record)
      text.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  private mutating func gather(
    _ column: CommentColumn, _ services: NameTable, _ engine: ThemeEngine, _ places: inout [RecordKey: Int],
    _ known: inout [OriginKey: UInt32]
  ) {
    let firstOfColumn = comments.count
    var seen: Set<Repeated> = []
    for row in 0..<column.text.count where !column.text.isBlank(row) {
      let source = column.source(row)
      let service = column.service[row]
      let id = column.id?[row].map(UInt64.init)
      let key = RecordKey(dataset: column.dataset, id: id ?? 1 << 63 | UInt64(row))
      let (at, length) = (column.text.at[row], column.text.length[row])
      let record = places[key] ?? records.count
      // A record of several rows, as a complaint of several stages, often repeats its text in each.
      if id != nil, record < records.count {
        let earlier = records[record].comments.suffix(2).filter { $0 >= firstOfColumn }
        if let first = earlier.first {
          if earlier.count == 1 { seen.insert(Repeated(record: record, text: bytes(first))) }
          let text = text.bytes[Int(at)..<Int(at) + Int(length)]
          if !seen.insert(Repeated(record: record, text: text)).inserted { continue }
        }
      }
      let originKey = OriginKey(source: source, service: service)
      let origin = known[originKey] ?? UInt32(origins.count)
      if origin == origins.count {
        known[originKey] = origin
        origins.append(
          engine.origin(source: source.rawValue, service: service.map(services.name) ?? ""))
      }
      if record == records.count {
        places[key] = record
        records.append(
          CommentReadings.Record(
            dataset: column.dataset, row: row, date: column.date[row], service: service, labels: [],
            comments: []))
      }
      records[record].comments.append(comments.count)
      originOf.append(origin)
      comments.append(
        CommentReadings.Comment(
          source: source, row: row, record: record, date: column.date[row], service: service, at: at,
          length: length))
    }
  }

  private func bytes(_ comment: Int) -> ArraySlice<UInt8> {
    let (at, length) = (Int(comments[comment].at), Int(comments[comment].length))
    return text.bytes[at..<at + length]
  }

  /// Stretches of about as many comments, several for each thread.
  var pieces: [Range<Int>] {
    let size = max(64, comments.count / 32 + 1)
    return stride(from: 0, to: comments.count, by: size).map { $0..<min($0 + size, comments.count) }
  }

  /// Reads a piece for themes.
  func read(_ piece: Range<Int>, by engine: ThemeEngine) -> Part {
    var engine = engine
    var part = Part()
    part.counts.reserveCapacity(piece.count)
    text.bytes.withUnsafeBufferPointer { bytes in
      for place in piece {
        let (at, length) = (Int(comments[place].at), Int(comments[place].length))
        let told = engine.read(
          UnsafeBufferPointer(rebasing: bytes[at..<at + length]), from: origins[Int(originOf[place])],
          into: &part.table)
        part.counts.append(UInt32(told))
      }
    }
    return part
  }

  /// Puts together what all pieces gave, in their order, and tells every comment and record its own.
  mutating func join(_ parts: [Part]) -> FindingTable {
    var table = FindingTable()
    table.reserve(
      findings: parts.reduce(0) { $0 + $1.table.findings.count },
      hits: parts.reduce(0) { $0 + $1.table.hits.count })
    var (comment, finding) = (0, UInt32(0))
    for part in parts {
      table.append(part.table)
      for count in part.counts {
        comments[comment].firstFinding = finding
        comments[comment].findingCount = count
        finding += count
        comment += 1
      }
    }
    for comment in comments {
      let findings = Int(comment.firstFinding)..<Int(comment.firstFinding + comment.findingCount)
      for finding in table.findings[findings] {
        let label = ThemeLabel(theme: finding.theme, polarity: finding.polarity)
        if !records[comment.record].labels.contains(label) { records[comment.record].labels.append(label) }
      }
    }
    return table
  }
}
