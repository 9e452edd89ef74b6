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
      concernsWithoutDate: anonymous(concernsWithoutDate), actionsOverdue: anonymous(actionsOverdue),
      complaintsOpenOverdue: anonymous(complaintsOpenOverdue),
      learning: audience == .public ? [] : learning)
  }
}
