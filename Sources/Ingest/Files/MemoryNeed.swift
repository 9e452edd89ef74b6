import QAModel

/// What memory exports need, told from their size before a byte of them is read.
enum MemoryNeed {
  /// Of a run that reads next to nothing: framework, themes and the page.
  private static let start = 64 << 20
  /// What a byte of export comes to by the time its report is written, as measured at 600 MB (docs/performance.md).
  private static let timesExports = 6

  /// Why exports of so many bytes are refused, if they are: the system would end the run half way.
  static func fault(_ bytes: Int, _ limits: Limits, at place: SourceLocation) -> Diagnostic? {
    let set = limits.memory.map { MemoryBound(bytes: $0, whose: "memory under limits allows") }
    guard let bound = set ?? MemoryBound.ofThisRun() else { return nil }
    // To a whole megabyte: it is an estimate.
    let need = ((start + timesExports * bytes) >> 20) << 20
    guard need > bound.bytes else { return nil }
    return Diagnostic(
      id: "ingest.limit.memory", severity: .error, location: place,
      summary:
        "the exports have \(ByteCount.text(bytes)), which take about \(ByteCount.text(need)) of memory, and \(bound.whose) \(ByteCount.text(bound.bytes))",
      explanation: "the system could end the run half way",
      suggestion:
        "run it where there is more, move exports that no report needs any more elsewhere, or set memory under limits in qareport.yaml to what the run may take"
    )
  }
}
