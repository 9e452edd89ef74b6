import QAModel

/// Looks at a folder of exports and says what it seems to be.
public struct WorkspaceProposer {
  private let folder: String
  private let framework: String
  private let templates: [String]

  /// - Parameters:
  ///   - framework: its name, as `st-helens`.
  ///   - templates: folders to search for `frameworks/NAME.yaml`, in order of precedence.
  public init(folder: String, framework: String, templates: [String]) {
    self.folder = folder
    self.framework = framework
    self.templates = templates
  }

  /// - Throws: `WorkspaceError` where the folder or the framework cannot be read, `IngestError` where no file of it is an
  ///   export.
  public func propose() throws -> WorkspaceProposal {
    let folderOfExports = Self.exportsFolder(in: folder)
    let settings = Array("framework: \"\(framework)\"\nexports: \"\(folderOfExports)\"\n".utf8)
    let workspace = try WorkspaceReader(folder: folder, templates: templates).read(settings: settings)
    let exports: ExportFolder
    do {
      exports = try ExportFolder(workspace: workspace.folder, exports: folderOfExports)
    } catch {
      throw IngestError(diagnostics: [Self.nothing(folderOfExports, "it cannot be opened: \(error.reason)")])
    }
    let known = Catalogue.sources(workspace).map { KnownSource($0, workspace) }
    var surveyed: [SurveyedExport] = []
    var unread: [String] = []
    for path in exports.list().files where FileNames.isCSV(path) {
      // A file that is no text, cannot be opened or has no header is named among those that are no export.
      if let export = try? SurveyedExport(path, in: exports, known: known) {
        surveyed.append(export)
      } else {
        unread.append(path)
      }
    }
    guard !surveyed.isEmpty else {
      throw IngestError(diagnostics: [Self.nothing(folderOfExports, "there is no CSV file in it")])
    }
    var proposal = ExportRecognition(workspace: workspace, known: known).proposal(
      surveyed, exports: folderOfExports)
    proposal.files += unread.map { path in
      WorkspaceProposal.File(
        path: path, dataset: nil, isSure: false, isNamed: false, rows: 0, line: 0, columns: [])
    }
    return proposal
  }

  /// `exports` where there is such a folder, else the workspace itself.
  private static func exportsFolder(in folder: String) -> String {
    (try? ExportFolder(workspace: folder, exports: "exports")) == nil ? "." : "exports"
  }

  private static func nothing(_ folder: String, _ why: String) -> Diagnostic {
    Diagnostic(
      id: "init.no_exports", severity: .error, location: SourceLocation(file: folder),
      summary: "there are no exports to look at: \(why)",
      suggestion:
        "put the CSV exports into a folder exports below the workspace, or into the workspace itself")
  }
}
