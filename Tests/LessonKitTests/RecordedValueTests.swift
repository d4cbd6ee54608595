import Testing

@testable import LessonKit

/// A kind and a text, as one line.
private func recorded<Value>(_ value: Value) -> String {
  let recorded = RecordedValue(value)
  return "\(recorded.kind.rawValue) \(recorded.text)"
}

private struct Point {
  var x = 1.5
  var name = "a"
}

private struct Named: CustomStringConvertible {
  var description: String { "5" }
}

private enum Shape {
  case dot
  case box(width: Int)
  case labelled([String: Int])
}

private struct Stock {
  var counts = ["fig": 2, "elm": 1]
  var note: String? = "b"
}

private final class Node {}

@Suite struct RecordedValueTests {
  @Test func numbersAreTakenByTheirTypeAtTheirOwnPrecision() {
    #expect(recorded(36_028_797_018_963_971) == "n 36028797018963971")
    #expect(recorded(UInt64.max) == "n 18446744073709551615")
    #expect(recorded(Int8(-3)) == "n -3")
    #expect(recorded(0.1) == "d 0.1")
    #expect(recorded(Float(0.1)) == "f 0.1")
    #expect(recorded(Double.nan) == "d nan")
  }

  @Test func charactersAreText() {
    #expect(recorded("1.10") == "s 1.10")
    #expect(recorded("abc".dropFirst()) == "s bc")
    #expect(recorded(Character("é")) == "s é")
    #expect(recorded(Unicode.Scalar("x")) == "s x")
    #expect(recorded("fixed" as StaticString) == "s fixed")
  }

  @Test func listsOfNumbersAreToldByTheirTextAndOthersByTheirParts() {
    #expect(recorded([0.5, 2]) == "d [0.5, 2.0]")
    #expect(recorded([[1, 2], [3]]) == "n [[1, 2], [3]]")
    #expect(recorded(["a\n", "b"]) == "l [\"a\\n\", \"b\"]")
    #expect(RecordedValue(["a", "b"]).parts.map(\.text) == ["a", "b"])
    #expect(recorded([Int]()) == "l []")
    #expect(recorded((1, "a")) == "l (1, \"a\")")
    #expect(recorded((value: 1, 2)) == "l (value: 1, 2)")
    #expect(recorded([1, 2, 3][1...]) == "n [2, 3]")
  }

  @Test func optionalsKeepWhatTheyWrap() {
    #expect(recorded(Int?.some(3)) == "? Optional(3)")
    #expect(recorded(Int?.none) == "o nil")
    #expect(recorded(String??.some("a")) == "? Optional(Optional(\"a\"))")
    #expect(RecordedValue(String?.some("1.10")).parts.map(\.kind) == [.text])
  }

  private struct Inner { var a = "x" }
  private struct Outer { var inner = Inner() }
  private enum Choice { case of(Inner) }
  private final class Plain {}

  @Test func whatIsWithinOthersHasTheNameOfItsTypeWithoutTheModules() {
    #expect(recorded(Outer()) == "o Outer(inner: Inner(a: \"x\"))")
    #expect(RecordedValue((Inner(), 1)).text == "(Inner(a: \"x\"), 1)")
    #expect(recorded(Choice.of(Inner())) == "o of(Inner(a: \"x\"))")
    #expect(recorded(Plain()) == "o Plain")
  }

  @Test func setsAndDictionariesHaveAnOrderOfTheirOwn() {
    #expect(recorded(Set([10, 9, -1])) == "u [-1, 9, 10]")
    #expect(recorded(["b": 1, "a": 2, "c": 0]) == "m [\"a\": 2, \"b\": 1, \"c\": 0]")
    #expect(recorded([String: Int]()) == "m [:]")
    #expect(recorded(["b": 1, "a": 2].keys) == "u [\"a\", \"b\"]")
    #expect(recorded(["b": 1, "a": 2].values) == "u [1, 2]")
    #expect(recorded([["b": 1, "a": 2]]) == "l [[\"a\": 2, \"b\": 1]]")
  }

  @Test func orderWithinOtherTypesIsNoneEither() {
    let type = String(describing: Stock.self)
    #expect(
      recorded(Stock()) == "O \(type)(counts: [\"elm\": 1, \"fig\": 2], note: Optional(\"b\"))")
    #expect(recorded(Shape.labelled(["b": 1, "a": 2])) == "O labelled([\"a\": 2, \"b\": 1])")
  }

  @Test func anyOtherValueIsKnownByItsDescription() {
    for value in [Point() as Any, Named(), Shape.dot, Shape.box(width: 3), 0..<3, true, ()] {
      let recorded = RecordedValue(value)
      #expect(recorded.text == String(describing: value))
    }
    #expect(recorded(Named()) == "o 5")
    #expect(recorded(Node()) == "o Node")
    #expect(recorded(true) == "o true")
  }

  /// `String(describing:)` is the standard library's word for what a value is, but for the modules that it
  /// names of types within others.
  @Test func theTextIsTheStandardDescriptionWhereThatHasAnOrder() {
    let values: [Any] = [
      0.1, 1e300, -0.0, "a\"b", ["x", "é\u{301}", "\u{2028}"], [1.5: "a"], [Optional(1), nil],
      ([1], "a", nil as Int?), [Point()], [Named()], [[Shape.dot], [.box(width: 1)]],
      Optional(Point()) as Any, [Character("a")], [true], Set(["a"]), [Float(0.1)],
      Double?.some(.infinity) as Any, [[String]](), (), ["a": [Point()]],
    ]
    for value in values {
      let standard = String(describing: value)
        .replacing(/LessonKitTests\.(\(unknown context at \$\w+\)\.)?(Shape\.)?/, with: "")
      #expect(RecordedValue(value).text == standard)
    }
  }

  @Test func theFieldsTellTheKindTheTextAndTheParts() {
    #expect(RecordedValue(0.5).fields == ["d", "0.5"])
    #expect(
      RecordedValue([1: "a"]).fields == ["m", "[1: \"a\"]", "2", "n", "1", "s", "a"])
    #expect(RecordedValue(["a"]).fields == ["l", "[\"a\"]", "1", "s", "a"])
  }
}
