import Testing

@testable import LessonRunner

@Suite struct MessageReaderTests {
  private let program = LessonProgram.running(
    sampleLesson("```swift\nlet a = 1\nf(a)  // = 2\n```\n\nIt is `a ≈ 1`.\n"), imports: [])

  @Test func aMessageIsPlacedInTheAuthorsLineOfItsBlock() {
    let shift = "LessonKit.LessonRecorder.check(0, 0, ".utf8.count
    let messages = MessageReader(program).messages(
      in: "x.md:3:\(shift + 1): error: cannot find 'f' in scope\n")
    #expect(
      messages == [
        RunOutcome.Message(
          severity: .error, place: RunOutcome.Place(block: 0, claim: nil, line: 1, offset: 0),
          text: "cannot find 'f' in scope")
      ])
  }

  @Test func aMessageAboutAClaimIsPlacedAtTheClaim() {
    let messages = MessageReader(program).messages(in: "x.md:6:40: error: wrong\n")
    #expect(
      messages.map(\.place) == [RunOutcome.Place(block: nil, claim: 0, line: 0, offset: 0)])
  }

  @Test func ofTheClaimsInOneLineTheColumnTellsWhichIsMeant() {
    let program = LessonProgram.running(
      sampleLesson("It is `a ≈ 1`, `b ≈ 2` and `c ≈ 3`.\n"), imports: [])
    let lines = program.source.split(separator: "\n").map(Array.init)
    for (index, name) in ["a", "b", "c"].enumerated() {
      let column = lines.compactMap { line in
        line.indices.last { $0 > 1 && line[$0] == Character(name) && line[$0 - 1] == " " }
      }.last
      let messages = MessageReader(program).messages(
        in: "x.md:1:\((column ?? 0) + 1): error: wrong\n")
      #expect(messages.map(\.place?.claim) == [index])
    }
  }

  @Test func messagesAboutAnotherFileArePassedOver() {
    let reader = MessageReader(program)
    #expect(reader.messages(in: "y.md:3:1: error: wrong\n").isEmpty)
    #expect(reader.messages(in: "y.md:2:1: note: here\n", file: "y.md").map(\.severity) == [.note])
  }

  @Test func theEditsOfAMessageMakeASuggestion() {
    let shift = "LessonKit.LessonRecorder.check(0, 0, ".utf8.count
    let text = "cannot find 'f' in scope; did you mean 'g'?"
    let owner = FixIt.Owner(line: 3, column: shift + 1, text: text)
    let edit = FixIt(line: 3, columns: shift + 1..<shift + 2, text: "g")
    func suggestion(_ edits: [FixIt]) -> String? {
      MessageReader(program).messages(
        in: "x.md:3:\(shift + 1): error: \(text)\n", edits: [owner: edits]
      ).first?.suggestion
    }
    #expect(suggestion([edit]) == "g(a)  // = 2")
    // An edit in another line would not show what is wrong with this one.
    #expect(suggestion([edit, FixIt(line: 2, columns: 1..<2, text: "")]) == nil)
  }
}
