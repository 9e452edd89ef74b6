import Glibc

/// A folder of a test's own, gone when the test is over.
final class TemporaryFolder {
  struct NotMade: Error {}

  let path: String

  init() throws(NotMade) {
    var template = Array("/tmp/qareport-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw NotMade() }
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit {
    guard let entries = opendir(path) else { return }
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      unlink(path + "/" + name)
    }
    closedir(entries)
    rmdir(path)
  }
}
