import FileSystem
import Glibc
import Testing

@testable import LessonRunner

@Suite struct ResourceWatchTests {
  private func run(
    _ script: String, memory: UInt64, folder: String? = nil, seconds: Double = 30
  ) throws -> ChildProcess.Ending {
    var process = ChildProcess(
      program: "/bin/sh", arguments: ["-c", script], environment: ["PATH": "/usr/bin:/bin"],
      seconds: seconds)
    process.confinement = .filtered
    process.watch = ResourceWatch(memory: memory, backtracer: "/none", folder: folder)
    return try process.run().ending
  }

  /// A program that takes some megabytes and keeps them for a while.
  private static func takes(_ megabytes: Int, for seconds: Double) -> String {
    "perl -e '$a = \"x\" x (\(megabytes) << 20); select(undef, undef, undef, \(seconds))'"
  }

  @Test func whatAllProcessesTakeTogetherCounts() throws {
    let three = (0..<3).map { _ in Self.takes(40, for: 20) + " &" }.joined(separator: " ")
    let ofThree = try run(three + " wait", memory: 100 << 20)
    let ofOne = try run(Self.takes(40, for: 0.3), memory: 100 << 20)
    #expect(ofThree == .tookTooMuch && ofOne == .exited(0))
  }

  @Test func manyShortFilesCount() throws {
    try withScratch { folder in
      let many = "i=0; while [ $i -lt 20000 ]; do : >\(folder)/$i; i=$((i+1)); done; sleep 20"
      let ofMany = try run(many, memory: 20 << 20, folder: folder)
      let ofOne = try run("echo a >\(folder)/a", memory: 200 << 20, folder: folder)
      #expect(ofMany == .tookTooMuch && ofOne == .exited(0))
    }
  }

  @Test func allThatHasComeOfAProcessIsFound() throws {
    var process = ChildProcess(
      program: "/bin/sh", arguments: ["-c", "echo $$; sleep 5 & (sleep 5 & wait) & wait"],
      environment: ["PATH": "/usr/bin:/bin"], seconds: 1)
    process.confinement = .filtered
    var found = 0
    _ = try process.run { bytes in
      guard let shell = pid_t(String(decoding: bytes, as: UTF8.self).prefix { $0.isNumber }) else {
        return
      }
      for _ in 0..<200 where found < 3 {
        found = ResourceWatch.descendants(of: shell).count
        usleep(5000)
      }
    }
    #expect(found == 3)
    #expect(ResourceWatch.descendants(of: pid_t(Int32.max)) == [])
  }

  @Test func aProgramThatClosesItsOutputIsWatchedStill() throws {
    let ending = try run("exec >&- 2>&-; " + Self.takes(60, for: 20), memory: 40 << 20)
    #expect(ending == .tookTooMuch)
  }

  @Test func aFolderThatCantBeListedHoldsTooMuch() throws {
    try withScratch { folder in
      let deep =
        "perl -e 'chdir shift; for (1..30) { mkdir q(d) x 200; chdir q(d) x 200 } sleep 20' "
        + folder
      let ending = try run(deep, memory: 200 << 20, folder: folder)
      #expect(ending == .tookTooMuch)
      _ = try ChildProcess(program: "/bin/rm", arguments: ["-rf", folder], seconds: 20).run()
    }
  }

  @Test func moreProcessesThanMayBeAreTooMany() throws {
    var process = ChildProcess(
      program: "/bin/sh", arguments: ["-c", "for i in 1 2 3 4 5 6; do sleep 20 & done; wait"],
      environment: ["PATH": "/usr/bin:/bin"], seconds: 30)
    process.confinement = .filtered
    process.watch = ResourceWatch(memory: 1 << 30, backtracer: "/none", processes: 4)
    let ending = try process.run().ending
    #expect(ending == .tookTooMuch)
  }
}
