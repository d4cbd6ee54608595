import Testing

@testable import LessonFormat

@Suite struct LinkDestinationTests {
  @Test(
    arguments: [
      ("data/points.csv", "data/points.csv", nil, ""), ("./a.md", "a.md", nil, ""),
      ("././my%20picture.png", "my picture.png", nil, ""),
      ("a.md#b%C3%A9", "a.md", "bé", "#b%C3%A9"),
      ("#here", "", "here", "#here"), ("a.csv?raw#top", "a.csv", "top", "?raw#top"),
      ("100%", "100%", nil, ""), ("a%2", "a%2", nil, ""), ("a%zz.md", "a%zz.md", nil, ""),
    ] as [(String, String, String?, String)])
  func aDestinationIsAPathAnAnchorAndWhatIsWrittenOfThem(
    text: String, path: String, anchor: String?, suffix: String
  ) {
    let destination = LinkDestination(text)
    #expect(destination.path == path)
    #expect(destination.anchor == anchor)
    #expect(destination.suffix == suffix)
    #expect(destination.isRelative)
  }

  @Test(arguments: ["https://a.org/b.md", "mailto:a@b.c", "/root.md", "//host/a.md", ""])
  func whatLeadsOutOfTheCourseIsNotRelative(text: String) {
    #expect(!LinkDestination(text).isRelative)
    #expect(LinkDestination(text).lessonStem == nil)
  }

  @Test func aColonBehindASlashIsAPartOfAName() {
    #expect(LinkDestination("figures/a:b.png").isRelative)
  }

  @Test func aLessonIsKnownByItsStem() {
    #expect(LinkDestination("./chain-rule.md#rule").lessonStem == "chain-rule")
    #expect(LinkDestination("chain-rule.html").lessonStem == nil)
  }
}
