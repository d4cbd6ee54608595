import Testing

@testable import LessonRunner

@Suite struct MissingToolTests {
  @Test func theNearestModuleIsProposedWhereThereIsOne() {
    let near = MissingTool.module("Backprob", folder: "/m", nearest: "Backprop")
    #expect(
      near.what == "`imports` in course.yaml names `Backprob`, and no such module is built in /m")
    #expect(near.remedy == "did you mean `Backprop`?")
    let far = MissingTool.module("Other", folder: "/m", nearest: nil)
    #expect(far.remedy.hasSuffix("swift build -c release"))
  }

  @Test func theFoldersThatWereSearchedAreNamed() {
    for tool in [
      MissingTool.linker(toolchain: "/t"), .symbolReader(toolchain: "/t"), .host(folder: "/t"),
      .kit(["Figures"], folder: "/t"),
    ] {
      #expect(tool.what.contains("/t"))
    }
  }
}
