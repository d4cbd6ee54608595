import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct ShardTests {
  @Test(arguments: [("1/1", 1, 1), ("2/3", 2, 3), ("10000/10000", 10_000, 10_000)])
  func aShardIsReadFromItsNumbers(text: String, number: Int, count: Int) throws {
    let shard = try #require(Shard(text))
    #expect(shard.number == number)
    #expect(shard.count == count)
    #expect(shard.text == text)
  }

  @Test(arguments: ["", "1", "0/2", "3/2", "1/2/3", "a/2", "1/10001", "-1/2", "1/"])
  func otherTextIsNoShard(text: String) {
    #expect(Shard(text) == nil)
  }

  private let lessons = ["a", "b", "c", "d", "e"].map { name in
    sampleLesson(String(repeating: "x", count: 10), path: name + ".md")
  }

  @Test func everyLessonIsInOneShard() throws {
    let parts = try ["1/3", "2/3", "3/3"].map { text in
      try #require(Shard(text)).part(of: lessons, times: [:])
    }
    #expect(parts.flatMap { $0 }.sorted() == [0, 1, 2, 3, 4])
    #expect(parts.map(\.count) == [2, 2, 1])
  }

  @Test func theLongestLessonsGoToTheShardWithTheLeast() throws {
    let times = ["a.md": 1.0, "b.md": 1, "c.md": 5, "d.md": 2, "e.md": 1]
    let first = try #require(Shard("1/2")).part(of: lessons, times: times)
    let second = try #require(Shard("2/2")).part(of: lessons, times: times)
    #expect(first == [2])
    #expect(second == [0, 1, 3, 4])
  }

  @Test func aTimeThatIsNotKnownIsGuessedByTheLengthOfTheText() throws {
    let lessons = [
      sampleLesson(String(repeating: "x", count: 99), path: "a.md"),
      sampleLesson(String(repeating: "x", count: 299), path: "b.md"),
      sampleLesson("x", path: "c.md"),
    ]
    // `b` is taken for 3 seconds, at the rate of `a`; `c` for 0.02.
    let first = try #require(Shard("1/2")).part(of: lessons, times: ["a.md": 1])
    #expect(first == [1])
  }
}
