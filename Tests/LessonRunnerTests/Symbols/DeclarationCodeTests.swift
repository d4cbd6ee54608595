import JSON
import Testing

@testable import LessonRunner

@Suite struct DeclarationCodeTests {
  /// A declaration in fragments, the name among them with a star in front.
  private func code(_ fragments: String..., hasParameters: Bool = true) throws -> DeclarationCode {
    let list = fragments.map { fragment in
      let isName = fragment.hasPrefix("*")
      return #"{"kind":"\#(isName ? "identifier" : "text")","#
        + #""spelling":"\#(isName ? fragment.dropFirst() : fragment[...])"}"#
    }
    let value = try JSONValue("[\(list.joined(separator: ","))]")
    return DeclarationCode(value.list ?? [], hasParameters: hasParameters)
  }

  @Test func parametersThatOnlyTellAPlaceAreLeftOut() throws {
    let code = try code(
      "func ", "*put", "(_ a: Int, at b: [Int : (Int, Int)] = [:], line: UInt = #line) -> Int")
    #expect(code.text == "func put(_ a: Int, at b: [Int: (Int, Int)] = [:]) -> Int")
    let labels = try #require(code.labels(of: "put(_:at:line:)"))
    #expect(labels.shown == "put(_:at:)")
    #expect(labels.all.map(\.name) == ["_", "at", "line"])
    #expect(labels.all.map(\.isOptional) == [false, true, true])
  }

  @Test func aLongDeclarationHasALineForEachParameter() throws {
    let type = String(repeating: "Long", count: 12)
    let code = try code("func ", "*f", "(a: \(type), b: \(type)) -> Int where A : B")
    #expect(code.text == "func f(\n  a: \(type),\n  b: \(type)\n) -> Int\nwhere A: B")
  }

  @Test func genericParametersAreNotTakenForTheOthers() throws {
    let code = try code("func ", "*f", "<A>(_ a: (A) -> A) rethrows -> A")
    #expect(code.text == "func f<A>(_ a: (A) -> A) rethrows -> A")
    #expect(code.labels(of: "f(_:)")?.all.count == 1)
  }

  @Test func whatHasNoParametersIsAsItStands() throws {
    let code = try code("var ", "*f", ": (Int) -> Int", hasParameters: false)
    #expect(code.text == "var f: (Int) -> Int" && code.labels(of: "f") == nil)
  }
}
