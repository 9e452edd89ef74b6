import QAModel

/// Names that Excel accepts, whatever is in the titles they are made from.
enum WorkbookNames {
  /// Excel's limit for the name of a sheet, in UTF-16 units.
  static let longestSheetName = 31

  /// libxlsxwriter's limit for the name of a cell, in bytes, less what makes two of them unlike.
  static let longestCellName = 120

  /// `12 Grades by service`: the number makes it unique, the words are the start of the title.
  ///
  /// The title is cut at its first comma or colon, then after a whole word. Characters that Excel forbids in a sheet
  /// name, or that need quoting in a reference, are left out.
  static func sheet(_ number: Int, title: String) -> String {
    let words = subject(of: title).map { isFitForSheetName($0) ? $0 : " " }
      .split(separator: " ").map { String($0) }
    var name = String(number)
    for word in words {
      let longer = name + " " + word
      if longer.utf16.count > longestSheetName { break }
      name = longer
    }
    // A cut title should not end in "by" or "of".
    while let last = name.split(separator: " ").last, smallWords.contains(last.lowercased()) {
      name = name.dropLast(last.count).split(separator: " ").joined(separator: " ")
    }
    guard name == String(number) else { return name }
    let room = longestSheetName - name.utf16.count - 1
    return name + " " + (words.first.map { cut($0, toUTF16: room) } ?? "Table")
  }

  private static let smallWords: Set<String> = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "within",
    "&",
    "-", "(",
  ]

  /// A name for a table's cells: `good_or_better`, told apart from a cell's name (`Q3`) and from those taken.
  static func table(_ id: String, taken: inout Set<String>) -> String {
    var base = Slug.make(id).map { $0 == "-" ? "_" : String($0) }.joined()
    if let first = base.first, !first.isLetter { base = "data_" + base }
    if couldBeCell(base) || base.hasPrefix("table") { base = "data_" + base }
    base = String(base.prefix(200))
    var name = base
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(base)_\(number)"
      number += 1
    }
    return name
  }

  /// Headers as Excel wants them in a table: none empty, none twice, whatever the case, at most 255 characters.
  static func headers(_ headers: [String]) -> [String] {
    var taken: Set<String> = []
    return headers.enumerated().map { position, header in
      let clean = cut(DisplayText.clean(header), toUTF16: 240)
      let base = clean.isEmpty ? "Column \(position + 1) of the table" : clean
      var name = base
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(base) (\(number))"
        number += 1
      }
      return name
    }
  }

  /// The letters of a column, counted from 0: `A`, `Z`, `AA`.
  static func column(_ position: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + position % 26)))
    return position < 26 ? letter : column(position / 26 - 1) + letter
  }

  /// The longest start of a text that is no longer than so many UTF-16 units, no character split.
  static func cut(_ text: String, toUTF16 limit: Int) -> String {
    if text.utf16.count <= limit { return text }
    var length = 0
    return String(
      text.prefix { character in
        length += character.utf16.count
        return length <= limit
      })
  }

  /// What a title is about: what stands before its first comma or colon.
  private static func subject(of title: String) -> String {
    let clean = DisplayText.clean(title)
    let head = clean.prefix { $0 != "," && $0 != ":" }
    return head.isEmpty ? clean : String(head)
  }

  private static func isFitForSheetName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "(" || character == ")"
      || character == "&"
  }

  /// Up to three letters and digits (`q3`, `abc12`), or a row and column reference (`r`, `c`, `r1c1`).
  private static func couldBeCell(_ name: String) -> Bool {
    let digits = name.drop { $0.isLetter }
    let isA1 = name.count - digits.count <= 3 && digits.allSatisfy(\.isNumber)
    let isR1C1 = name.allSatisfy { $0 == "r" || $0 == "c" || $0.isNumber }
    return isA1 || isR1C1
  }
}
