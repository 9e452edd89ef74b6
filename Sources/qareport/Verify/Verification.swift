import Ingest
import QAModel

/// What a second making of a pack says of it: the same, or what differs and why.
struct Verification {
  /// Files of the pack that are not as the program wrote them: changed, gone, or put there by somebody.
  private(set) var tampered: [String] = []
  /// What the pack was made from that is not as it was.
  private(set) var causes: [String] = []
  /// Files that come out otherwise now.
  private(set) var differing: [String] = []
  private let files: Int

  var isSame: Bool { tampered.isEmpty && causes.isEmpty && differing.isEmpty }

  /// - Parameters:
  ///   - pack: the pack's folder.
  ///   - made: the files of the pack as they are made now, with their SHA-256, the manifest among them.
  init(
    pack: String, manifest: PackManifest, made: [(path: String, sha256: String)], workspace: Workspace,
    dataset: Dataset, templates: [(String, String)]
  ) {
    files = made.count
    let old = OldPack(path: pack)
    for file in old.strangers.sorted() {
      tampered.append(
        manifest.files[file] == nil
          ? "\(file) is no file of the pack: somebody put it there"
          : "\(file) was changed after the pack was made")
    }
    let there = Set(FolderTree.leaves(pack))
    tampered += manifest.files.keys.filter { !there.contains($0) }.sorted().map { "\($0) is no longer there" }
    causes = manifest.changes(workspace: workspace, dataset: dataset, templates: templates) { file in
      Self.lines(of: file, pack: pack, manifest: manifest, workspace: workspace)
    }
    let written = manifest.files.merging(
      WrittenFile.sha256(pack + "/manifest.json").map { ["manifest.json": $0] } ?? [:]
    ) { $1 }
    let now = made.reduce(into: [:]) { $0[$1.path] = $1.sha256 }
    differing = Set(written.keys).union(now.keys).filter { written[$0] != now[$0] }.sorted()
  }

  /// The lines of a changed export that are other ones now, where the pack has an index to tell them by.
  private static func lines(
    of file: SourceFile, pack: String, manifest: PackManifest, workspace: Workspace
  ) -> String? {
    let path = "\(pack)/\(InputIndex.file)"
    guard WrittenFile.sha256(path) == manifest.files[InputIndex.file],
      let bytes = WrittenFile.bytes(path, limit: 1 << 28), let old = InputIndex.parse(bytes)[file.path],
      let now = LineIndex(of: file, in: workspace, stride: old.stride)
    else { return nil }
    return now.changes(since: old)
  }

  /// The account for people, a line each, the answer last.
  func text(pack: String) -> String {
    guard !isSame else {
      return "\(pack): the same. All \(files) files were made again, byte for byte.\n"
    }
    var lines = tampered + causes
    if !differing.isEmpty {
      let charts = differing.count { $0.contains("/") }
      let named = differing.filter { !$0.contains("/") } + (charts > 0 ? ["\(charts) charts"] : [])
      lines.append("made now, these come out otherwise: \(named.joined(separator: ", "))")
    }
    let answer =
      differing.isEmpty
      ? "the files made again are the ones that were written then"
      : causes.isEmpty
        ? "nothing the pack was made from has changed, and yet it comes out otherwise: please report it"
        : "not the same, because of the changes above"
    return (lines + ["\(pack): \(answer)"]).map { Console.printable($0) + "\n" }.joined()
  }
}
