import Foundation
import Testing

/// What people write themselves, and what an authority gives its reports, in the pack of the built program.
@Suite("Narrative and branding")
struct NarrativeTests {
  private static let figure = "audits-completed--all--2025-26-q3"

  /// A pack made of a small workspace, which stays as long as this does.
  private struct Made {
    let result: Program.Result
    let folder: TemporaryFolder
    let pack: URL

    func text(_ file: String) throws -> String {
      try String(contentsOf: pack.appending(path: file), encoding: .utf8)
    }
  }

  private func make(
    _ files: [String: String], configuration: String = SmallWorkspace.configuration,
    audience: String = "internal",
    bytes: [String: Data] = [:]
  ) throws -> Made {
    let folder = try SmallWorkspace.make(configuration: configuration)
    for (path, text) in files { try folder.write(text, to: path) }
    for (path, data) in bytes { try folder.write(data, to: path) }
    return try make(in: folder, audience: audience)
  }

  private func make(in folder: TemporaryFolder, audience: String) throws -> Made {
    let result = try Program.run([
      "quarterly", "--workspace", folder.url.path, "--period", "2025-26-Q3", "--audience", audience,
      "--quiet",
    ])
    let name = "output/quarterly-2025-26-Q3" + (audience == "internal" ? "" : "-\(audience)")
    return Made(result: result, folder: folder, pack: folder.url.appending(path: name))
  }

