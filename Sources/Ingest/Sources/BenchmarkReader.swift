import QAModel

/// Reads out of the open-data files of performance what they hold of others, by the same columns and cells as the
/// authority's own rows.
final class BenchmarkReader: ExportCompanion {
  private var assembler: TableAssembler<BenchmarkTable>
  /// What the lists of neighbours and the files themselves say of who is compared with.
  private let seen: Seen

  private final class Seen {
    var neighbours: Set<String> = []
    var region: String?
  }

  init(_ workspace: Workspace, _ names: NameBook, _ dataset: Dataset) {
    let settings = workspace.datasets[.performance] ?? DatasetSettings()
    self.settings = settings
    let lists = NeighbourLists(dataset.neighbours, names)
    let seen = Seen()
    var source = TableSource<BenchmarkTable>(
      kind: .performance, columns: Self.columns(workspace.framework), table: \.benchmarks,
      empty: BenchmarkTable(), origin: \.origin, key: Self.key)
    source.openData = { export, _ in
      guard var layout = OpenDataLayout(export, settings)?.layout else { return nil }
      let areas = OpenDataAreas(export, settings, neighbours: { lists.neighbours(of: $0) })
      seen.neighbours.formUnion(areas.neighbours)
      seen.region = seen.region ?? areas.region
      layout.inputs["area"] = .column(0, of: areas.table)
      layout.inputs["name"] = .column(1, of: areas.table)
      let (holds, blank) = (layout.holds, SpellingTable.blank)
      layout.holds = { row, variant in areas.table.columns[0].codes[row] != blank && holds(row, variant) }
      return layout
    }
    var scoped = workspace
    scoped.datasets[.performance]?.rows = OpenDataAreas.withoutAreas(settings.rows)
    assembler = TableAssembler(source, scoped, names)
    self.seen = seen
    model = lists.model
  }

  private let model: String?
  private let settings: DatasetSettings

  func add(_ export: RawExport) {
    guard OpenDataLayout.isOpenData(export.header), OpenDataLayout(export, settings) != nil else { return }
    var text = TextStore()
    assembler.add(export, text: &text)
  }

  /// Puts the table into the dataset, and counts rows that were none of the authority's own, and so set aside, as
  /// used.
  func finish(into dataset: inout Dataset) {
    let result = assembler.finish(dataset.text)
    guard !result.reconciliation.isEmpty else { return }
    var table = result.table
    table.neighbours = seen.neighbours.count
    table.model = model
    table.region = seen.region
    dataset.benchmarks = table
    let told = Set(dataset.diagnostics)
    dataset.diagnostics += result.diagnostics.filter { !told.contains($0) }
    for account in result.reconciliation {
      guard
        let position = dataset.reconciliation.firstIndex(where: {
          $0.file == account.file && $0.dataset == .performance
        })
      else { continue }
      dataset.reconciliation[position].count(asUsed: account)
    }
  }

  private static func columns(_ framework: Framework) -> [ColumnSpec<BenchmarkTable>] {
    [
      .values("indicator", \.indicatorCells, [], .indicators) { _ in IndicatorNames(framework).read }
        .costingTheRow(),
      .values("period", \.span, [], .days) { decoding in
        { PeriodDecoder.read($0, order: decoding.dateOrder) }
      }.needed().costingTheRow(),
      .list("area", \.area) { _ in
        ListDecoder(
          "area", id: "area",
          [(.england, ["england"]), (.region, ["region"]), (.neighbour, ["neighbour"])])
      },
      .name("name", \.name, \.words),
      .number("numerator", \.numerator),
      .number("denominator", \.denominator),
      .number("value", \.value),
    ]
  }

  /// Indicator, period and area.
  private static func key(_ table: BenchmarkTable, _ row: Int) -> RecordKey? {
    guard let first = table.first[row], let last = table.last[row] else { return nil }
    let days = UInt32(last.dayNumber - first.dayNumber)
    return RecordKey(
      first: UInt32(table.indicator[row]) << 16 | min(days, 0xFFFF),
      second: UInt32(bitPattern: first.dayNumber), third: UInt32(table.area[row]?.byte ?? .max),
      fourth: table.name[row] ?? .max)
  }
}

/// The neighbours of each authority, by three-digit codes.
struct NeighbourLists {
  let model: String?
  private var lists: [String: Set<String>] = [:]

  init(_ table: NeighbourTable?, _ names: NameBook) {
    guard let table else {
      model = nil
      return
    }
    let authorities = names.list(\.authorities).table
    for row in 0..<table.count {
      guard let authority = table.authority[row], let neighbour = table.neighbour[row] else { continue }
      lists[authorities.name(authority), default: []].insert(authorities.name(neighbour))
    }
    model = table.count > 0 ? table.model[0].map(names.list(\.words).table.name) : nil
  }

  func neighbours(of authority: String) -> Set<String> { lists[authority] ?? [] }
}

extension Reconciliation {
  /// Rows that another reading of the same file used were not outside what the workspace reads.
  fileprivate mutating func count(asUsed account: Reconciliation) {
    used += account.used
    replaced += account.replaced
    let left = (setAside[RowVerdicts.outsideScope] ?? 0) - account.used - account.replaced
    setAside[RowVerdicts.outsideScope] = left > 0 ? left : nil
    for (id, count) in account.cellRejects { cellRejects[id, default: 0] += count }
  }
}

extension BenchmarkTable {
  var indicatorCells: IndicatorCells {
    get { IndicatorCells(positions: indicator) }
    set { indicator = newValue.positions }
  }

  var span: SpanCells {
    get { SpanCells(first: first, last: last) }
    set { (first, last) = (newValue.first, newValue.last) }
  }
}
