import JSON
import Testing

@testable import JSON

@Suite struct JSONValueTests {
  @Test
  func valuesOfEveryKindAreRead() throws {
    let text = #" {"a":[1,-2.5e3,true,false,null],"b":{"c":"x\"\\\/\n\u00e9\ud83d\ude00é"}} "#
    let value = try JSONValue(text)
    #expect(
      value["a"] == .list([.number(1), .number(-2500), .boolean(true), .boolean(false), .null]))
    #expect(value["b"]?["c"]?.text == "x\"\\/\né😀é")
    #expect(try JSONValue("[]") == .list([]) && JSONValue("{}") == .object([:]))
    #expect(try JSONValue("[2]").list?[0].count == 2 && JSONValue("2.5").count == nil)
  }

  @Test(arguments: [
    ("", 0), ("{", 1), ("[1,]", 3), ("{\"a\" 1}", 5), ("\"a", 2), ("tru", 0), ("1 2", 2),
    ("\"\\ud83d\"", 7), ("\"\\x\"", 3), ("[+1]", 1), ("{\"a\":1,}", 7), ("\"\n\"", 2),
    (String(repeating: "[", count: 300), 256),
  ])
  func whatIsNoJSONIsRefusedAtTheByteWhereItGoesWrong(text: String, offset: Int) {
    let error = #expect(throws: JSONValue.Malformed.self) { try JSONValue(text) }
    #expect(error?.offset == offset)
  }
}
