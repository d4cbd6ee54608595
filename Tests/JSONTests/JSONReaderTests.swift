import Foundation
import JSON
import Testing

struct JSONReaderTests {
  @Test func valuesOfEveryKindAreRead() throws {
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
    ("[01]", 1), ("[-]", 1), ("[1.]", 1), ("[.5]", 1), ("[1e]", 1), ("\"\\u-000\"", 3),
    ("\"\\u00g0\"", 3), (String(repeating: "[", count: 300), 256),
  ])
  func whatIsNoJSONIsRefusedAtTheByteWhereItGoesWrong(text: String, offset: Int) {
    let error = #expect(throws: JSONValue.Malformed.self) { try JSONValue(text) }
    #expect(error?.offset == offset)
  }

  /// Texts that are JSON but for a few changes, most of which make them none.
  private static let texts: [String] = {
    let sound = [
      #"{"a": [1, -0.5, 2e10, 1E-3, 0], "b": {"c": null}, "d": "e\u00e9\\\"\/"}"#,
      #"[true, false, null, "", {}, [], 0.0, -0, 10, 1.25e+2]"#, #"[["a", 12], {"b": [3]}]"#,
    ]
    let parts = [
      "0", "1", "-", "+", ".", "e", "E", "\"", "\\", "u", "00e9", "[", "]", "{", "}", ",", ":", " ",
      "\n", "\t", "null", "true", "x", "\u{1}", "é",
    ]
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return sound
      + (0..<3_000).map { _ in
        var text = Array(sound[random(sound.count)])
        for _ in 0...random(2) {
          let place = random(text.count)
          switch random(3) {
          case 0: text.remove(at: place)
          case 1: text.insert(contentsOf: parts[random(parts.count)], at: place)
          default: text.replaceSubrange(place...place, with: parts[random(parts.count)])
          }
        }
        return String(text)
      }
  }()

  /// But for a comma behind the last element of an array, which Foundation takes and RFC 8259 does not.
  @Test func everyTextIsReadAsFoundationReadsIt() {
    var sound = 0
    for text in Self.texts where !text.contains(/,\s*\]/) {
      let expected = try? JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
      let value = try? JSONValue(text)
      sound += value == nil ? 0 : 1
      #expect(value == expected.flatMap(Self.value), "\(text)")
    }
    // Neither do all pass nor none.
    #expect(sound > 300 && sound < 2_700)
  }

  /// What Foundation has read, as a value of ours.
  private static func value(_ object: Any) -> JSONValue? {
    switch object {
    case is NSNull: return .null
    case let text as String: return .text(text)
    case let list as [Any]: return .list(list.compactMap(value))
    case let members as [String: Any]: return .object(members.compactMapValues(value))
    case let number as NSNumber:
      let isBoolean = String(cString: number.objCType) == "c"
      return isBoolean ? .boolean(number.boolValue) : .number(number.doubleValue)
    default: return nil
    }
  }
}
