import CXlsxWriter
import QAModel

extension String {
  /// The text as readers see it, for C.
  func withCleanCString<Result>(
    _ body: (UnsafePointer<CChar>) throws(WorkbookError) -> Result
  ) throws(WorkbookError) -> Result {
    let bytes = DisplayText.clean(self).utf8CString
    return try bytes.withUnsafeBufferPointer { (buffer) throws(WorkbookError) in
      // Never empty: it ends with a zero.
      try body(buffer.baseAddress!)
    }
  }

  /// The text for a title in a chart, where libxlsxwriter takes what begins with `=` for a reference.
  func withChartText(_ body: (UnsafePointer<CChar>) -> Void) {
    let clean = DisplayText.clean(self)
    (clean.hasPrefix("=") ? " " + clean : clean).withCString(body)
  }
}

/// C's way to hand over a list: pointers to its elements, then a null pointer.
func withNullTerminatedPointers<Element, Result>(
  to elements: inout [Element],
  _ body: (UnsafeMutablePointer<UnsafeMutablePointer<Element>?>?) throws(WorkbookError) -> Result
) throws(WorkbookError) -> Result {
  try elements.withUnsafeMutableBufferPointer { (elements) throws(WorkbookError) in
    var pointers = elements.indices.map { index in elements.baseAddress.map { $0 + index } } + [nil]
    return try pointers.withUnsafeMutableBufferPointer { (pointers) throws(WorkbookError) in
      try body(pointers.baseAddress)
    }
  }
}
