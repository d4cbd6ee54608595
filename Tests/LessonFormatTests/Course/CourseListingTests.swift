import Testing

@testable import LessonFormat

@Suite struct CourseListingTests {
  private func listing(_ text: String) -> String? {
    Course.listing("new", in: SourceFile(path: "course.yaml", text: text))
  }

  @Test(arguments: [
    ("parts:\n- lessons: [a, b]\n", "parts:\n- lessons: [a, b, new]\n"),
    ("parts:\n- lessons: [a, \"b\"]\n", "parts:\n- lessons: [a, \"b\", new]\n"),
    ("parts:\n- lessons: []\n", "parts:\n- lessons: [new]\n"),
    (
      "parts:\n- lessons: [a]\n- lessons: # two\n  - b # last\nlimits: {}\n",
      "parts:\n- lessons: [a]\n- lessons: # two\n  - b # last\n  - new\nlimits: {}\n"
    ),
    ("parts:\r\n- lessons:\r\n  - a\r\n", "parts:\r\n- lessons:\r\n  - a\r\n  - new\r\n"),
  ])
  func aLessonIsAddedToTheLastPart(before: String, after: String) {
    #expect(listing(before) == after)
  }

  @Test(arguments: [
    "", "parts: []\n", "parts:\n- title: a\n", "parts:\n- lessons: a\n", "title: [\n",
    "parts:\n- lessons:\n", "parts:\n- lessons: [[a]]\n",
  ])
  func aFileWithoutAListOfLessonsIsNotEdited(text: String) {
    #expect(listing(text) == nil)
  }
}
