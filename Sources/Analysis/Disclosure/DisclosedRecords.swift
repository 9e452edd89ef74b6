import QAModel

/// Composition also reads of the dataset which exports there are, what became of their rows, and open actions: these
/// views hold no more than the audience may see.
extension Dataset {
  /// `internal`: as it is. `board`: no id of a child or a record and no name of a person, wherever a section looks.
  /// `public`: nothing; its sections are composed of figures alone.
  func disclosed(to audience: Audience) -> Dataset {
    switch audience {
    case .internal: return self
    case .board:
      var disclosed = self
      let names: [WritableKeyPath<Names, NameTable>] = [
        \.children, \.people, \.audits, \.actions, \.complaints, \.records,
      ]
      for table in names {
        disclosed.names[keyPath: table] = .withheld(count: self.names[keyPath: table].count)
      }
      return disclosed
    case .public: return Dataset()
    }
  }
}

extension EscalationOutcome {
  /// The same hits, of records nobody can look up.
  fileprivate var withoutIDs: EscalationOutcome {
    var outcome = self
    for position in outcome.hits.indices {
      switch outcome.hits[position].record {
      case .audit(let row, _): outcome.hits[position].record = .audit(row: row, id: nil)
      case .action(let row, _): outcome.hits[position].record = .action(row: row, id: nil)
      case .children, .activity: break
      }
    }
    return outcome
  }
}

extension RecordLists {
  /// Lists of records with their ids and owners are for `internal` eyes.
  func disclosed(to audience: Audience) -> RecordLists {
    guard audience != .internal else { return self }
    func anonymous(_ records: [Record]) -> [Record] {
      audience == .public
        ? []
        : records.map {
          Record(row: $0.row, id: nil, service: $0.service, owner: nil, due: $0.due, days: $0.days)
        }
    }
    return RecordLists(
      concernsWithoutDate: anonymous(concernsWithoutDate),
      inadequateWithoutReview: anonymous(inadequateWithoutReview),
      inadequateDue: audience == .public ? nil : inadequateDue,
      actionsOverdue: anonymous(actionsOverdue), complaintsOpenOverdue: anonymous(complaintsOpenOverdue),
      escalations: audience == .public ? [] : escalations.map(\.withoutIDs),
      learning: audience == .public ? [] : learning)
  }
}
