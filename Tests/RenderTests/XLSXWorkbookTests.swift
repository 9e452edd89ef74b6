import CStreams
import Glibc
import QAModel
import Testing

@testable import Render

@Suite("The workbook")
struct XLSXWorkbookTests {
  private let folder: TemporaryFolder
  private let document = SampleDocument.make()
  private let reader: SheetReader

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.path + "/sample.xlsx"
    try WorkbookRenderer(temporaryFolder: folder.path).render(document, to: path)
    reader = try SheetReader(path: path)
  }

  @Test(
    "where QAREPORT_SAMPLE_OUT names a folder, the sample is left there for other programs to look at",
    .enabled(if: getenv("QAREPORT_SAMPLE_OUT") != nil))
  func keep() throws {
    let kept = try #require(getenv("QAREPORT_SAMPLE_OUT").map { String(cString: $0) })
    try WorkbookRenderer(temporaryFolder: folder.path).render(document, to: kept + "/sample.xlsx")
  }

  @Test("a second run gives the same bytes")
  func sameBytes() throws {
    let paths = ["/first.xlsx", "/second.xlsx"].map { folder.path + $0 }
    for path in paths { try WorkbookRenderer(temporaryFolder: folder.path).render(document, to: path) }
    #expect(try bytes(paths[0]) == bytes(paths[1]))
  }

  @Test("front sheets, then a sheet a table, then the values of charts with gaps")
  func sheets() throws {
    let tables = document.tables.count
    #expect(Array(reader.names.prefix(4)) == ["Cover", "Contents", "About this report", "Notes"])
    #expect(reader.names.count == 4 + tables + 1)
    #expect(reader.names.last == "Information for charts")
    #expect(reader.names.allSatisfy { $0.utf16.count <= 31 })
    #expect(Set(reader.names.map { $0.lowercased() }).count == reader.names.count)
  }

  @Test("every cell of every table holds what the document shows")
  func cells() throws {
    for (position, table) in document.tables.enumerated() {
      let cells = try reader.cells(5 + position)
      #expect(cells["A1"] == .text(DisplayText.clean(table.title)))
      let header = try #require(
        (2...60).first { cells["A\($0)"] == .text(DisplayText.clean(table.columns[0].header)) })
      for (row, values) in table.rows.enumerated() {
        for (column, cell) in values.enumerated() {
          let reference = String(UnicodeScalar(UInt8(65 + column))) + String(header + 1 + row)
          #expect(cells[reference].map(shown) == cell.value.displayed, "\(table.id) \(reference)")
        }
      }
      #expect(cells["A\(header + table.rows.count + 1)"] == nil, "nothing stands below the table")
    }
  }

  @Test("hostile text stays text: no formula, no link out, no macro, nothing outside the workbook")
  func nothingActive() throws {
    for (position, name) in reader.names.enumerated() {
      let xml = try reader.xml(position + 1)
      #expect(SheetReader.tags("f", in: xml).isEmpty, "\(name) holds a formula")
      #expect(SheetReader.tags("autoFilter", in: xml).isEmpty)
      #expect(SheetReader.tags("mergeCell", in: xml).isEmpty)
      for link in SheetReader.tags("hyperlink", in: xml) {
        #expect(SheetReader.attribute("location", of: link.tag) != nil)
        #expect(SheetReader.attribute("r:id", of: link.tag) == nil)
      }
    }
    #expect(reader.zip.names.allSatisfy { !$0.hasSuffix(".bin") && !$0.contains("externalLink") })
    for part in reader.zip.names where part.hasSuffix(".rels") {
      #expect(try !reader.zip.text(part).contains("TargetMode=\"External\""), "\(part)")
    }
  }

  @Test("tables have names of their own, headers as their cells, and no filter buttons")
  func tables() throws {
    var names: Set<String> = []
    for part in reader.zip.names where part.hasPrefix("xl/tables/") {
      let xml = try reader.zip.text(part)
      let table = try #require(SheetReader.tags("table", in: xml).first)
      #expect(names.insert(try #require(SheetReader.attribute("displayName", of: table.tag))).inserted)
      #expect(!xml.contains("autoFilter"))
    }
    #expect(names.count == document.tables.count + 2)
    #expect(names.isSuperset(of: ["contents", "notes", "grades_by_service", "good_or_better"]))
  }

  @Test("each chart has its title, its axes by their names, and its alternative text")
  func charts() throws {
    let charts = document.sections.flatMap(\.allCharts)
    let parts = reader.zip.names.filter { $0.hasPrefix("xl/charts/chart") }
    #expect(parts.count == charts.count)
    let written = try parts.map { part in
      SheetReader.tags("a:t", in: try reader.zip.text(part)).map(\.inner).joined(separator: "\n")
    }
    for chart in charts where !chart.title.contains("<") {
      let xml = try #require(written.first { $0.hasPrefix(chart.title + "\n") })
      #expect(xml.contains(chart.valueTitle) && xml.contains(chart.categoryTitle))
    }
    let drawings = try reader.zip.names.filter { $0.hasPrefix("xl/drawings/drawing") }.map {
      try reader.zip.text($0)
    }
    .joined()
    let texts = SheetReader.tags("xdr:cNvPr", in: drawings).compactMap {
      SheetReader.attribute("descr", of: $0.tag)
    }
    #expect(Set(texts) == Set(charts.map(\.alternativeText)))
  }

  @Test("the document's properties come from the report")
  func properties() throws {
    let core = try reader.zip.text("docProps/core.xml")
    #expect(core.contains("<dc:title>Quarterly quality assurance report</dc:title>"))
    #expect(core.contains("<dc:creator>Sample Council</dc:creator>"))
    #expect(core.contains(">2025-12-31T00:00:00Z</dcterms:created>"))
  }

  @Test("a folder that is not there is an error that names it")
  func noFolder() throws {
    let missing = folder.path + "/missing"
    let path = missing + "/report.xlsx"
    #expect(throws: WorkbookError.notWritable(path: path, reason: "No such file or directory")) {
      try WorkbookRenderer(temporaryFolder: folder.path).render(document, to: path)
    }
    #expect(throws: WorkbookError.notWritable(path: missing, reason: "No such file or directory")) {
      try WorkbookRenderer(temporaryFolder: missing).render(document, to: folder.path + "/report.xlsx")
    }
  }

  @Test(
    "a workbook that is dropped leaves no file; one that cannot be written is freed once, with the reason")
  func notClosed() throws {
    let path = folder.path + "/dropped.xlsx"
    do {
      let workbook = try Workbook(path: path, temporaryFolder: folder.path)
      try workbook.addSheet("Cover").write("text", row: 0, workbook.formats[.body])
    }
    #expect(access(path, F_OK) != 0)
    let unwritable = try Workbook(path: folder.path, temporaryFolder: folder.path)
    let error = #expect(throws: WorkbookError.self) { try unwritable.close() }
    #expect(error?.description.contains("its error 2") == true)
  }

  @Test("a stream that could not be written is remembered, though rewinding takes its mark away")
  func streams() throws {
    _ = qareport_stream_failure()
    let full = try #require(fopen("/dev/full", "w"))
    fputs("a sheet", full)
    rewind(full)
    #expect(qareport_stream_failure() == ENOSPC)
    #expect(qareport_stream_failure() == 0)
    fclose(full)
    // libxlsxwriter finds these two before the C library's.
    let library = try #require(dlopen("libc.so.6", RTLD_LAZY))
    for name in ["rewind", "fclose"] {
      #expect(try #require(dlsym(nil, name)) != dlsym(library, name))
    }
  }

  @Test(
    "underscores that Excel would read as an escape are spelt",
    arguments: [
      ("_x0041_", "_x005F_x0041_"), ("a_x00e9_b", "a_x005F_x00e9_b"), ("_x004_", "_x004_"),
      ("_X0041_", "_X0041_"),
      ("snake_case_x1", "snake_case_x1"), ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
    ])
  func escapes(text: String, spelt: String) {
    #expect(Worksheet.escaped(text) == spelt)
  }

  private func shown(_ content: SheetReader.Content) -> String {
    switch content {
    case .text(let text): return text
    case .number(let number, "d mmm yyyy"): return CalendarDate(dayNumber: Int32(number) - 25_569).short
    case .number(let number, "0%"): return Rounding.percentage(number)
    case .number(let number, let format):
      #expect(format.hasPrefix("#,##0"))
      return Rounding.decimal(number, places: max(0, format.count - 6))
    }
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "rb"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1_000_000)
    let count = fread(&bytes, 1, 1_000_000, file)
    return Array(bytes[..<count])
  }
}

extension Section {
  var allCharts: [Chart] {
    blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
      + sections.flatMap(\.allCharts)
  }
}
