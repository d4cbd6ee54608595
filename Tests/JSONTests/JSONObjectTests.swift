import Foundation
import JSON
import Testing

struct JSONObjectTests {
  @Test func membersKeepTheirOrder() {
    var object = JSONObject()
    #expect(object.text == "{}")
    object.add("text", "a")
    object.add("none", nil)
    object.add("count", 3)
    object.add("seconds", rounded: 1.239)
    object.add("flag", true)
    object.add("list", ["b", "c\""])
    object.add("times", ["z": 2, "y": 0.5])
    #expect(
      object.text
        == #"{"text":"a","none":null,"count":3,"seconds":1.24,"flag":true,"list":["b","c\""],"#
        + #""times":{"y":0.50,"z":2.00}}"#)
  }

  @Test func objectIsOneLineOfASCIIControlsEscaped() {
    var object = JSONObject()
    object.add("a", "\n\r\t\"\\\u{0}\u{1F}\u{7F}\u{2028}\u{2029}é😀")
    #expect(object.text == #"{"a":"\n\r\t\"\\\u0000\u001f\u007f\u2028\u2029é😀"}"#)
  }

  @Test func noCommandForALogStandsInIt() {
    var object = JSONObject()
    object.add("a##[b", "##[error]c # #")
    #expect(object.text == ##"{"a#\u0023[b":"#\u0023[error]c # #"}"##)
  }

  @Test func everyCharacterComesBackFromFoundation() throws {
    let all = String(
      String.UnicodeScalarView((0...0x2FFF).compactMap(Unicode.Scalar.init) + ["\u{10FFFF}"]))
    var object = JSONObject()
    object.add("a", all)
    object.add(all, 1)
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(object.text.utf8)) as? [String: Any])
    #expect(read["a"] as? String == all)
    #expect(read.keys.contains(all))
    #expect(try JSONValue(object.text)["a"]?.text == all)
  }
}
