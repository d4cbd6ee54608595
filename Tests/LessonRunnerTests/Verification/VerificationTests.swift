import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct VerificationTests {
  @Test func withoutALibraryEveryCheckThatNeedsARunFollows() throws {
    let settings = Verification.Settings(folder: "/nonexistent", cache: Cache(folder: nil))
    let lesson = sampleLesson("[a](#b)\n\n```swift\nf()  // = 1\n```\n")
    let judged = try Verification(settings).judgeUnrun([lesson])
    #expect(
      described(judged[0].checks.filter { $0.status == .fail }) == [
        "1:1 link dead-anchor", "4:11 value does-not-compile, follows",
      ])
  }

  @Test func onlyAPartIsJudgedAndTheRestCanBeLinkedTo() throws {
    let settings = Verification.Settings(
      folder: "/nonexistent", course: ["x", "y"], cache: Cache(folder: nil))
    let lessons = [sampleLesson("[a](y.md#b)\n"), sampleLesson("# B\n", path: "y.md")]
    let judged = try Verification(settings).judgeUnrun(lessons, part: [0])
    #expect(judged.map(\.passed) == [true])
  }

  @Test func thereIsAtLeastOneJob() {
    #expect(Verification.coreCount >= 1)
    let settings = Verification.Settings(folder: "", jobs: 0, cache: Cache(folder: nil))
    #expect(settings.jobs == 1)
  }
}
