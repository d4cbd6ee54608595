import Foundation
import Testing

@Suite struct InterruptsTests {
  private static let good = lesson("let x = 0.5 // = 0.5", after: "\nA formula: $x^2$.\n")
  private static let endless = lesson("let x = 0.5 // = 0.5\nwhile true {}")

  /// Waits until `isSo` holds, for some seconds at most.
  private func wait(until isSo: () -> Bool) -> Bool {
    for _ in 0..<1000 {
      if isSo() { return true }
      usleep(10_000)
    }
    return false
  }

  @Test func ctrlCLeavesNoProcessAndNoScratchFolderBehindAndTheOldSiteWhole() throws {
    let course = try ScratchCourse(["a": Self.good, "b": Self.good])
    #expect(try course.gradus("build").status == 0)
    let site = try course.contents(of: "site/public")
    for stem in ["a", "b"] { try course.write(Self.endless, to: "lessons/\(stem).md") }
    let mark = course.path(".gradus/scratch")
    let stages: [@Sendable () -> Bool] = [
      { Processes.naming(mark).contains { $0.contains("swift-frontend") } },
      { Processes.naming(mark).contains { $0.contains("bwrap") } },
      { Processes.naming(mark).count { $0.contains("bwrap") } >= 2 },
    ]
    for (isReached, signal) in zip(stages, [SIGINT, SIGINT, SIGTERM]) {
      let running = try Gradus.start(["build"], in: course.folder)
      #expect(wait(until: isReached))
      kill(running.process.processIdentifier, signal)
      let outcome = running.finish()
      #expect(outcome.status == 128 + signal)
      #expect(wait { Processes.naming(mark).isEmpty }, "\(Processes.naming(mark))")
      #expect(course.names(in: ".gradus/scratch") == [])
      #expect(try course.contents(of: "site/public") == site)
      #expect(course.names(in: "site") == ["public"])
    }
  }

  @Test func aSignalThatItsStarterIgnoresEndsNothing() throws {
    let course = try ScratchCourse(["a": Self.endless])
    let mark = course.path(".gradus/scratch")
    let running = try Gradus.start(
      ["verify"], in: course.folder,
      wrapper: ["/bin/sh", "-c", "trap '' HUP; exec \"$0\" \"$@\""])
    #expect(wait { Processes.naming(mark).contains { $0.contains("bwrap") } })
    kill(running.process.processIdentifier, SIGHUP)
    usleep(200_000)
    #expect(running.process.isRunning)
    kill(running.process.processIdentifier, SIGTERM)
    #expect(running.finish().status == 128 + SIGTERM)
  }

  @Test func afterBeingKilledAtAnyMomentTheSiteIsAnOldOrANewOneAndTheNextBuildWorks() throws {
    let course = try ScratchCourse(["a": Self.good, "b": Self.good])
    #expect(try course.gradus("build").status == 0)
    let mark = course.path(".gradus")
    var state: UInt64 = 20_240_607
    var texts = [try course.contents(of: "site/public")["a.html"]]
    for round in 1...10 {
      try course.write(
        Self.good.replacing("0.5", with: "\(round).5") + "\nRound \(round).\n", to: "lessons/a.md")
      let running = try Gradus.start(["build"], in: course.folder)
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      usleep(UInt32(state >> 33) % 500_000)
      kill(running.process.processIdentifier, SIGKILL)
      _ = running.finish()
      #expect(wait { Processes.naming(mark).isEmpty }, "\(Processes.naming(mark))")
      let site = try course.contents(of: "site/public")
      for name in ["index.html", "b.html", "style.css"] { #expect(site[name] != nil) }
      let page = String(decoding: try #require(site["a.html"]), as: UTF8.self)
      #expect(page.hasSuffix("</html>\n"))
      #expect(texts.contains(site["a.html"]) || page.contains("Round \(round)."))
      texts.append(site["a.html"])
    }
    let last = try course.gradus("build")
    #expect(last.status == 0, "\(last.output)\(last.errors)")
    #expect(course.names(in: "site") == ["public"])
    #expect(course.names(in: ".gradus/scratch") == [])
    let site = try course.contents(of: "site/public")
    #expect(try course.gradus("build", "--no-cache", "--out", "again").status == 0)
    #expect(try course.contents(of: "again") == site)
  }
}
