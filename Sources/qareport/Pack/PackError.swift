import Glibc

/// Why a pack could not be put in its place.
enum PackError: Error, CustomStringConvertible {
  case system(_ act: String, path: String, _ code: Int32)
  case cannotExchange(String)
  /// Something that is no pack stands in the pack's place.
  case notAPack(String)
  /// Another run is at it.
  case isBeingMade(String, by: String)
  /// The pack that stands there has formats that the new one would not have.
  case isFuller(String, lost: [String])
  /// The folder of all packs, which nobody named, is a link.
  case isLink(String)

  var description: String {
    switch self {
    case .system(let act, let path, let code):
      "cannot \(act) \(path): \(String(cString: strerror(code))); nothing was left behind"
    case .notAPack(let path):
      "cannot write \(path): what is there is not a report pack (it holds no manifest.json) and is left as it is; move it, or choose another --out"
    case .cannotExchange(let path):
      "cannot replace \(path): this file system cannot exchange two folders in one step; remove the old pack or choose another --out"
    case .isBeingMade(let path, let holder):
      "\(path) is being made by another run (\(holder)): wait until it is done, or see why it does not end"
    case .isFuller(let path, let lost):
      "\(path) holds \(lost.joined(separator: ", ")) too, which would be lost: leave --format out, choose another --out, or remove the old pack"
    case .isLink(let path):
      "\(path) is a link, and where it leads may be no place for this report: name the folder to write to with --out"
    }
  }
}
