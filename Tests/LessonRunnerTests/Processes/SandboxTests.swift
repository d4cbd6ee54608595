import FileSystem
import Glibc
import Testing

@testable import LessonRunner

@Suite struct SandboxTests {
  private func process(
    _ isolation: Isolation, seconds: Double = 2.5, course: String = "/course",
    in folder: RunFolder? = nil
  ) -> ChildProcess {
    Sandbox(
      isolation: isolation, toolchain: .sample(host: "/l/lesson-host"),
      limits: Sandbox.Limits(seconds: seconds, memory: 1 << 30, output: 1000)
    ).process(program: "/s/lesson.so", entry: "main", course: course, in: folder)
  }

  @Test func theHostIsGivenTheProgramTheBoundaryAndTheLimits() {
    let process = process(.none)
    #expect(process.program == "/l/lesson-host")
    #expect(process.arguments[..<5] == ["/s/lesson.so", "main", "3", "1073741824", "1048576"])
    #expect(process.arguments[5...].compactMap { Int($0) }.count == 3)
    #expect(process.arguments[6...] == ["256", "0"])
    #expect(process.confinement == .filtered)
    #expect(process.folder == "/course" && process.seconds == 5.5)
  }

  @Test func inTheSandboxTheHostSeesTheSystemTheProgramAndNoNetwork() {
    let process = process(.bubblewrap)
    #expect(process.program.hasSuffix("bwrap") && process.environment.isEmpty)
    #expect(process.confinement == .namespaces)
    for option in ["--unshare-net", "--unshare-pid", "--clearenv", "--die-with-parent"] {
      #expect(process.arguments.contains(option))
    }
    let text = process.arguments.joined(separator: " ")
    #expect(text.contains("--ro-bind /s/lesson.so /gradus/lesson.so"))
    #expect(text.contains("--ro-bind /l/lesson-host /gradus/lesson-host"))
    #expect(
      text.hasSuffix("-- /gradus/lesson-host /gradus/lesson.so main 3 1073741824 1048576 64 256 0"))
  }

  @Test func underLandlockTheHostReachesTheSystemTheProgramAndItsOwnFolder() throws {
    try withScratch { scratch in
      let folder = try RunFolder(beside: scratch + "/lesson.so", data: nil)
      let process = process(.landlock, in: folder)
      #expect(process.program == "/l/lesson-host" && process.folder == folder.path)
      #expect(process.arguments.last == "1")
      let reach = try #require(process.confinement.reach)
      #expect(reach.becomesUser)
      for path in ["/usr", "/l/lesson-host", "/s/lesson.so", folder.path] {
        #expect(reach.readable.contains(path))
      }
      for path in ["/etc", "/proc", "/tmp", "/home", "/", "/s", "/l", "/course"] {
        #expect(!reach.readable.contains(path))
      }
      #expect(reach.writable == ["/dev/null", "/dev/zero", "/dev/full", folder.scratch])
      #expect(process.environment["TMPDIR"] == folder.scratch)
    }
  }

  @Test func dataIsSeenUnlessItIsALinkToElsewhere() throws {
    try withScratch { folder in
      let folder = Files.resolved(folder)
      try Files.createFolder(folder + "/course/data")
      func seesData() -> Bool {
        process(.bubblewrap, course: folder + "/course").arguments
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
