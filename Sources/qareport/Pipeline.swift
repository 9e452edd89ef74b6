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

  /// The workspace's settings alone.
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

  /// Makes a pack, or one for each service, and puts it in its place, which is locked and looked at before an export is
  /// read wherever it is known by then.
  func makePack(_ order: PackOrder) throws {
    Interruption.watch(console)
    do {
      let workspace = try readWorkspace()
      let plan = try told { try PackPlan(order, framework: workspace.framework) }
      let summaries =
        try plan.isForEachService ? makeForEachService(plan, workspace) : [make(plan, workspace)]
      let seconds = console.seconds
      for summary in summaries {
        console.inform(summary.text(seconds: seconds), event: "run.end", summary.metadata(seconds: seconds))
      }
      if let status = summaries.map(\.status).first(where: { $0 != .success }) { throw status }
    } catch let status as ExitCode where status == ExitStatus.nothingMade {
      console.inform(
        "nothing was made", event: "run.end", RunSummary.nothingMade(status, seconds: console.seconds))
      throw status
    }
  }

  private func make(_ plan: PackPlan, _ workspace: Workspace) throws -> RunSummary {
    let folder = try lockedFolder(plan.name, out: plan.order.out, plan.order.formats)
    defer { folder.close() }
    let themes = themesAhead(workspace)
    return try publish(plan, workspace, try checkedExports(workspace, plan.order), themes, in: folder)
  }

  /// A pack for each service with enough records; the exports are read once.
  private func makeForEachService(_ plan: PackPlan, _ workspace: Workspace) throws -> [RunSummary] {
    let themes = themesAhead(workspace)
    let dataset = try checkedExports(workspace, plan.order)
    let request = try told { try plan.request(workspace.framework, dataset.names.services) }
    let services = ServicesWithPages.codes(of: dataset, framework: workspace.framework, request: request)
    guard !services.isEmpty else {
      console.fail(
        "no service has \(workspace.framework.thresholds.fewestForServicePage) records in \(plan.order.period.slug): name one with --service to make its report all the same"
      )
      throw ExitStatus.nothingMade
    }
    let slugs = Slug.unique(dataset.names.services.names)
    var made: [RunSummary] = []
    do {
      for code in services {
        var plan = plan
        plan.service = dataset.names.services.name(code)
        plan.serviceSlug = slugs[Int(code)]
        let folder = try lockedFolder(plan.name, out: plan.order.out, plan.order.formats)
        defer { folder.close() }
        made.append(try publish(plan, workspace, dataset, themes, in: folder))
      }
    } catch let status as ExitCode {
      if !made.isEmpty {
        console.fail("\(made.count) of \(services.count) services' packs were made before that, and stand")
      }
      throw status
    }
    return made
  }

  /// What `body` does, its refusal told.
  private func told<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let refusal as PackRefusal {
      console.fail(refusal.description)
      throw ExitStatus.nothingMade
    }
  }

  /// The exports, with what is wrong with them told.
  private func checkedExports(_ workspace: Workspace, _ order: PackOrder) throws -> Dataset {
    let dataset = try readExports(workspace)
    let diagnostics = workspace.diagnostics + dataset.diagnostics
    console.show(diagnostics)
    if order.isStrict, diagnostics.contains(where: { $0.severity > .note }) {
      console.fail("nothing was made: --strict refuses exports with data problems")
      throw ExitStatus.nothingMade
    }
    return dataset
  }

  private func themesAhead(_ workspace: Workspace) -> ThemesAhead {
    ThemesAhead(ThemeFiles(workspace: workspace.folder, templates: templates))
  }

  private func publish(
    _ plan: PackPlan, _ workspace: Workspace, _ dataset: Dataset, _ themes: ThemesAhead,
    in folder: PackFolder
  ) throws -> RunSummary {
    let progress = ProgressLine(console)
    defer { progress.end() }
    do {
      progress.enter("making the figures")
      let contents = try PackContents(
        plan, workspace: workspace, dataset: dataset, templates: templates, themes: themes,
        progress: progress.comments)
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
