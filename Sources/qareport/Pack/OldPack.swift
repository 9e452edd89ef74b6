import Glibc
import QAModel

/// A pack that stands where a new one is to go, or that a new one changed places with.
struct OldPack {
  let path: String

  /// Whether it is a folder, itself and not a link to one, that holds a manifest.
  var isPack: Bool {
    FolderTree.kind(path) == S_IFDIR && FolderTree.kind(path + "/manifest.json") == S_IFREG
  }

  /// The files in it that the program did not write or that were changed since, by their paths within it.
  ///
  /// Marks that file managers and office programs leave are passed over.
  var strangers: [String] {
    let written = (try? PackManifest(folder: path))?.files ?? [:]
    return FolderTree.leaves(path).filter { file in
      guard file != "manifest.json", !Self.isLitter(file) else { return false }
      return written[file] == nil || written[file] != WrittenFile.sha256("\(path)/\(file)")
    }
  }

  /// The formats of its report that a new pack of `formats` would be without.
  func lost(_ formats: Set<ReportFormat>) -> [ReportFormat] {
    ReportFormat.allCases.filter { !formats.contains($0) && FolderTree.kind("\(path)/\($0.file)") == S_IFREG }
  }

  /// Takes it away; but where somebody put files into it or changed some, it is kept under another name.
  ///
  /// - Returns: the name it is kept under, and a file that is why.
  func retire(from place: String) -> (name: String, because: String)? {
    guard isPack, let stranger = strangers.first else {
      FolderTree.remove(path)
      return nil
    }
    for number in 1... {
      let name = "\(place).kept-\(number)"
      if mkdir(name, 0o700) == 0 {
        // Over the empty folder just made, so that nothing else can be replaced.
        return rename(path, name) == 0 ? (name, stranger) : (path, stranger)
      }
      if errno != EEXIST { return (path, stranger) }
    }
    return nil
  }

  private static func isLitter(_ file: String) -> Bool {
    let name = file.split(separator: "/").last ?? ""
    return [".DS_Store", "Thumbs.db", "desktop.ini"].contains(name) || name.hasPrefix("~$")
      || name.hasPrefix(".~lock.")
  }
}

extension ReportFormat {
  /// The file that tells that a pack has the format.
  fileprivate var file: String {
    switch self {
    case .xlsx: "report.xlsx"
    case .html: "report.html"
    case .md: "report.md"
    case .data: "figures.csv"
    }
  }
}
