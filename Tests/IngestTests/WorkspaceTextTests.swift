import Testing

@testable import Ingest

/// What is no YAML, or more of it than a configuration has.
@Suite("Text of a configuration")
struct WorkspaceTextTests {
  @Test(
    "that is not YAML is told by its line",
    arguments: [
      (
        "datasets:\n\taudits: {}",
        "3: error: a text cannot begin with this character. Indent with spaces, not tabs; put a text that begins with @, % or ` in quotes."
      ),
      (
        "datasets: {audits: {columns: {A: domain: Planning}}}",
        "2: error: a list or group opened on line 2 is not closed or lacks a comma. Separate its parts by commas and close it with }."
      ),
      (
        "datasets:\n  audits:\n    columns:\n      A: domain: Planning",
        "5: error: a colon stands where none can stand. Put a text that holds a colon and a space in quotes, as \"domain: Planning\", and check the indentation."
      ),
      (
        "datasets:\n  audits:\n    files: *audit*.csv",
        "4: error: a text that begins with * or & is not in quotes. Put it in quotes, as \"*audit*.csv\"."
      ),
      (
        "services: [Early Help,\nexports: in",
        "4: error: a list or group opened on line 2 is not closed or lacks a comma. Separate its parts by commas and close it with ]."
      ),
      (
        "exports: in\n marking: x",
        "3: error: a colon stands where none can stand. Put a text that holds a colon and a space in quotes, as \"domain: Planning\", and check the indentation."
      ),
      (
        "  exports: in",
        "2: error: a colon stands where none can stand. Put a text that holds a colon and a space in quotes, as \"domain: Planning\", and check the indentation."
      ),
      (
        "title: \"never closed\nexports: in\n",
        "2: error: a quote opened here is not closed. Close it on the same line."
      ),
      ("exports", "3: error: a colon is missing after the key on line 2. Write KEY: VALUE."),
      (
        "---\nexports: in",
        "2: error: a second document begins here. Delete the line ---: a configuration is one document."
      ),
      (
        "? [a]\n: b",
        "2: error: a key must be a text, but a list or keys with values stand here. Write KEY: VALUE; put a key that begins with [, {, & or * in quotes."
      ),
    ])
  func syntax(lines: String, message: String) throws {
    #expect(try faults(of: "framework: small\n" + lines + "\n") == ["qareport.yaml:" + message])
  }

  @Test("with a byte-order mark, carriage returns or nothing but a comment below is read")
  func accepted() throws {
    for text in [
      "\u{FEFF}framework: small\n", "framework: small\r\nexports: in\r\n", "framework: small\n# no more",
    ] {
      #expect(try faults(of: text) == [])
    }
  }

