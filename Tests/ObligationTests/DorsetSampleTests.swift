import Testing

/// DO-8 and DO-10: what the plans' and the front door's audits are drawn from.
@Suite("What Dorset draws from last month's plans and last week's contacts")
struct DorsetSampleTests {
  private static let staff = """
    worker,role,service,team,started_date
    Ann,SEND case worker,SEND,SEND North,01/09/2020
    Bob,Social Worker,Children who are Disabled,Children who are Disabled Team,01/09/2020
    Cat,Multi-agency partner,ChAD,Health,01/09/2020
    Dan,Team Manager,Locality Teams,North,01/09/2020
    """

  @Test("DO-8: plans finalised or amended last month, and none of another month, from the register")
  func do8Plans() throws {
    let authority = SmallAuthority(
      "dorset",
      [
        "staff": Self.staff,
        "EHC plans": """
        Plan number,Date finalised,Service,New or amended
        E1,30/11/2025,SEND,New
        E2,01/12/2025,SEND,New
        E3,31/12/2025,SEND,Amended
        E4,01/01/2026,SEND,New
        E5,15/12/2025,Early Help,New
        """,
      ])
    let sample = try authority.sample("EHCP audit", on: "2026-01-05", size: 2)
    #expect(sample.couldBe == "2")
    #expect(Set(sample.drawn.map { $0["Plan number"] }) == ["E2", "E3"])
    #expect(Set(sample.drawn.map { $0["New or amended"] }) == ["New", "Amended"])
    // Who audits is who the document names: SEND case workers and the team of children who are disabled.
    #expect(Set(sample.drawn.map { $0["Auditor"] }) == ["Ann", "Bob"])
    #expect(sample.drawn.allSatisfy { $0["Selection"] == "random" && $0["Due"] == "19 Jan 2026" })
    let more = try authority.sample(
      "EHCP audit", on: "2026-01-05", size: 3, adding: ["EHC plans": "E6,02/12/2025,SEND,Amended"])
    #expect(Set(more.drawn.map { $0["Plan number"] }) == ["E2", "E3", "E6"])
    #expect(throws: (any Error).self) { try authority.sample("EHCP audit", on: "2026-01-05", size: 3) }
  }

  @Test("DO-8: from the caseload where it has the days on which plans were finalised")
  func do8Caseload() throws {
    let authority = SmallAuthority(
      "dorset",
      [
        "staff": Self.staff, "EHC plans": "Plan number,Date finalised,Service,New or amended",
        "caseload": """
        child_id,service,team,worker,opened_date,ehcp_finalised_date
        P1,SEND,SEND North,Ann,01/02/2025,10/12/2025
        P2,SEND,SEND North,Ann,01/02/2025,10/11/2025
        P3,SEND,SEND North,Ann,01/02/2025,
        P4,Locality Teams,North,Dan,01/02/2025,10/12/2025
        """,
      ])
    let sample = try authority.sample("EHCP audit", on: "2026-01-05", size: 1)
    #expect(sample.couldBe == "1")
    #expect(sample.drawn.map { $0["Child id"] } == ["P1"])
    // Ann works with the child.
    #expect(sample.drawn.map { $0["Auditor"] } == ["Bob"])
  }

  @Test(
    "DO-10: two of each kind of what came in the week before",
    arguments: [
      ("Front door audit: consultation", ["K1", "K2"]),
      ("Front door audit: contact to early help", ["K3", "K4"]),
      ("Front door audit: section 17", ["K5", "K6"]), ("Front door audit: section 47", ["K7", "K8"]),
    ] as [(String, Set<String>)])
  func do10Contacts(audit: String, wanted: Set<String>) throws {
    let authority = SmallAuthority(
      "dorset",
      [
        "staff": Self.staff,
        "front door contacts": """
        Contact number,Date of contact,Service,Kind,Outcome
        K1,29/12/2025,ChAD,Consultation,No further action
        K2,04/01/2026,ChAD,Consultation,Section 47
        K3,29/12/2025,ChAD,Contact,Early help
        K4,30/12/2025,ChAD,Referral,Early help
        K5,31/12/2025,ChAD,Contact,Section 17
        K6,31/12/2025,ChAD,Referral,Section 17
        K7,31/12/2025,ChAD,Contact,Section 47
        K8,31/12/2025,ChAD,Referral,Section 47
        K9,31/12/2025,ChAD,Contact,No further action
        L1,28/12/2025,ChAD,Consultation,Early help
        L2,05/01/2026,ChAD,Contact,Early help
        L3,28/12/2025,ChAD,Referral,Section 17
        L4,05/01/2026,ChAD,Referral,Section 47
        """,
      ])
    let sample = try authority.sample(audit, on: "2026-01-05")
    #expect(sample.couldBe == "2")
    #expect(Set(sample.drawn.compactMap { $0["Contact number"] }) == wanted)
    // A quota: drawn two of each whatever was decided, so that they stay out of the grade profile.
    #expect(sample.drawn.allSatisfy { $0["Selection"] == "quota" && $0["Auditor"] == "Cat" })
  }

  @Test("DO-10: where no register is supplied nothing is drawn but by the level of need that is asked for")
  func do10WithoutRegister() throws {
    let authority = SmallAuthority(
      "dorset",
      [
        "staff": Self.staff,
        "caseload": "child_id,service,team,level_of_need,opened_date\nC1,ChAD,East,Section 47,30/12/2025",
      ])
    let error = #expect(throws: (any Error).self) {
      try authority.sample("Front door audit: section 47", on: "2026-01-05")
    }
    #expect(
      "\(error.map { "\($0)" } ?? "")".contains(
        "an export of the register \u{201C}Front door contacts\u{201D}"))
  }
}
