import Foundation
import Testing

/// A build that is killed at a random moment, 100 times or as often as `GRADUS_KILLS` says.
@Suite(.serialized) struct KillTests {
  private static let kills =
    ProcessInfo.processInfo.environment["GRADUS_KILLS"].flatMap { Int($0) } ?? 100

  /// A lesson whose code or prose is of one round.
  private static func text(code: Int, prose: Int) -> String {
    lesson("let x = \(code).5 // = \(code).5\nprint(x)", after: "\nRound \(prose): $x^2$.\n")
  }

  private static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    let time = try ContinuousClock().measure(body)
    return Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1000
  }

  @Test func afterSIGKILLTheSiteIsTheOldOneOrTheNewOneAndTheNextBuildNeedsNoHelp() throws {
    let course = try ScratchCourse(["a": Self.text(code: 0, prose: 0)])
    let first = try Self.milliseconds { _ = try course.gradus("build") }
    try course.write(Self.text(code: 0, prose: 1), to: "lessons/a.md")
    let warm = try Self.milliseconds { _ = try course.gradus("build") }
    var old = try course.contents(of: "site/public")
    var random = Seeded(state: 20_240_607)
    var finished = 0
    var code = 0
    for round in 2..<Self.kills + 2 {
      // Half of the builds run the lesson, half have its results and only write the page.
      if round % 2 == 0 { code = round }
      try course.write(Self.text(code: code, prose: round), to: "lessons/a.md")
      let running = try Gradus.start(["build"], in: course.folder)
      if round % 8 < 2 {
        // The moment at which the new site takes the old one's place.
        while running.process.isRunning, course.names(in: "site") == ["public"] { usleep(200) }
        usleep(UInt32.random(in: 0...3000, using: &random))
      } else {
        let most = (round % 2 == 0 ? first : warm) * 1.2
        usleep(UInt32(Double.random(in: 0...most, using: &random) * 1000))
      }
      kill(running.process.processIdentifier, SIGKILL)
      let outcome = running.finish()
      if outcome.status == 0 { finished += 1 }
      try #require(outcome.status == 0 || outcome.status == 128 + SIGKILL, "\(outcome.errors)")
      try #require(noProcess(of: course), "round \(round): \(Processes.naming(course.folder))")

      let site = try course.contents(of: "site/public")
      if site != old {
        let page = String(decoding: try #require(site["a.html"]), as: UTF8.self)
        try #require(page.contains("Round \(round): ") && page.hasSuffix("</html>\n"))
        try #require(site.keys == old.keys)
        for (name, bytes) in old where !name.hasSuffix(".html") { #expect(site[name] == bytes) }
        old = site
      } else {
        try #require(outcome.status != 0)
      }
      if round % 50 == 0 { try compareWithFresh(course) }
      old = try course.contents(of: "site/public")
    }
    #expect(finished < Self.kills * 3 / 4, "the kills came too late")
    try compareWithFresh(course)
    let left = try course.contents(of: ".gradus").keys.filter { $0.hasSuffix(".new") }
    #expect(left.isEmpty, "\(left)")
  }

  /// A build that nobody kills, with what those before have left, makes what a first one makes.
  private func compareWithFresh(_ course: ScratchCourse) throws {
    let next = try course.gradus("build", "--verbose")
    #expect(next.status == 0, "\(next.output)\(next.errors)")
    #expect(course.names(in: "site") == ["public"])
    #expect(course.names(in: ".gradus/scratch") == [])
    #expect(try course.gradus("build", "--no-cache", "--out", "again").status == 0)
    #expect(try course.contents(of: "again") == course.contents(of: "site/public"))
  }

  /// What a killed build has started ends by itself, at once.
  private func noProcess(of course: ScratchCourse) -> Bool {
    for _ in 0..<500 {
      if Processes.naming(course.folder).isEmpty { return true }
      usleep(10_000)
    }
    return false
  }
}

/// Random numbers that are the same each time.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
