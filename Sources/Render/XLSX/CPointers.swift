/// C's way to hand over a list: pointers to its elements, then a null pointer.
func withNullTerminatedPointers<Element, Result>(
  to elements: inout [Element],
  _ body: (UnsafeMutablePointer<UnsafeMutablePointer<Element>?>?) -> Result
) -> Result {
  elements.withUnsafeMutableBufferPointer { elements in
    var pointers = elements.indices.map { index in elements.baseAddress.map { $0 + index } } + [nil]
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }
}
