import Foundation
import Testing

@Suite struct CleanCommandTests {
  @Test func cleanDropsTheCacheAndNothingElse() throws {
    let course = try ScratchCourse(["a": lesson("let x = 1 // = 1")])
    #expect(try course.gradus("verify").status == 0)
    #expect(course.names(in: "") == [".gradus", "lessons"])
    let outcome = try course.gradus("clean")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("/.gradus is gone; results are computed again\n"))
    #expect(course.names(in: "") == ["lessons"])
    let again = try course.gradus("clean")
    #expect(again.status == 0)
    #expect(again.output.hasPrefix("there is nothing to clean: "))
    #expect(again.output.hasSuffix("/.gradus does not exist\n"))
  }

  @Test func insideACourseItsOwnCacheIsMeant() throws {
    let course = try ScratchCourse(["a": lesson("let x = 1 // = 1")])
    let lessons = course.path("lessons")
    #expect(try Gradus.run(["verify", "."], in: lessons).status == 0)
    #expect(course.names(in: "") == [".gradus", "lessons"])
    let outcome = try Gradus.run(["clean"], in: lessons)
    #expect(outcome.output.hasSuffix("/.gradus is gone; results are computed again\n"))
    #expect(course.names(in: "") == ["lessons"])
  }

  @Test func aFolderThatIsNoCacheIsLeftAsItIs() throws {
    let course = try ScratchCourse(["a": lesson("let x = 1 // = 1")])
    let outcome = try course.gradus("clean", environment: ["GRADUS_CACHE": course.path("lessons")])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("is not a cache of gradus, and is left as it is"))
    #expect(course.names(in: "lessons") == ["a.md", "course.yaml"])
  }

  @Test func aFolderWithFilesOfTheUsersOwnUnderNamesOfACacheIsRefusedByNameAndKeepsThem() throws {
    let course = try ScratchCourse(["a": lesson("let x = 1 // = 1")])
    for name in ["scratch", "library"] {
      try FileManager.default.createDirectory(
        atPath: course.path("home/\(name)"), withIntermediateDirectories: true)
      try course.write("mine", to: "home/\(name)/notes.txt")
    }
    let environment = ["GRADUS_CACHE": course.path("home")]
    for command in ["verify", "build", "accept"] {
      let outcome = try course.gradus(command, environment: environment)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("home can't be the cache: gradus has not made the `library`"))
      #expect(outcome.errors.contains("  help: name a new or an empty folder in GRADUS_CACHE"))
    }
    #expect(try course.gradus("clean", environment: environment).status == 1)
    #expect(
      try course.contents(of: "home").keys.sorted() == ["library/notes.txt", "scratch/notes.txt"])
    #expect(try course.gradus("verify", "--no-cache", environment: environment).status == 0)
  }
}
