import Foundation
import Testing

@Suite struct CleanCommandTests {
  @Test func cleanDropsTheCacheAndNothingElse() throws {
    let course = try ScratchCourse(["a": lesson("let x = 1 // = 1")])
    #expect(try course.gradus("verify").status == 0)
    #expect(course.names(in: "") == [".gradus", "lessons"])
    #expect(try course.gradus("clean").status == 0)
    #expect(course.names(in: "") == ["lessons"])
    #expect(try course.gradus("clean").status == 0)
  }

  @Test func aFolderThatIsNoCacheIsLeftAsItIs() throws {
    let course = try ScratchCourse(["a": lesson("let x = 1 // = 1")])
    let outcome = try course.gradus("clean", environment: ["GRADUS_CACHE": course.path("lessons")])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("is not a cache of gradus, and is left as it is"))
    #expect(course.names(in: "lessons") == ["a.md", "course.yaml"])
  }
}
