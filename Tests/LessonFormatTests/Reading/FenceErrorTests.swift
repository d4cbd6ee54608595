import Testing

@testable import LessonFormat

@Suite struct FenceErrorTests {
  private func error(_ name: String, _ cause: FenceError.Cause) -> FenceError {
    FenceError(word: InfoString.Word(name: name, value: nil), cause: cause)
  }

  @Test func liveBlocksAndExercisesHaveWordsOfTheirOwn() {
    #expect(error("live", .missingID).message == "`live` gives no id")
    #expect(error("check", .missingID).message == "`check` does not say of which exercise")
    #expect(error("live", .badID("a b")).message == "`a b` can't be the id of a block")
    #expect(error("check", .badID("a b")).message == "`a b` can't be the id of an exercise")
  }

  @Test func theNearestWordIsSuggested() {
    #expect(error("hiden", .unknownWord(nearest: "hidden")).remedy == "did you mean `hidden`?")
    #expect(error("else", .unknownWord(nearest: nil)).remedy.hasPrefix("the words are `hidden`"))
  }

  @Test(arguments: [
    FenceError.Cause.secondWord(after: "hidden"), .missingReason, .unexpectedValue, .missingID,
    .badID("a b"), .unknownWord(nearest: nil),
  ])
  func everyErrorNamesAWordAndSaysWhatToDo(cause: FenceError.Cause) {
    #expect(error("fails", cause).message.contains("`"))
    #expect(!error("fails", cause).remedy.isEmpty)
  }
}
