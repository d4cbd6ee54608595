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
    #expect(ResourceWatch.descendants(of: pid_t(Int32.max)) == [])
  }
}
