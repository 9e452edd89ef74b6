import Analysis
import ArgumentParser
import Glibc
import Ingest
import QAModel
import Render

/// The way from a folder of exports to a pack, step by step.
struct Pipeline {
  let workspaceFolder: String
  let templates: Templates
  let console: Console

  init(_ options: WorkspaceOptions, console: Console) {
    workspaceFolder = options.workspace
    templates = Templates(option: options.templates, workspace: options.workspace)
    self.console = console
  }

  /// The workspace's settings and everything its exports hold.
  func read() throws -> (Workspace, Dataset) {
    let workspace = try readWorkspace()
    return (workspace, try readExports(workspace))
  }

  func readWorkspace() throws -> Workspace {
    do {
      let workspace = try WorkspaceReader(folder: workspaceFolder, templates: templates.folders).read()
      console.detail("read " + workspace.configurationFiles.map(\.path).joined(separator: ", "))
      return workspace
    } catch {
      console.fail(error.diagnostics)
      throw ExitStatus.nothingMade
    }
  }

  func readExports(_ workspace: Workspace) throws -> Dataset {
    let progress = ProgressLine(console)
    do {
      let dataset = try ExportReader(workspace: workspace, progress: progress.reading).read()
      progress.end()
      for account in dataset.reconciliation {
        console.detail(
          "\(account.file): \(account.dataset.rawValue), \(account.rowsRead) rows, \(account.used) used")
      }
      return dataset
    } catch {
      progress.end()
      console.fail(error.diagnostics)
      throw ExitStatus.nothingMade
    }
  }

  /// Makes a pack and puts it in its place, which is locked and looked at before an export is read.
  func makePack(_ order: PackOrder) throws {
    Interruption.watch(console)
    do {
      let summary = try makeAndPublish(order)
      let seconds = console.seconds
      console.inform(
        summary.text(seconds: seconds), event: "run.end", summary.metadata(seconds: seconds))
      guard summary.status == .success else { throw summary.status }
    } catch let status as ExitCode where status == ExitStatus.nothingMade {
      console.inform(
        "nothing was made", event: "run.end", RunSummary.nothingMade(status, seconds: console.seconds))
      throw status
    }
  }

  private func makeAndPublish(_ order: PackOrder) throws -> RunSummary {
    let workspace = try readWorkspace()
    let folder = try lockedFolder(order.name, out: order.out, order.formats)
    defer { folder.close() }
    let dataset = try readExports(workspace)
    let diagnostics = workspace.diagnostics + dataset.diagnostics
    let hasProblems = diagnostics.contains { $0.severity > .note }
    console.show(diagnostics)
    if order.isStrict, hasProblems {
      console.fail("nothing was made: --strict refuses exports with data problems")
      throw ExitStatus.nothingMade
    }
    let progress = ProgressLine(console)
    defer { progress.end() }
    do {
      progress.enter("making the figures")
      let contents = try PackContents(order, workspace: workspace, dataset: dataset, templates: templates)
      console.detail("made the figures")
      progress.enter("writing the report")
      try contents.write(to: folder)
      console.detail("wrote \(folder.files.count) files")
      let kept = try folder.publish()
      console.detail("put the pack in its place")
      progress.end()
      if let kept { warn(kept) }
      return contents.summary(at: folder.destination)
    } catch let error as ThemeFileReader.Failure {
      console.fail(error.diagnostics)
      throw ExitStatus.nothingMade
    } catch let error as PageTemplateError {
      console.fail([error.diagnostic])
      throw ExitStatus.nothingMade
    } catch let error as NarrativePlacement.Failure {
      console.fail(error.diagnostics)
      throw ExitStatus.nothingMade
    } catch {
      console.fail("\(error)")
      throw ExitStatus.nothingMade
    }
  }
}

extension Pipeline {
  /// The pack's folder, locked against other runs and cleared of what killed ones left.
  ///
  /// - Parameter out: the folder of all packs, where one was named.
  func lockedFolder(_ name: String, out: String?, _ formats: Set<ReportFormat>) throws -> PackFolder {
    do {
      let parent = out ?? workspaceFolder + "/output"
      // A folder that was named may be a link: whoever names it knows where it leads.
      if out == nil, FolderTree.kind(parent) == S_IFLNK { throw PackError.isLink(parent) }
      let folder = try PackFolder(parent: parent, name: name)
      do {
        try folder.checkPlace(formats)
      } catch {
        folder.close()
        throw error
      }
      for kept in folder.clearLeftovers() { warn(kept) }
      return folder
    } catch {
      console.fail("\(error)")
      throw ExitStatus.nothingMade
    }
  }

  func warn(_ kept: (name: String, because: String)) {
    console.warn(
      "the pack that was there is kept as \(kept.name): \(kept.because) in it is not, or not as, qareport wrote it",
      event: "pack.kept")
  }
}

/// What pack is wanted.
struct PackOrder {
  let request: AnalysisRequest
  /// The folder of all packs, where one was named.
  let out: String?
  let formats: Set<ReportFormat>
  let isStrict: Bool

  /// `quarterly-2025-26-Q3`, with the audience behind it where it is not internal.
  var name: String {
    let audience = request.audience
    return "quarterly-\(request.period.slug)" + (audience == .internal ? "" : "-\(audience.rawValue)")
  }
}

/// The formats a report is written in, by the names `--format` takes.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case xlsx, html, md, data
}
