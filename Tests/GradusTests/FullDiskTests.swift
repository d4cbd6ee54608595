import Foundation
import Testing

/// Disks that are full, and builds that share a cache.
@Suite(.enabled(if: Isolation.isPossible, "no sandbox can be made here")) struct FullDiskTests {
  private static let text = lesson("let x = 0.5 // = 0.5\nprint(x)")

  /// A course with a folder that is to be a small disk, and a site that was built before.
  private func course() throws -> ScratchCourse {
    let course = try ScratchCourse(["a": Self.text])
    try FileManager.default.createDirectory(
      atPath: course.path("small"), withIntermediateDirectories: false)
    #expect(try course.gradus("build").status == 0)
    return course
  }

  /// Builds with a disk of so many bytes in the folder `small`.
  private func build(
    _ course: ScratchCourse, _ words: [String] = [], bytes: Int, environment: [String: String] = [:]
  ) throws -> Gradus.Outcome {
    try Gradus.run(
      ["build"] + words, in: course.folder, environment: environment,
      wrapper: Isolation.smallDisk(course.path("small"), bytes: bytes))
  }

  @Test(arguments: [4096, 16_384, 65_536])
  func aFullDiskUnderTheCacheAloneIsNamedAndTheOldSiteStays(bytes: Int) throws {
    let course = try course()
    let old = try course.contents(of: "site/public")
    try course.write(Self.text + "\nMore.\n", to: "lessons/a.md")
    let outcome = try build(
      course, bytes: bytes, environment: ["GRADUS_CACHE": course.path("small/cache")])
    if outcome.status == 0 {
      #expect(try course.contents(of: "site/public") != old)
    } else {
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("No space left on device"), "\(outcome.errors)")
      #expect(try course.contents(of: "site/public") == old)
    }
    #expect(try course.gradus("build").status == 0)
    #expect(try course.text("site/public/a.html").contains("More."))
  }

  @Test func aFullDiskUnderTMPDIRAloneHarmsOnlyBuildsThatWorkThere() throws {
    let course = try course()
    let old = try course.contents(of: "site/public")
    try course.write(Self.text.replacing("0.5", with: "0.7"), to: "lessons/a.md")
    let environment = ["TMPDIR": course.path("small")]
    let outcome = try build(course, ["--no-cache"], bytes: 8192, environment: environment)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("No space left on device"), "\(outcome.errors)")
    #expect(try course.contents(of: "site/public") == old)
    #expect(try build(course, bytes: 8192, environment: environment).status == 0)
    #expect(try course.text("site/public/a.html").contains("0.7"))
  }

  @Test func aFullDiskUnderTheSiteAloneLeavesTheCacheWhole() throws {
    let course = try course()
    try course.write(Self.text.replacing("0.5", with: "0.7"), to: "lessons/a.md")
    let outcome = try build(course, ["--out", "small/site"], bytes: 16_384)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("cannot be written to small/site: No space left on device"))
    let next = try course.gradus("build", "--verbose")
    #expect(next.status == 0)
    #expect(!next.errors.contains("ran a"), "\(next.errors)")
  }

  @Test func buildsWithOneCacheAndOtherOutputsAndAVerificationBesideThemAllEndWell() throws {
    let course = try ScratchCourse(["a": Self.text, "b": Self.text])
    for round in 0..<4 {
      try course.write(Self.text.replacing("0.5", with: "\(round).25"), to: "lessons/a.md")
      let runs = try [["build"], ["build", "--out", "other"], ["verify"], ["build"]].map {
        try Gradus.start($0, in: course.folder)
      }
      let outcomes = runs.map { $0.finish() }
      #expect(outcomes.map(\.status) == [0, 0, 0, 0], "\(outcomes.map(\.errors))")
      #expect(try course.contents(of: "other") == course.contents(of: "site/public"))
      #expect(try course.text("other/a.html").contains("\(round).25"))
    }
    #expect(course.names(in: ".gradus/scratch") == [])
    #expect(course.names(in: "site") == ["public"])
  }
}
