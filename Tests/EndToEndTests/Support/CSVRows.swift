import Foundation

/// Rows of a CSV by column name, read apart from the program: quoted fields, commas and line feeds in them.
enum CSVRows {
  static func read(_ file: URL) throws -> [[String: String]] {
    let records = records(try String(contentsOf: file, encoding: .utf8))
    guard let header = records.first else { return [] }
    return records.dropFirst().map { fields in
      Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first })
    }
  }

  static func records(_ text: String, separator: Unicode.Scalar = ",") -> [[String]] {
    var records: [[String]] = []
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    var pendingQuote = false
    func endField() {
      fields.append(String(field))
      field.removeAll()
    }
    for scalar in text.unicodeScalars {
      if isQuoted, !pendingQuote, scalar != "\"" {
        field.append(scalar)
        continue
      }
      switch scalar {
      case "\"":
        if pendingQuote { field.append(scalar) }
        pendingQuote = isQuoted && !pendingQuote
        isQuoted = true
      case separator:
        (isQuoted, pendingQuote) = (false, false)
        endField()
      case "\n":
        (isQuoted, pendingQuote) = (false, false)
        endField()
        records.append(fields)
        fields = []
      case "\r": break
      default: field.append(scalar)
      }
    }
    if !fields.isEmpty || !field.isEmpty {
      endField()
      records.append(fields)
    }
    return records
  }
}
