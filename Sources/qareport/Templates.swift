import Glibc
import Ingest
import QAModel
import Render

/// Where frameworks and page templates are found at run time, first match first.
///
/// `--templates`, the environment's `QAREPORT_TEMPLATES`, the workspace's own `templates`, then the shipped ones:
/// `share/qareport` beside the program's folder, or `templates` in the source tree that the program was built in.
struct Templates {
  let folders: [String]
  /// The workspace's own, which somebody who may write into the workspace could turn into a link.
  private let own: String

  init(option: String?, workspace: String) {
    var folders: [String] = []
    if let option { folders.append(option) }
    if let variable = getenv("QAREPORT_TEMPLATES") { folders.append(String(cString: variable)) }
    own = workspace + "/templates"
    folders.append(own)
    folders += Self.shipped
    self.folders = folders
  }

  /// A template's text, from the first folder that has it.
  func read(_ name: String) throws(TemplateError) -> (name: String, text: String) {
    if FolderTree.kind(own) == S_IFLNK {
      throw .unreadable(own, "is a link, and links are not followed: name the folder with --templates")
    }
    for folder in folders {
      if let bytes = try Self.contents(name, in: folder) {
        return (name, String(decoding: bytes, as: UTF8.self))
      }
    }
    throw .missing(name, folders)
  }

  /// The frame of every page, and name and hash of its templates for the manifest.
  func page() throws -> (template: PageTemplate, hashes: [(String, String)]) {
    let frame = try read("html/page.mustache")
    let style = try read("html/style.css")
    let script = try read("html/table.js")
    return (
      try PageTemplate(mustache: frame.text, style: style.text, script: script.text),
      [frame, style, script].map { ($0.name, SHA256.hex(of: Array($0.text.utf8))) }
    )
  }

  /// The first folder that has a template, for what takes several files from one place.
  func folder(of name: String) throws(TemplateError) -> String {
    for folder in folders where access(folder + "/" + name, R_OK) == 0 { return folder }
    throw .missing(name, folders)
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

  /// The bytes of an ordinary file of at most 4 MB below a folder; `nil` where there is none.
  static func contents(_ name: String, in folder: String) throws(TemplateError) -> [UInt8]? {
    switch PlainFile.read(name, in: folder, atMost: 4 << 20) {
    case .bytes(let bytes): return bytes
    case .refused(let reason): throw .unreadable("\(folder)/\(name)", reason)
    case .absent: return nil
    }
  }
}

/// Why there is no template.
enum TemplateError: Error, CustomStringConvertible {
  /// It is in none of the folders.
  case missing(_ name: String, _ folders: [String])
  case unreadable(_ path: String, _ reason: String)

  var description: String {
    switch self {
    case .missing(let name, let folders):
      "cannot find the template \(name); looked in \(folders.joined(separator: ", ")). Name its folder with --templates"
    case .unreadable(let path, let reason): "the template \(path) \(reason)"
    }
  }
}
