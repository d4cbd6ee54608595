import Testing

@testable import LessonFormat

@Suite struct CardHeadTests {
  @Test(arguments: [
    ("topic: chain rule, difficulty: 2", "chain rule", "2"),
    ("Difficulty: hard; Topic: é", "é", "hard"),
    ("topic: a difficulty: 3", "a", "3"), ("topic:, difficulty:", "", ""),
  ])
  func fieldsStandInEitherOrder(line: String, topic: String, difficulty: String) {
    let head = CardHead(line)
    #expect(head.topic == topic)
    #expect(head.difficulty == difficulty)
    #expect(head.stray.isEmpty)
  }

  @Test func anIdIsAFieldOfItsOwn() {
    let head = CardHead("topic: a, id: look.ahead-2, difficulty: 3")
    #expect(head.id == "look.ahead-2" && head.topic == "a" && head.difficulty == "3")
    #expect(CardHead("topic: pyramid: the base, difficulty: 1").id == nil)
    #expect(CardHead("topic: pyramid: the base, difficulty: 1").topic == "pyramid: the base")
  }

  @Test func whatElseStandsThereIsStray() {
    let head = CardHead("momentum, topic: a")
    #expect(head.stray == "momentum")
    #expect(head.topic == "a")
    #expect(head.difficulty == nil)
    #expect(CardHead("just text").stray == "just text")
  }

  @Test(arguments: [
    ("topic: a", true), ("id: a", true), ("  DIFFICULTY: 2", true), ("the topic: a", false),
    ("", false),
  ])
  func aHeadStartsWithAField(line: String, isHead: Bool) {
    #expect(CardHead.isHead(line) == isHead)
  }
}
