/// The smallest framework with something of every section, for workspaces of tests: 26 lines.
let smallFramework = """
  authority: Testshire
  title: Testshire's framework
  grades: {scale: [Outstanding, Good, Poor], good_or_better: Good}
  services: [Early Help, Fostering]
  domains:
    - name: Assessment
      synonyms: [Assess]
    - Voice of the child
  standards: [Child seen alone]
  audit_types:
    - {name: Case audit, selection: random}
  indicators:
    Visits in timescale:
      unit: percent
      kind: flow
      polarity: high
      target: 90
      tolerance: 5
  feedback:
    questions: [I feel listened to]
    ratings: [Agree, Neither, Disagree]
    positive: [Agree]
  practice_areas:
    - name: Voice of the child
      quantity: {standards: [Child seen alone], indicators: [Visits in timescale]}
      quality: {domains: [Voice of the child]}
  """

/// What is printed of the faults of a workspace with the small framework and this `qareport.yaml`.
func faults(of configuration: String) throws -> [String] {
  try readWorkspace(["qareport.yaml": configuration, "frameworks/small.yaml": smallFramework]).1
}

/// What is printed of the faults of this framework file, named by a `qareport.yaml` that says nothing else.
func faults(ofFramework framework: String) throws -> [String] {
  try readWorkspace(["qareport.yaml": "framework: small\n", "frameworks/small.yaml": framework]).1
}
