import Testing

@testable import LessonFormat

@Suite struct CourseTests {
  @Test(arguments: [
    "style.css", "site.js", "practice.js", "icon.svg", "index.html", "cards.html", "Index.html",
    "momentum.html", "fonts/a.woff2", "katex/katex.css", "reference/Backprop.html",
  ])
  func theSiteHasFilesOfItsOwn(path: String) {
    #expect(Course.isTaken(path: path, lessons: ["momentum"]))
  }

  @Test(arguments: ["data/style.css", "a.html", "styles.css", "data/fonts/a", "picture.svg", ""])
  func otherPathsAreFree(path: String) {
    #expect(!Course.isTaken(path: path, lessons: ["momentum"]))
  }

  @Test(arguments: [
    ("", "a.md"), ("lessons", "lessons/a.md"), ("lessons/", "lessons/a.md"), ("/", "/a.md"),
  ])
  func aLessonsPathIsInTheFolder(folder: String, path: String) {
    #expect(Course(folder: folder, title: "T").path(of: "a") == path)
  }

  @Test func lessonsStandInTheOrderOfTheParts() {
    let parts = [
      Course.Part(title: "1", lessons: ["b", "a"]), Course.Part(title: "2", lessons: ["c"]),
    ]
    #expect(Course(folder: "", title: "T", parts: parts).lessons == ["b", "a", "c"])
  }

  @Test func aCourseIsAboutBackpropUnlessItSaysOtherwise() {
    let library = Course(folder: "", title: "T").library
    #expect(library == Course.Library(package: "..", product: "Backprop", imports: ["Backprop"]))
  }
}
