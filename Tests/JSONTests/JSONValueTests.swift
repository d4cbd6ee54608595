import JSON
import Testing

struct JSONValueTests {
  private let value = JSONValue.object([
    "text": .text("a"), "list": .list([.null]), "number": .number(2.5), "count": .number(3),
    "flag": .boolean(true),
  ])

  @Test func membersAreFoundByTheirNames() {
    #expect(value["text"] == .text("a"))
    #expect(value["other"] == nil)
    #expect(JSONValue.list([.text("text")])["text"] == nil)
  }

  @Test func valueIsGivenAsWhatItIsAndAsNothingElse() {
    #expect(value["text"]?.text == "a" && value["text"]?.number == nil)
    #expect(value["list"]?.list == [.null] && value["list"]?.text == nil)
    #expect(value["number"]?.number == 2.5 && value["number"]?.list == nil)
    #expect(value["flag"]?.number == nil && value["flag"]?.text == nil)
  }

  @Test func countIsAWholeNumberThatFits() {
    #expect(value["count"]?.count == 3)
    #expect(value["number"]?.count == nil)
    #expect(JSONValue.number(-4).count == -4)
    #expect(JSONValue.number(1e19).count == nil)
  }

  @Test func lastOfMembersWithTheSameNameCounts() throws {
    #expect(try JSONValue(#"{"a":1,"a":2}"#)["a"] == .number(2))
  }
}
