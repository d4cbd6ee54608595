import Testing

@testable import SiteGenerator

struct SiteErrorTests {
  @Test func eachErrorNamesTheFileAndWhatToDo() {
    #expect(
      "\(SiteError.unreadable(path: "a.css", reason: "No such file"))"
        == "a.css cannot be read: No such file.")
    #expect(
      "\(SiteError.unwritable(path: "out", reason: "No space left"))"
        == "The site cannot be written to out: No space left. What stood there before is unchanged."
    )
    #expect("\(SiteError.foreignOutput(path: "home"))".contains("--out"))
    #expect(
      "\(SiteError.leftBehind(in: ".out.staging-1", reason: "can't write out/a"))"
        .hasSuffix("can't go along: can't write out/a. It is kept in .out.staging-1."))
    #expect(
      "\(SiteError.typesetting(.missingTool(name: "Node", package: "nodejs")))".contains(
        "apt-get install nodejs"))
  }
}
