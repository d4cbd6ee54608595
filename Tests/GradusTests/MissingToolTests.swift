import Testing

@Suite(.enabled(if: Isolation.isPossible)) struct MissingToolTests {
  @Test(arguments: [
    ("node", "build", "apt-get install nodejs"),
    ("swift-frontend", "verify", "https://www.swift.org/install"),
  ])
  func whatACommandNeedsAndThisMachineLacksEndsWithStatus3AndWhatInstallsIt(
    tool: String, command: String, remedy: String
  ) throws {
    let course = try ScratchCourse(["a": lesson("let x = 1 // = 1", after: "\n$x^2$\n")])
    try course.write("", to: "empty")
    let wrapper = Isolation.without(tool, empty: course.path("empty"))
    let outcome = try course.gradus(command, wrapper: wrapper)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains(remedy))
    #expect(!course.names(in: "").contains("site"))
    let doctor = try course.gradus("doctor", wrapper: wrapper)
    #expect(doctor.status == 3)
    #expect(doctor.output.contains("\nmissing  ") || doctor.output.hasPrefix("missing  "))
    #expect(doctor.output.contains(remedy))
  }

  @Test func withoutBubblewrapLessonsAreIsolatedByLandlockUnlessThatIsNotWanted() throws {
    let course = try ScratchCourse(["a": lesson("let x = 1 // = 1")])
    try course.write("", to: "empty")
    let wrapper = Isolation.without("bwrap", empty: course.path("empty"))
    let wanted = try course.gradus("verify", "--isolation", "bubblewrap", wrapper: wrapper)
    #expect(wanted.status == 3)
    #expect(wanted.errors.contains("apt-get install bubblewrap"))
    let outcome = try course.gradus("verify", wrapper: wrapper)
    let doctor = try course.gradus("doctor", wrapper: wrapper)
    let hasLandlock = doctor.output.contains("isolation     Landlock ")
    #expect(outcome.status == (hasLandlock ? 0 : 3), "\(outcome.output)\(outcome.errors)")
    #expect(doctor.status == (hasLandlock ? 0 : 3))
    #expect(doctor.output.contains("bwrap") && doctor.output.contains("isolation"))
  }
}
