import QAModel

/// The header of an export: where it stands and what its columns are called.
struct FoundHeader: Equatable {
  /// The record of the file it is, from 0, blank lines counted.
  var record: Int
  /// 2 where the header takes two rows.
  var height: Int
  var line: UInt32
  /// The header of each column, of two rows joined by a space.
  var names: [String]
  var roles: [ColumnRole?]
  /// Title and blank rows above it.
  var titles: Int
  var blanks: Int

  /// The position of a column by its header, as written or as the workspace asks for it.
  func position(of header: String) -> Int? {
    let key = HeaderVocabulary.key(header)
    return names.firstIndex { HeaderVocabulary.key($0) == key } ?? roles.firstIndex { $0 == .asked(key) }
  }

  /// The headers that are no column of the dataset.
  var unread: [String] {
    zip(names, roles).filter { $1 == nil }.map { Cell.trimmed($0.0) }.filter { !$0.isEmpty }
  }

  /// Different columns of the dataset that were found.
  var score: Int { Set(roles.compactMap(\.self)).count }
}

/// Finds the header among the first records of an export: the row, or the two rows, with most of the dataset's
/// columns in it.
struct HeaderFinder {
  let vocabulary: HeaderVocabulary
  /// Whether a header has all it must have: then no row below it is looked at.
  let isEnough: (FoundHeader) -> Bool

  func find(in records: [HeadSink.Record]) -> FoundHeader? {
    var best: FoundHeader?
    for (index, record) in records.enumerated() where !record.isBlank {
      let single = header(record.cells, at: index, height: 1, in: records)
      if single.score > best?.score ?? 0 { best = single }
      // Of a header over two rows at least one has gaps; two rows of data have none.
      if index + 1 < records.count, !records[index + 1].isBlank, record.hasGaps || records[index + 1].hasGaps
      {
        let joined = header(join(record, records[index + 1]), at: index, height: 2, in: records)
        let below = header(records[index + 1].cells, at: index + 1, height: 1, in: records)
        if joined.score > max(best?.score ?? 0, below.score) { best = joined }
      }
      if let best, isEnough(best) { return best }
    }
    return best
  }

  private func header(
    _ names: [String], at index: Int, height: Int, in records: [HeadSink.Record]
  ) -> FoundHeader {
    let above = records[..<index]
    let blanks = above.count(where: \.isBlank)
    let hasGroupRow = above.last.map(isGroupRow) ?? false
    return FoundHeader(
      record: index, height: height, line: records[index].line, names: names,
      roles: vocabulary.roles(of: names),
      titles: above.count - blanks - (hasGroupRow ? 1 : 0), blanks: blanks)
  }

  /// A row above the header that groups its columns, as `,,Quarter 1,,,Quarter 2`: part of the header.
  private func isGroupRow(_ record: HeadSink.Record) -> Bool {
    record.cells.count > 2 && !record.isBlank && Cell.isBlank(record.cells[0])
  }

  /// Joins two rows of a header: what stands above a group of columns belongs to each of them.
  private func join(_ upper: HeadSink.Record, _ lower: HeadSink.Record) -> [String] {
    var group = ""
    return (0..<max(upper.cells.count, lower.cells.count)).map { column in
      let above = column < upper.cells.count ? Cell.trimmed(upper.cells[column]) : ""
      let below = column < lower.cells.count ? Cell.trimmed(lower.cells[column]) : ""
      if !above.isEmpty { group = above }
      if below.isEmpty { return above }
      // Above several dates stands *Dates*.
      let single = group.hasSuffix("s") ? String(group.dropLast()) : group
      let choices = [
        "\(group) \(below)", "\(below) \(group)", "\(single) \(below)", "\(below) \(single)", below,
      ]
      return choices.first { vocabulary.role(of: $0) != nil } ?? Cell.trimmed(choices[0])
    }
  }
}
