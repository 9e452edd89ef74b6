/// The kinds of export the program knows, by the names that `qareport.yaml` uses.
public enum DatasetKind: String, Sendable, CaseIterable {
  case audits
  case dipSamples = "dip_samples"
  case complaints
  case performance
  case observations
  case supervisionAudits = "supervision_audits"
  case feedback
  case actions
  case activity
  case caseload
  case staff
}
