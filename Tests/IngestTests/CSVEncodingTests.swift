import Testing

@testable import Ingest

@Suite("Encodings")
struct CSVEncodingTests {
  static let text = "name,note\nÉlodie O’Brien,“café” – £5 €6 😀\n"

  static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test("UTF-8 and UTF-16 with and without a byte-order mark read alike", arguments: readSizes)
  func unicode(readSize: Int) throws {
    let expected = try records(Self.text).cells
    #expect(expected[1] == ["Élodie O’Brien", "“café” – £5 €6 😀"])
    let variants: [[UInt8]] = [
      [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8), Self.utf16(Self.text, bigEndian: false, mark: true),
      Self.utf16(Self.text, bigEndian: true, mark: true),
      Self.utf16(Self.text, bigEndian: false, mark: false),
      Self.utf16(Self.text, bigEndian: true, mark: false),
    ]
    for bytes in variants { #expect(try records(bytes, readSize: readSize).cells == expected) }
  }

  @Test("a byte-order mark before a quoted header is no error", arguments: readSizes)
  func markBeforeQuote(readSize: Int) throws {
    let read = try records([0xEF, 0xBB, 0xBF] + Array("\"a\",b\n1,2".utf8), readSize: readSize)
    #expect(read.cells == [["a", "b"], ["1", "2"]])
    #expect(read.broken.isEmpty)
  }

  @Test("Windows-1252 with its quotes, dashes and euro", arguments: readSizes)
  func windows1252(readSize: Int) throws {
    let bytes: [UInt8] = Array("a,b\n".utf8) + [0xC9, 0x6C, 0x2C, 0x93, 0x80, 0x94, 0x96, 0x92, 0xA3, 0x0A]
    #expect(try records(bytes, readSize: readSize).cells == [["a", "b"], ["Él", "“€”–’£"]])
  }

  @Test("a stray quote in UTF-16 begins again on the next line", arguments: readSizes)
  func strayQuoteInUTF16(readSize: Int) throws {
    let bytes = Self.utf16("h,t\r\n1,\"öps\r\n2,😀\r\n", bigEndian: false, mark: true)
    let read = try records(bytes, readSize: readSize)
    #expect(read.cells == [["h", "t"], ["2", "😀"]])
    #expect(read.lines == [1, 3])
  }

  @Test(
    "what a file is",
    arguments: [
      (Array("plain".utf8), TextEncoding.utf8, 0, false), (Array("é, è".utf8), .utf8, 0, false),
      ([0x61, 0x81, 0x62, 0xE9], .windows1252, 0, true),
      ([0xFF, 0xFE, 0x61, 0x00], .utf16LittleEndian, 2, true),
      (Array("é è ê".utf8) + [0xFF], .utf8, 0, true), ([0x63, 0x61, 0x66, 0xE9], .windows1252, 0, false),
      ([0xEF, 0xBB, 0xBF, 0x61, 0xE9], .utf8, 3, true),
    ] as [([UInt8], TextEncoding, Int, Bool)])
  func findings(bytes: [UInt8], encoding: TextEncoding, mark: Int, hasUndecodable: Bool) throws {
    let finding = try FileSurvey(of: MemoryBytes(bytes)).finding.get()
    #expect(finding == .init(encoding: encoding, markLength: mark, hasUndecodable: hasUndecodable))
  }

  @Test(
    "what is no text",
    arguments: [
      ([], NotText.empty), ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], .workbook),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .oldWorkbook), (Array("%PDF-1.7".utf8), .pdf),
      ([0x1F, 0x8B, 0x08, 0x00], .compressed), (Array("<!DOCTYPE html><html>".utf8), .webPage),
      (Array("a,b\n1,".utf8) + [0x00] + Array("2\n".utf8), .binary),
      ([0x01, 0x02, 0x03, 0x04, 0x41, 0x42], .binary),
      (Array(repeating: 0x1A, count: 32) + Array("\na,b\n".utf8), .binary),
    ] as [([UInt8], NotText)])
  func notText(bytes: [UInt8], reason: NotText) throws {
    for readSize in [1, 3, 1 << 18] {
      let finding = try FileSurvey(of: MemoryBytes(bytes), readSize: readSize).finding
      #expect(finding == .failure(UnreadableText(reason: reason)))
    }
  }

  @Test(
    "well-formed UTF-8",
    arguments: [
      ([0x61], true), ([0xC3, 0xA9], true), ([0xF0, 0x9F, 0x98, 0x80], true), ([0xC0, 0x80], false),
      ([0xED, 0xA0, 0x80], false), ([0xE0, 0x80, 0x80], false), ([0xF4, 0x90, 0x80, 0x80], false),
      ([0xC3], false), ([0xC3, 0x61], false), ([0x80], false), ([0xF5, 0x80, 0x80, 0x80], false),
    ] as [([UInt8], Bool)])
  func utf8(bytes: [UInt8], isValid: Bool) {
    #expect(UTF8Scanner.isValid(bytes) == isValid)
    #expect((String(validating: bytes, as: UTF8.self) != nil) == isValid)
  }
}
