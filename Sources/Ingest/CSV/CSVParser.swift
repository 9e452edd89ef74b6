import CLibCSV

/// One libcsv parser, at a stable address, freed when it is let go.
///
/// Strict, so that a stray quote is an error instead of swallowing the file; unquoted cells keep their spaces;
/// every line end is reported, so that lines can be counted.
final class CSVParser {
  typealias FieldCallback =
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void
  typealias RowCallback = @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void

  enum Outcome: Equatable {
    case whole
    /// A quote stands where none may, or is never closed.
    case strayQuote
    case outOfMemory
  }

  private let parser: UnsafeMutablePointer<csv_parser>

  init(delimiter: UInt8) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: csv_parser())
    let status = csv_init(
      parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
    precondition(status == 0, "csv_init fails only for a null parser")
    csv_set_delim(parser, delimiter)
    csv_set_space_func(parser) { _ in 0 }
    csv_set_blk_size(parser, 16 << 10)
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
  }

  /// Bytes held for the cell that has begun: grows with a cell that does not end.
  var heldBytes: Int { csv_get_buffer_size(parser) }

  func parse(
    _ text: UnsafeRawBufferPointer, _ field: FieldCallback, _ row: RowCallback,
    _ state: UnsafeMutableRawPointer
  ) -> Outcome {
    guard let base = text.baseAddress, text.count > 0 else { return .whole }
    let used = csv_parse(parser, base, text.count, field, row, state)
    return used == text.count ? .whole : failure
  }

  /// Ends the last record. Not to be called after a failure.
  func finish(_ field: FieldCallback, _ row: RowCallback, _ state: UnsafeMutableRawPointer) -> Outcome {
    csv_fini(parser, field, row, state) == 0 ? .whole : failure
  }

  private var failure: Outcome { csv_error(parser) == CSV_EPARSE ? .strayQuote : .outOfMemory }
}
