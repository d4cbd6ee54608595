import FileSystem
import Glibc
import Testing

@testable import LessonRunner

@Suite struct SandboxTests {
  private func process(
    bubblewrap: String?, seconds: Double = 2.5, course: String = "/course"
  ) -> ChildProcess {
    Sandbox(
      bubblewrap: bubblewrap, toolchain: .sample(host: "/l/lesson-host"),
      limits: Sandbox.Limits(seconds: seconds, memory: 1 << 30, output: 1000)
    ).process(program: "/s/lesson.so", entry: "main", course: course)
  }

  @Test func theHostIsGivenTheProgramTheBoundaryAndTheLimits() {
    let process = process(bubblewrap: nil)
    #expect(process.program == "/l/lesson-host")
    #expect(
      process.arguments
        == ["/s/lesson.so", "main", "3", "1073741824", "1048576", "64"])
    #expect(process.folder == "/course" && process.seconds == 5.5)
  }

  @Test func inTheSandboxTheHostSeesTheSystemTheProgramAndNoNetwork() {
    let process = process(bubblewrap: "/usr/bin/bwrap")
    #expect(process.program == "/usr/bin/bwrap" && process.environment.isEmpty)
    #expect(process.isSandbox)
    for option in ["--unshare-net", "--unshare-pid", "--clearenv", "--die-with-parent"] {
      #expect(process.arguments.contains(option))
    }
    let text = process.arguments.joined(separator: " ")
    #expect(text.contains("--ro-bind /s/lesson.so /gradus/lesson.so"))
    #expect(text.contains("--ro-bind /l/lesson-host /gradus/lesson-host"))
    #expect(
      text.hasSuffix("-- /gradus/lesson-host /gradus/lesson.so main 3 1073741824 1048576 64"))
  }

  @Test func dataIsSeenUnlessItIsALinkToElsewhere() throws {
    try withScratch { folder in
      let folder = Files.resolved(folder)
      try Files.createFolder(folder + "/course/data")
      func seesData() -> Bool {
        process(bubblewrap: "bwrap", course: folder + "/course").arguments
          .contains(folder + "/course/data")
      }
      #expect(seesData())
      Files.remove(folder + "/course/data")
      try Files.createFolder(folder + "/elsewhere")
      #expect(symlink(folder + "/elsewhere", folder + "/course/data") == 0)
      #expect(!seesData())
    }
  }
}
