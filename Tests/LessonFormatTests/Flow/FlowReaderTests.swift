import Testing

@testable import LessonFormat

@Suite struct FlowReaderTests {
  private func flow(_ code: String) -> BlockFlow { BlockSyntax(of: code + "\n").flow }

  /// The events in one line each: what is named, with what becomes of it, and what gets a value.
  private func events(_ code: String) -> [String] {
    flow(code).events.compactMap { event in
      switch event {
      case .use(let use, _):
        [.call, .implicit].contains(use.kind) ? nil : "\(use.name) \(use.role)"
      case .value(let name, _, let isDeclaration): "\(name) \(isDeclaration ? ":=" : "=")"
      }
    }
  }

  @Test func whatCodeUsesAndGivesValuesToComesInItsOrder() {
    #expect(events("let a = b\na = c") == ["b kept", "a :=", "c kept", "a =", "a runs"])
    #expect(events("let (a, _) = b.c") == ["b glanced", "c kept", "a :="])
    #expect(events("let a: Int") == [] && events("var a: Int?") == ["a :="])
  }

  @Test func namesThatAScopeBindsAreNotUsed() {
    #expect(events("do { let a = 1; a }") == [])
    #expect(!events("[1].map { a in a + b }").contains("a runs"))
    #expect(events("if let a = b { a }").filter { $0.hasPrefix("a") } == [])
  }

  @Test func aBodyIsKeptForWhenItIsUsed() {
    let flow = flow("func f(_ x: Int = a) -> Int { b + x }\nvar c: Int { d }\nlet e = { g }")
    #expect(flow.bodies.map(\.name) == ["f", "c", "e"])
    #expect(flow.bodies[0].labels == ["_"] && flow.bodies[0].defaults.map(\.name) == ["a"])
    #expect(flow.bodies[0].uses.map(\.name).contains("b"))
    #expect(flow.bodies[1].labels == nil && flow.bodies[1].uses.map(\.name) == ["d"])
    #expect(flow.bodies[2].held.map(\.name) == ["g"])
    #expect(flow.variables == ["e": ""])
  }

  @Test func typesTellWhatTheyInheritAndWhatMembersTheyHave() {
    let flow = flow("struct S: P { var a = 1; func b() {} }\nextension S: Q { var c: Int { a } }")
    #expect(flow.supertypes == ["S": ["P", "Q"]])
    #expect(flow.members == ["S": ["a", "b", "c"]])
    #expect(flow.bodies.first { $0.name == "c" }?.owner == "S")
  }

  @Test func aStatementThatMayBeLeftOutIsAnExpressionThatNothingNeeds() {
    func skippable(_ code: String) -> Bool? {
      for case .use(let use, let place) in flow(code).events where use.name == "a" {
        return place.skippable != nil
      }
      return nil
    }
    #expect(skippable("a") == true && skippable("f(a)") == true)
    #expect(skippable("for _ in 0..<1 { a }") == true)
    #expect(skippable("let b = a") == false && skippable("b = a") == false)
    #expect(skippable("let b = if true { a } else { 1 }") == false)
    #expect(skippable("do { let b = a }") == false)
  }

  @Test func deeplyNestedCodeTakesNoLongerThanItsLength() {
    let depth = 20
    for (opening, closing) in [("f { ", " }"), ("func g() { ", "; g() }"), ("[1].map({ ", " })")] {
      let code =
        String(repeating: opening, count: depth) + "a" + String(repeating: closing, count: depth)
      #expect(SwiftCode.read(code) { FlowReader.read($0) } != nil)
    }
  }
}
