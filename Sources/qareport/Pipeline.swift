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
    do {
      let workspace = try WorkspaceReader(folder: workspaceFolder, templates: templates.folders).read()
      let dataset = try ExportReader(workspace: workspace).read()
      return (workspace, dataset)
    } catch let error as WorkspaceError {
      console.fail(error.diagnostics)
    } catch let error as IngestError {
      console.fail(error.diagnostics)
    }
    throw ExitStatus.nothingMade
  }

  /// Makes a pack and puts it in its place.
  func makePack(_ order: PackOrder) throws {
    let (workspace, dataset) = try read()
    let diagnostics = workspace.diagnostics + dataset.diagnostics
    let hasProblems = diagnostics.contains { $0.severity > .note }
    console.show(diagnostics)
    if order.isStrict, hasProblems {
      console.fail("nothing was made: --strict refuses exports with data problems")
      throw ExitStatus.nothingMade
    }
    do {
      let contents = try PackContents(order, workspace: workspace, dataset: dataset, templates: templates)
      let (path, summary) = try contents.write()
      console.inform("\(path): \(summary)")
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
    if hasProblems { throw ExitStatus.dataProblems }
  }
}

/// What pack is wanted.
struct PackOrder {
  let request: AnalysisRequest
  /// The folder of all packs.
  let out: String
  let formats: Set<ReportFormat>
  let isStrict: Bool
}

/// The formats a report is written in, by the names `--format` takes.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case xlsx, html, md, data
}
