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
}
