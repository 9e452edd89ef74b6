import Glibc

/// Memory of trivial elements that grows at its end and is freed by its owner.
///
/// What libcsv's callbacks write to: reached through a pointer, so that appending a cell neither retains an
/// object nor checks a buffer's uniqueness. Whoever makes one calls `free` once.
struct GrowableBuffer<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 16) {
    self.capacity = max(capacity, 1)
    base = Self.reallocate(nil, capacity: self.capacity)
  }

  func free() { Glibc.free(base) }

  /// The system moves large blocks by their pages, without copying them.
  private static func reallocate(
    _ base: UnsafeMutablePointer<Element>?, capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let memory = realloc(base, capacity * MemoryLayout<Element>.stride) else {
      fatalError("there is no memory for \(capacity) more cells")
    }
    return memory.assumingMemoryBound(to: Element.self)
  }

  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    @inline(__always) set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(toHold: count + 1) }
    base[count] = element
    count += 1
  }

  @inline(__always)
  mutating func append(_ elements: UnsafePointer<Element>, count added: Int) {
    if count + added > capacity { grow(toHold: count + added) }
    (base + count).update(from: elements, count: added)
    count += added
  }

  /// Forgets what stands behind the first `newCount` elements.
  mutating func truncate(to newCount: Int) {
    precondition(newCount <= count)
    count = newCount
  }

  @inline(never)
  private mutating func grow(toHold needed: Int) {
    capacity = max(needed, capacity * 2)
    base = Self.reallocate(base, capacity: capacity)
  }
}
