import Foundation
import Testing

/// What lessons may reach, when gradus is an ordinary user's and not root's, and what they may not.
@Suite struct ConfinementTests {
  private static let rules = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("LessonRunnerTests/Courses/rules").path

  /// A course of one lesson of those.
  private static func course(_ stem: String) throws -> ScratchCourse {
    let text = try String(contentsOfFile: "\(rules)/\(stem).md", encoding: .utf8)
    let course = try ScratchCourse([stem: text])
    try FileManager.default.copyItem(
      atPath: rules + "/data", toPath: course.path("lessons/data"))
    return course
  }

  /// Starts a program under a mask that closes what is made to all but its user.
  private static let underStrictMask = ["/bin/sh", "-c", "umask 077; exec \"$@\"", "sh"]

  /// Starts a program as nobody.
  private static let asNobody = [
    "/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups",
  ]

  /// Whether the tests are root's, and nobody else can run what they have built.
  private static let isPossible: Bool = {
    guard getuid() == 0, let course = try? ScratchCourse(["a": "# A\n\nText.\n"]) else {
      return false
    }
    chmod(course.folder, 0o755)
    let outcome = try? course.gradus("verify", "--no-cache", wrapper: asNobody)
    return outcome?.status == 0
  }()

  @Test(
    .enabled(if: isPossible, "only root can become another user"),
    arguments: ["isolation", "confinement", "stays"], ["bubblewrap", "landlock"])
  func lessonsOfAnOrdinaryUsersAreConfinedLikeRoots(stem: String, isolation: String) throws {
    let course = try Self.course(stem)
    chmod(course.folder, 0o755)
    let outcome = try course.gradus(
      "verify", "--no-cache", "--isolation", isolation, environment: ["GRADUS_SECRET": "1"],
      wrapper: Self.asNobody)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  /// Starts a program as a container does that has no privileges.
  private static let withoutPrivileges = [
    "/usr/bin/setpriv", "--bounding-set", "-sys_admin,-net_admin,-sys_ptrace", "--no-new-privs",
  ]

  @Test(
    .enabled(if: getuid() == 0, "only root has privileges to lose"),
    arguments: ["isolation", "confinement", "stays", "hoards"])
  func rootWithoutPrivilegesConfinesLessonsToo(stem: String) throws {
    let course = try Self.course(stem)
    // Nobody but root gets here, and what is made is root's alone.
    chmod(course.folder, 0o700)
    let outcome = try course.gradus(
      "verify", "--no-cache", environment: ["GRADUS_SECRET": "1"],
      wrapper: Self.underStrictMask + Self.withoutPrivileges)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test(
    .enabled(if: getuid() == 0, "only root's files are root's alone"),
    arguments: ["bubblewrap", "landlock"])
  func filesThatAreRootsAloneAreReadByItsLessons(isolation: String) throws {
    let course = try ScratchCourse([
      "a": lesson(
        "import Foundation\ntry String(contentsOfFile: \"data/a.txt\", encoding: .utf8) // = \"b\"")
    ])
    try FileManager.default.createDirectory(
      atPath: course.path("lessons/data"), withIntermediateDirectories: false)
    try course.write("b", to: "lessons/data/a.txt")
    chmod(course.path("lessons/data/a.txt"), 0o600)
    chmod(course.path("lessons/data"), 0o700)
    let outcome = try course.gradus(
      "verify", "--no-cache", "--isolation", isolation,
      wrapper: Self.underStrictMask)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test func aDataThatIsALinkToElsewhereIsNotThereForALesson() throws {
    let course = try ScratchCourse([
      "a": lesson(
        "import Foundation\nFileManager.default.fileExists(atPath: \"data/secret\") // = false")
    ])
    try FileManager.default.createDirectory(
      atPath: course.path("private"), withIntermediateDirectories: false)
    try course.write("secret\n", to: "private/secret")
    try FileManager.default.createSymbolicLink(
      atPath: course.path("lessons/data"), withDestinationPath: course.path("private"))
    let outcome = try course.gradus("verify", "--no-cache")
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  @Test func aLinkThatLeadsOutOfTheLessonsOrAFileWithoutEndGoesIntoNoSite() throws {
    let course = try ScratchCourse(["a": "# A\n\n[one](data/one.txt)\n"])
    try FileManager.default.createDirectory(
      atPath: course.path("lessons/data"), withIntermediateDirectories: false)
    try course.write("secret\n", to: "secret.txt")
    let one = course.path("lessons/data/one.txt")
    for target in [course.path("secret.txt"), "/dev/zero", "../../secret.txt"] {
      try FileManager.default.createSymbolicLink(atPath: one, withDestinationPath: target)
      let outcome = try course.gradus("build")
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("leads out of the lesson's folder"), "\(outcome.output)")
      try FileManager.default.removeItem(atPath: one)
    }
    mkfifo(one, 0o644)
    #expect(try course.gradus("build").status == 1)
    try FileManager.default.removeItem(atPath: one)
    try course.write("ours\n", to: "lessons/data/two.txt")
    try FileManager.default.createSymbolicLink(atPath: one, withDestinationPath: "two.txt")
    #expect(try course.gradus("build").status == 0)
    #expect(try course.text("site/public/data/one.txt") == "ours\n")
  }

  @Test func aFigureOfALessonsOwnThatWouldRunAScriptIsReportedAndNoSiteIsWritten() throws {
    let course = try ScratchCourse([
      "a": lesson(
        """
        struct Drawing: Figure {
          var title = "A", alternative = "B", caption = "", svg = "<svg onload='alert(1)'></svg>"
          var name: String? { nil }
        }
        show(Drawing())
        """)
    ])
    let outcome = try course.gradus("build")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("it has an `onload` that runs a script [bad-check]"))
    #expect(!course.names(in: "").contains("site"))
  }
}
