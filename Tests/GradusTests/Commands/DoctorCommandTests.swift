import Testing

@Suite struct DoctorCommandTests {
  @Test func aMachineThatHasEverythingIsToldSo() throws {
    let outcome = try ScratchCourse().gradus("doctor")
    #expect(outcome.status == 0)
    #expect(!outcome.output.contains("\nmissing"))
  }
}
