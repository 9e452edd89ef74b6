import Glibc
import QAModel

/// Finds `frameworks/NAME.yaml`: the workspace's own, else the first of the template folders'.
struct FrameworkFinder {
  let workspace: String
  let templates: [String]

  struct Source {
    var name: String
    /// For messages: where the file is, as the user would type it.
    var path: String
    /// For the manifest: the same on every machine.
    var manifestPath: String
    var bytes: [UInt8]
  }

  /// The file that a node names, or `nil` after saying why there is none.
  func find(_ node: ConfigurationNode, atMost limit: Int, faults: ConfigurationFaults) -> Source? {
    guard let name = node.text("framework", faults) else { return nil }
    guard name == Slug.make(name) else {
      faults.error(
        "framework.name", at: node.location, "\(name.quoted) is not the name of a framework",
        because: "A framework is named in lower-case letters, digits and hyphens, without .yaml.",
        suggestion: ConfigurationFaults.didYouMean(Slug.make(name), all: "The frameworks are", names))
      return nil
    }
    for (index, folder) in ([workspace] + templates).enumerated() {
      let relative = "frameworks/\(name).yaml"
      let isOwn = index == 0
      let path = isOwn ? relative : "\(folder)/\(relative)"
      switch PlainFile.read(relative, in: folder, atMost: limit) {
      case .bytes(let bytes):
        return Source(
          name: name, path: path, manifestPath: isOwn ? relative : "templates/\(relative)", bytes: bytes)
      case .refused(let reason):
        faults.error(
          "file.unreadable", at: SourceLocation(file: path), "the file \(reason)",
          suggestion: reason.contains("larger")
            ? "If it is right, raise configuration under limits in qareport.yaml." : nil)
        return nil
      case .absent: continue
      }
    }
    faults.error(
      "framework.missing", at: node.location, "there is no framework \(name.quoted)",
      because: "A framework is a file frameworks/NAME.yaml in the workspace or among the templates.",
      suggestion: ConfigurationFaults.didYouMean(name, all: "The frameworks are", names))
    return nil
  }

  /// A sentence that lists the frameworks there are.
  var available: String { ConfigurationFaults.didYouMean("", all: "The frameworks are", names) }

  /// The names of all frameworks that can be found, in alphabetical order.
  private var names: [String] {
    var names: Set<String> = []
    for folder in [workspace] + templates {
      guard let directory = opendir("\(folder)/frameworks") else { continue }
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name.hasSuffix(".yaml") { names.insert(String(name.dropLast(5))) }
      }
    }
    return names.sorted()
  }
}
