import Foundation
import LessonFormat
import Testing

@testable import LessonRunner
@testable import SiteGenerator

struct SiteBuildTests {
  @Test func secondBuildFindsHighlightedCodeInTheCacheAndMakesTheSamePages() throws {
    let scratch = try ScratchFolder()
    let lessons = try SampleCourse.lessons()
    let first = try SampleCourse.generator(cache: scratch.path).site(of: lessons)
    // The other page has nothing that is slow to make.
    #expect(scratch.names("fragments").count == 1)
    let second = try SampleCourse.generator(cache: scratch.path).site(of: lessons)
    #expect(first.files == second.files)
    #expect(first.files == (try SampleCourse.generator().site(of: lessons)).files)
  }

  @Test func fragmentsOfCodeThatIsGoneAreNotKept() throws {
    let scratch = try ScratchFolder()
    func build(_ code: String) throws {
      let lesson = try SampleCourse.verified("# A\n\n```swift\n\(code)\n```\n")
      _ = try SampleCourse.generator(cache: scratch.path).site(of: [lesson])
    }
    func entry() throws -> String {
      let folder = try #require(scratch.names("fragments").first)
      let name = try #require(scratch.names("fragments/\(folder)").first)
      return try #require(scratch.text("fragments/\(folder)/\(name)"))
    }
    try build("let old = 1")
    #expect(try entry().contains("let old = 1"))
    try build("let new = 1")
    #expect(try entry().contains("let new = 1"))
    #expect(try !entry().contains("let old = 1"))
  }

  @Test func formulasOfTheCoursesOwnWordsAreTypeset() throws {
    let index = try #require(try SampleCourse.pages(of: SampleCourse.lessons())["index.html"])
    #expect(index.contains("Where <span class=\"katex\">"))
    #expect(index.contains("<meta name=\"description\" content=\"Where a + b leads.\">"))
  }

  @Test func fileBesideTheLessonGoesAlongOnce() throws {
    let scratch = try ScratchFolder()
    try "1,2".write(toFile: scratch.path + "/a.csv", atomically: true, encoding: .utf8)
    func verified(_ id: String) throws -> VerifiedLesson {
      try PretendRun().verified(
        SampleCourse.lesson("[a](a.csv)", path: "\(scratch.path)/\(id).md", id: id))
    }
    let site = try SampleCourse.generator().site(of: [verified("sums"), verified("products")])
    let files = site.files.filter { $0.path == "a.csv" }
    #expect(files == [SiteFile(path: "a.csv", text: "1,2")])
  }

  @Test func noFileOfALessonCanHaveTheAddressOfOneOfTheSites() throws {
    let files = try SampleCourse.generator().site(of: SampleCourse.lessons()).files
    #expect(files.count > 10)
    for file in files {
      #expect(Course.isTaken(path: file.path, lessons: ["sums", "products"]), "\(file.path)")
    }
  }

  @Test func siteWithoutItsSourcesIsRefusedWithTheFileThatIsMissing() throws {
    let generator = SiteGenerator(
      course: Course(folder: "", title: "T"), assets: "/nonexistent", cache: Cache(folder: nil))
    #expect(
      throws: SiteError.unreadable(
        path: "/nonexistent/site.js", reason: "No such file or directory")
    ) { try generator.site(of: []) }
  }
}
