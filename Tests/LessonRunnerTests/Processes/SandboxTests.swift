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

  @Test(.enabled(if: Isolation.landlock.obstacle() == nil))
  func theCompilerReadsAndWritesOnlyWhatALessonsBuildTakes() throws {
    try withScratch { folder in
      let folder = Files.resolved(folder)
      let toolchain = try Toolchain.ofTests()
      func tools(_ isolation: Isolation) -> Confinement {
        Sandbox(
          isolation: isolation, toolchain: toolchain,
          limits: Sandbox.Limits(seconds: 1, memory: 1 << 30, output: 1000)
        ).confinementOfTools(writable: [folder + "/own", folder + "/modules"])
      }
      #expect(tools(.none) == .trusted)
      try Files.createFolder(folder + "/modules")
      for name in ["own", "others"] {
        try Files.write("let a = 1\n", at: "\(folder)/\(name)/a.swift")
      }
      func compile(_ source: String, to object: String) throws -> String {
        let outcome = try CompilerFrontend(
          toolchain: toolchain, moduleCache: folder + "/modules", home: folder + "/own",
          confinement: tools(.bubblewrap)
        ).process(["-c", "-o", folder + object], source: folder + source, module: "a").run()
        return outcome.ending == .exited(0)
          ? "compiled" : String(decoding: outcome.errors, as: UTF8.self)
      }
      #expect(try compile("/own/a.swift", to: "/own/a.o") == "compiled")
      #expect(try compile("/others/a.swift", to: "/own/b.o").contains("others/a.swift"))
      #expect(try compile("/own/a.swift", to: "/others/a.o").contains("Permission denied"))
      #expect(!Files.exists(folder + "/others/a.o") && !Files.exists(folder + "/own/b.o"))
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
