import Analysis
import Glibc
import Ingest
import QAModel

// Counts the figures of a workspace several times over, by the code that reports are made with, and prints of each time the
// processor seconds of all threads: analysis-bench WORKSPACE TEMPLATES PERIOD TIMES. Reading is in none of them.

func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let words = CommandLine.arguments
guard words.count == 5, let period = Period(parsing: words[3]), let times = Int(words[4]) else { exit(64) }
let workspace = try WorkspaceReader(folder: words[1], templates: [words[2]]).read()
let dataset = try ExportReader(workspace: workspace).read()
let request = AnalysisRequest(period: period, asAt: period.last)
print("rows \(dataset.reconciliation.reduce(0) { $0 + $1.used })")
for _ in 0..<times {
  let start = processorSeconds()
  let maker = FigureMaker(dataset: dataset, framework: workspace.framework, request: request)
  let figures = maker.findings().figures
  print("\(figures.figures.count) figures \(processorSeconds() - start)")
}
