/// How the bytes of an export stand for text.
enum TextEncoding: Equatable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case windows1252

  /// As a message names it.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16 (little-endian)"
    case .utf16BigEndian: "UTF-16 (big-endian)"
    case .windows1252: "Windows-1252"
    }
  }
}

/// Why a file is no table of text.
enum NotText: Equatable {
  case empty
  case workbook
  case oldWorkbook
  case pdf
  case compressed
  case webPage
  case binary

  var explanation: String {
    switch self {
    case .empty: "it is empty"
    case .workbook: "it is an Excel workbook (or another ZIP file) with the name of a CSV file"
    case .oldWorkbook: "it is an Excel workbook of the older kind with the name of a CSV file"
    case .pdf: "it is a PDF"
    case .compressed: "it is a compressed file"
    case .webPage: "it is a web page, perhaps the sign-in page of the system it was to be exported from"
    case .binary: "it holds bytes that no text has"
    }
  }

  /// Tells from the first bytes of a file, where they give it away.
  static func signature(of head: UnsafeRawBufferPointer) -> NotText? {
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .workbook }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldWorkbook }
    if head.starts(with: Array("%PDF".utf8)) { return .pdf }
    if head.starts(with: [0x1F, 0x8B]) { return .compressed }
    let start = String(decoding: head.prefix(64), as: UTF8.self).lowercased()
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return .webPage }
    return nil
  }
}
