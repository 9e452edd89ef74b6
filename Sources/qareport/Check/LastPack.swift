import Analysis
import Glibc
import Ingest
import QAModel
import Render

/// The pack that the exports are compared with: the one named, else the internal pack of the latest as-at date.
struct LastPack {
  let name: String
  private let manifest: PackManifest
  private let records: [RecordPrint]

  /// The pack in a folder; `nil` where it keeps no records to compare, as packs for other audiences do not.
  init?(folder: String) throws(PackManifestError) {
    manifest = try PackManifest(folder: folder)
    guard manifest.audience == .internal,
      let bytes = WrittenFile.bytes(folder + "/records.csv", limit: 64 << 20),
      let records = RecordsFile.read(bytes)
    else { return nil }
    name = folder.split(separator: "/").last.map(String.init) ?? folder
    self.records = records
  }

  /// The last one below a folder of packs.
  static func latest(below folder: String) -> LastPack? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var packs: [LastPack] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix(".") { continue }
      if let pack = (try? LastPack(folder: "\(folder)/\(name)")) ?? nil { packs.append(pack) }
    }
    return packs.max { ($0.manifest.asAt, $0.name) < ($1.manifest.asAt, $1.name) }
  }

  func changes(workspace: Workspace, dataset: Dataset, now: [RecordPrint]) -> PackChanges {
    PackChanges(
      pack: name, asAt: manifest.asAt, inputs: manifest.changes(workspace: workspace, dataset: dataset),
      then: records, now: now.map(RecordsFile.cut))
  }
}