  @Test("paragraphs, lists and figures stand alike in all three formats")
  func alike() throws {
    let made = try make([
      "narrative/summary.md": """
      We audited **{{figure:\(Self.figure)}}** children's records, *fewer* than
      planned; see [the guidance](https://www.gov.uk/guidance).

      - A first <b>worry</b>
      - 2 * 3 \\* 4
      """
    ])
    #expect(made.result.status == 0, "\(made.result.errors)")
    let page = try made.text("report.html")
    #expect(
      page.contains(
        "We audited <span class=\"v\">3</span> children&#39;s records, <em>fewer</em> than planned"))
    #expect(page.contains("the guidance (https://www.gov.uk/guidance)"))
    #expect(page.contains("<li>A first &lt;b&gt;worry&lt;/b&gt;</li>"))
    #expect(page.contains("<li>2 * 3 * 4</li>"))
    let markdown = try made.text("report.md")
    #expect(markdown.contains("We audited 3 children's records, *fewer* than planned"))
    let sheets = try ZipReader(path: made.pack.appending(path: "report.xlsx").path)
    let strings = try sheets.text("xl/sharedStrings.xml")
    #expect(strings.contains("We audited 3 children's records, fewer than planned"))
    #expect(strings.contains("• 2 * 3 * 4"))
  }

  @Test("a wrong figure or section is told with its line and what may be meant, and nothing is made")
  func wrongNames() throws {
    let made = try make([
      "narrative/summary.md": "Fine.\n\nWe audited {{figure:audits-complete--all--2025-26-q3}}.",
      "narrative/sumary.md": "Nowhere.",
    ])
    #expect(made.result.status == 2)
    #expect(made.result.errors.contains("narrative/summary.md:3: error: there is no figure"))
    #expect(made.result.errors.contains("Did you mean \(Self.figure)?"))
    #expect(made.result.errors.contains("narrative/sumary.md: error: the report has no section \"sumary\""))
    #expect(made.result.errors.contains("Did you mean summary.md?"))
    #expect(try made.folder.files().filter { $0.hasPrefix("output") }.isEmpty)
  }

  @Test(
    "what a report has no place for is told with its line",
    arguments: [
      ("# Heading", "a heading is not read here"), ("1. First", "a numbered list is not read here"),
      ("| a | b |", "a table is not read here"),
      ("[x](javascript:alert(1))", "does not lead to a page of the web"),
      ("{{figur:x}}", "names no figure"), ("Too {{figure:x", "names no figure"),
    ])
  func refused(written: String, message: String) throws {
    let made = try make(["narrative/summary.md": "One.\n\n\(written)\n"])
    #expect(made.result.status == 2)
    #expect(made.result.errors.contains("narrative/summary.md:3: error: "))
    #expect(made.result.errors.contains(message), "\(made.result.errors)")
  }

  @Test("what was written for colleagues is not published; the public has its own text, with its own figures")
  func audiences() throws {
    let files = [
      "narrative/summary.md": "Ask Jo Bloggs.",
      "narrative/public/summary.md": "We completed {{figure:\(Self.figure)}} audits.",
    ]
    let made = try make(files, audience: "public")
    #expect(made.result.status == 0, "\(made.result.errors)")
    let page = try made.text("report.html")
    #expect(!page.contains("Jo Bloggs"))
    // Three is a small number: withheld here as it is in the tables.
    #expect(page.contains("We completed <span class=\"v\">[c]</span> audits"))
    let inside = try make(files)
    #expect(try inside.text("report.html").contains("Ask Jo Bloggs."))
    #expect(try !inside.text("report.html").contains("We completed"))
  }

  @Test("a service's page takes its text by the service's name")
  func servicePage() throws {
    let made = try make([
      "narrative/service-early-help.md": "Written by the head of service."
    ])
    // Two audits are too few for a page of its own.
    #expect(made.result.status == 2)
    let rows = (1...6).map { "A\($0),C\($0),Early Help,Case audit,random,17/10/2025,Good" }
    try made.folder.write(SmallWorkspace.audits(rows), to: "exports/audits.csv")
    let again = try make(in: made.folder, audience: "internal")
    #expect(again.result.status == 0, "\(again.result.errors)")
    let page = try again.text("report.html")
    #expect(page.contains("<p>Written by the head of service.</p>"))
  }

  @Test("each report takes the text written for it, for its audience and its service, and no other's")
  func otherReports() throws {
    let rows = (1...6).map { "A\($0),C\($0),Early Help,Case audit,random,17/10/2025,Good" }
    let folder = try SmallWorkspace.make()
    for (path, text) in [
      "exports/audits.csv": SmallWorkspace.audits(rows),
      "narrative/summary.md": "Of the quarter.",
      "narrative/reports/board/summary.md": "Of the board's report, for colleagues: Jo Bloggs.",
      "narrative/reports/board/board/summary.md":
        "Of the board's report, {{figure:\(Self.figure)}} audits.",
      "narrative/reports/highlight/service-early-help/methods.md": "Of Early Help.",
      "narrative/reports/highlight/methods.md": "Of no service alone.",
    ] { try folder.write(text, to: path) }
    let period = ["--workspace", folder.url.path, "--period", "2025-26-Q3", "--quiet"]
    let written = [
      "Of the quarter.", "Of the board's report", "Jo Bloggs", "Of Early Help.", "Of no service",
    ]
    for (command, pack, found) in [
      (["quarterly"], "quarterly-2025-26-Q3", ["Of the quarter."]),
      (["report", "board"], "board-2025-26-Q3", ["Of the board's report"]),
      (["highlight", "--service", "Early Help"], "highlight-2025-26-Q3-early-help", ["Of Early Help."]),
    ] {
      let result = try Program.run(command + period)
      #expect(result.status == 0, "\(result.errors)")
      let text = try String(
        contentsOf: folder.url.appending(path: "output/\(pack)/report.md"), encoding: .utf8)
      for words in written { #expect(text.contains(words) == found.contains(words), "\(pack): \(words)") }
      if pack.hasPrefix("board") { #expect(text.contains("Of the board's report, 6 audits")) }
    }
  }

  @Test(
    "a folder of no report or audience is told, and nothing is made",
    arguments: [
      ("narrative/reports/anual/summary.md", "Did you mean \"annual\"?"),
      ("narrative/bord/summary.md", "Did you mean \"board\"?"),
      ("narrative/reports/annual/bord/summary.md", "Did you mean \"board\"?"),
    ])
  func unknownFolder(path: String, told: String) throws {
    let made = try make([path: "Nowhere."])
    #expect(made.result.status == 2)
    #expect(made.result.errors.contains("the folder is of no report or audience"), "\(made.result.errors)")
    #expect(made.result.errors.contains(told), "\(made.result.errors)")
  }

  // MARK: Branding

  /// One grey pixel, with a comment in it that names somebody.
  private static let png: Data = {
    func chunk(_ name: String, _ body: [UInt8], _ sum: [UInt8]) -> [UInt8] {
      [0, 0, 0, UInt8(body.count)] + Array(name.utf8) + body + sum
    }
    return Data(
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0], [0x3A, 0x7E, 0x9B, 0x55])
        + chunk("tEXt", Array("Author\0Jo Bloggs".utf8), [0, 0, 0, 0])
        + chunk("IDAT", [0x78, 0xDA, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81], [0xDA, 0x45, 0x08, 0x3B])
        + chunk("IEND", [], [0xAE, 0x42, 0x60, 0x82]))
  }()

  private static let branded =
    SmallWorkspace.configuration + """

      branding:
        logo: logo.png
        accent: "#7A1F5C"
        cover: [For the leadership team, "21 January 2026"]
      """

  @Test("logo, accent and cover are in the page, the workbook and the text")
  func branding() throws {
    let made = try make([:], configuration: Self.branded, bytes: ["logo.png": Self.png])
    #expect(made.result.status == 0, "\(made.result.errors)")
    let page = try made.text("report.html")
    #expect(
      page.contains(
        "<img alt=\"St Helens\" width=\"56\" height=\"56\" src=\"data:image/png;base64,iVBORw0KGgo"))
    #expect(page.contains("--accent:#7a1f5c"))
    #expect(page.contains("<p class=\"cover\">For the leadership team</p>"))
    #expect(page.contains("default-src 'none'; img-src data:; style-src 'sha256-"))
    let markdown = try made.text("report.md")
    #expect(markdown.contains("![St Helens](logo.png)"))
    #expect(markdown.contains("\n21 January 2026\n"))
    let logo = try Data(contentsOf: made.pack.appending(path: "logo.png"))
    #expect(logo.firstRange(of: Data("Jo Bloggs".utf8)) == nil)
    #expect(logo.count == Self.png.count - 12 - 16)
    let book = try ZipReader(path: made.pack.appending(path: "report.xlsx").path)
    #expect(!book.names.contains { $0.hasPrefix("xl/media") })
    #expect(try book.text("xl/styles.xml").contains("FF7A1F5C"))
  }

  @Test(
    "a logo that is more than a picture is refused",
    arguments: [
      ("<svg viewBox='0 0 9 9'><script>alert(1)</script></svg>", "may only draw"),
      ("<svg viewBox='0 0 9 9' onload='x()'/>", "runs or loads something"),
      ("<svg viewBox='0 0 9 9'><use href='https://example.org/a.svg#a'/></svg>", "runs or loads something"),
      ("<svg viewBox='0 0 9 9'><rect fill='url(https://example.org/a)'/></svg>", "runs or loads something"),
      ("<svg viewBox='0 0 9 9'><foreignObject/></svg>", "may only draw"),
      ("<!DOCTYPE svg [<!ENTITY x 'y'>]><svg viewBox='0 0 9 9'/>", "may only draw"),
      ("<svg/>", "how large it is"), ("GIF89a", "neither a PNG nor an SVG"),
    ])
  func refusedLogo(content: String, message: String) throws {
    let made = try make(
      ["logo.svg": content], configuration: SmallWorkspace.configuration + "\nbranding: {logo: logo.svg}")
    #expect(made.result.status == 2)
    #expect(
      made.result.errors.contains("qareport.yaml:3: error: the logo \"logo.svg\""), "\(made.result.errors)")
    #expect(made.result.errors.contains(message), "\(made.result.errors)")
  }

  @Test(
    "what cannot be a colour, or could not be read on the page, is an error with its line",
    arguments: [
      ("accent: red", "which is no colour"), ("accent: \"#ffff00\"", "too pale to be read"),
      ("acent: \"#000000\"", "Did you mean \"accent\"?"), ("logo: ../logo.png", "not below the workspace"),
      ("logo: gone.png", "there is no file"),
    ])
  func refusedBranding(entry: String, message: String) throws {
    let made = try make(
      [:], configuration: SmallWorkspace.configuration + "\nbranding:\n  \(entry)\n")
    #expect(made.result.status == 2)
    #expect(made.result.errors.contains("qareport.yaml:4: error: "), "\(made.result.errors)")
    #expect(made.result.errors.contains(message), "\(made.result.errors)")
  }
}
