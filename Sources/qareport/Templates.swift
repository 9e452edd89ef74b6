import Glibc

/// Where frameworks and page templates are found at run time, first match first.
///
/// `--templates`, the environment's `QAREPORT_TEMPLATES`, the workspace's own `templates`, then the shipped ones:
/// `share/qareport` beside the program's folder, or `templates` in the source tree that the program was built in.
struct Templates {
  let folders: [String]

  init(option: String?, workspace: String) {
    var folders: [String] = []
    if let option { folders.append(option) }
    if let variable = getenv("QAREPORT_TEMPLATES") { folders.append(String(cString: variable)) }
    folders.append(workspace + "/templates")
    folders += Self.shipped
    self.folders = folders
  }

  /// A template's text, from the first folder that has it.
  func read(_ name: String) throws(TemplateError) -> (name: String, text: String) {
    for folder in folders {
      if let bytes = Self.contents(folder + "/" + name) {
        return (name, String(decoding: bytes, as: UTF8.self))
      }
    }
    throw TemplateError(name: name, folders: folders)
  }

  /// The first folder that has a template, for what takes several files from one place.
  func folder(of name: String) throws(TemplateError) -> String {
    for folder in folders where access(folder + "/" + name, R_OK) == 0 { return folder }
    throw TemplateError(name: name, folders: folders)
  }

  private static var shipped: [String] {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return [] }
    let program = String(decoding: buffer.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    var parents = program.split(separator: "/").dropLast()
    var folders: [String] = []
    if !parents.isEmpty {
      folders.append("/" + parents.dropLast().joined(separator: "/") + "/share/qareport")
    }
    while !parents.isEmpty {
      let folder = "/" + parents.joined(separator: "/")
      if access(folder + "/Package.swift", R_OK) == 0 {
        folders.append(folder + "/templates")
        break
      }
      parents = parents.dropLast()
    }
    return folders
  }

  /// The bytes of an ordinary file of at most 4 MB, `nil` where there is none.
  static func contents(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size < 4 << 20 else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(file, $0.baseAddress! + filled, $0.count - filled)
      }
      guard count > 0 else { return nil }
      filled += count
    }
    return bytes
  }
}

/// A template is in none of the folders.
struct TemplateError: Error, CustomStringConvertible {
  let name: String
  let folders: [String]

  var description: String {
    "cannot find the template \(name); looked in \(folders.joined(separator: ", ")). Name its folder with --templates"
  }
}