  @Test("in another encoding is told")
  func encoding() throws {
    let folder = try TemporaryFolder()
    try folder.write(smallFramework, to: "frameworks/small.yaml")
    let cases: [([UInt8], String)] = [
      (
        Array("framework: small\nauthority: Sant".utf8) + [0xE9, 10],
        "qareport.yaml:2: error: a letter here is not in UTF-8. Save the file as UTF-8."
      ),
      ([0xFF, 0xFE, 0x66, 0], "qareport.yaml:1: error: the file is in UTF-16. Save it as UTF-8."),
      (
        Array("framework: small\nauthority: S\u{1}\n".utf8),
        "qareport.yaml:2: error: there is a control character (code 1) on this line. Delete it: a configuration is plain text."
      ),
      (
        Array("framework: small\nauthority: S\0".utf8),
        "qareport.yaml:2: error: there is a control character (code 0) on this line. Delete it: a configuration is plain text."
      ),
    ]
    for (bytes, message) in cases {
      try folder.write(bytes, to: "qareport.yaml")
      let error = #expect(throws: WorkspaceError.self) {
        try WorkspaceReader(folder: folder.path, templates: []).read()
      }
      #expect(error?.diagnostics.map(printed) == [message])
    }
  }

  @Test("that grows through aliases is refused before it can")
  func laughs() throws {
    var lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    for level in 1...12 {
      let alias = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      lines.append("a\(level): &a\(level) [\(alias)]")
    }
    let message =
      "error: the YAML anchor or alias \"a0\" is not read here. A few lines with anchors can stand for more than any memory holds, so none are read. Write the value out where it is needed; put a text that begins with & or * in quotes."
    #expect(try faults(of: lines.joined(separator: "\n")) == ["qareport.yaml:2: " + message])
    lines.append("? *a12\n: as a key, which is hashed\n? *a12\n: again")
    #expect(try faults(of: lines.joined(separator: "\n")) == ["qareport.yaml:2: " + message])
    #expect(
      try faults(of: "framework: small\nexports: &only in\n")
        == ["qareport.yaml:2: " + message.replacing("\"a0\"", with: "\"only\"")])
  }

  @Test("with & and * that are no anchors is read")
  func signs() throws {
    let text = """
      framework: small
      services:
        MASH & Front Door: [A&I, "&Duty", C &D]
      datasets:
        audits: {files: ["*audit*.csv", "audit *", a/*/b.csv]}
      # &x in a comment
      """
    #expect(try faults(of: text) == [])
  }

  @Test(
    "too deep is refused",
    arguments: [
      ("a: " + String(repeating: "[", count: 33), 1), ("a:\n  b: " + String(repeating: "{a: ", count: 40), 2),
      ("a:\n" + String(repeating: "- ", count: 101) + "x", 2), (String(repeating: "[", count: 100_000), 1),
      (String(repeating: " ", count: 65) + "a: b", 1),
    ])
  func depth(text: String, line: Int) throws {
    #expect(
      try faults(of: text) == [
        "qareport.yaml:\(line): error: the file is nested too deeply here. At most 32 brackets within one another and 64 leading spaces are read. Close the brackets, or write the list as lines that begin with a hyphen."
      ])
  }

  @Test("of more levels than the program reads is refused even below those limits")
  func levels() throws {
    let text = (0..<50).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(
      try faults(of: text) == [
        "qareport.yaml:33: error: the file is nested too deeply here. At most 32 levels are read."
      ])
  }

  @Test("of more than half a megabyte is refused, and one of many names")
  func size() throws {
    #expect(
      try faults(of: "framework: small\n" + String(repeating: "#", count: 1 << 19)) == [
        "qareport.yaml: error: the file is larger than 512 KB, the most that is read."
      ])
    let names = (0...1000).map { "- Service number \($0)" }.joined(separator: "\n  ")
    #expect(
      try faults(of: "framework: small\nservices:\n  " + names) == [
        "qareport.yaml:3: error: services has more than 1000 entries. Take out what the reports do not need."
      ])
  }

  @Test("with many doubled keys ends")
  func doubled() throws {
    let ten = (1...10).map { "k\($0): 1\nk\($0): 2" }.joined(separator: "\n")
    #expect(try faults(of: ten).filter { $0.contains("stands on line") }.count == 10)
    let more = ten + "\n" + (11...20).map { "k\($0): 1\nk\($0): 2" }.joined(separator: "\n")
    #expect(
      try faults(of: more) == ["qareport.yaml:1: error: more than 10 keys stand twice in this file."])
    #expect(
      try faults(of: "framework: small\n? |\n  a\n: 1\n? |\n  a\n: 2\n") == [
        "qareport.yaml:2: error: the key \"a \" stands twice in one group of keys. Only one of the two could count. Put what belongs together under one of them and delete the other."
      ])
  }

  @Test("that is not there, or a folder, says what to do")
  func absent() throws {
    let folder = try TemporaryFolder()
    try folder.write(smallFramework, to: "frameworks/small.yaml")
    let reader = WorkspaceReader(folder: folder.path, templates: [])
    let missing = #expect(throws: WorkspaceError.self) { try reader.read() }
    #expect(
      missing?.diagnostics.map(printed) == [
        "qareport.yaml: error: there is no qareport.yaml in \(folder.path). A workspace is a folder with a qareport.yaml and a folder of exports. Name the workspace's folder with --workspace, or write the file: one line such as framework: st-helens will do. The frameworks are: small."
      ])
    try folder.write("x", to: "qareport.yaml/x")
    let directory = #expect(throws: WorkspaceError.self) { try reader.read() }
    #expect(
      directory?.diagnostics.map(printed) == ["qareport.yaml: error: the file is not an ordinary file."])
    let nowhere = #expect(throws: WorkspaceError.self) {
      try WorkspaceReader(folder: folder.path + "/none", templates: []).read()
    }
    #expect(
      nowhere?.diagnostics.map(printed) == [
        "\(folder.path)/none: error: there is no such folder. Give the workspace's folder with --workspace."
      ])
  }
}
