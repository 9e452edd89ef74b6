import Testing

/// HA-2 and HA-14: who the framework has audit which records.
@Suite("Who audits what in Haringey")
struct HaringeySampleTests {
  private func auditors(_ audit: String) throws -> Set<String?> {
    let authority = SmallAuthority(
      "haringey",
      [
        "caseload": "child_id,service,team,opened_date\n" + lines(6, "C#,MASH,Hub,01/02/2025"),
        "staff": """
        worker,role,service,team,started_date
        Ann,Team Manager,DCT,North,01/09/2020
        Bob,Head of Service,Early Help,South,01/09/2020
        Cat,Service Manager,DCT,North,01/09/2020
        Dan,Social Worker,DCT,North,01/09/2020
        Eve,Independent Reviewing Officer,Quality Assurance,Hub,01/09/2020
        """,
      ])
    return Set(try authority.sample(audit, on: "2025-12-01", size: 6).drawn.map { $0["Auditor"] })
  }

  @Test("HA-2: team managers and reviewing officers audit the month's cases")
  func ha2Sample() throws {
    #expect(try auditors("Case audit") == ["Ann", "Eve"])
  }

  @Test("HA-14: heads of service audit MASH, service managers audit again")
  func ha14Sample() throws {
    #expect(try auditors("MASH audit") == ["Bob"])
    #expect(try auditors("Re-audit") == ["Cat"])
  }
}
