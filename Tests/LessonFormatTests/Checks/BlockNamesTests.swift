import LessonFormat
import Testing

@Suite struct BlockNamesTests {
  @Test func topLevelDeclarationsAreTheBlocksOwn() {
    let names = BlockNames(
      of: """
        let (a, b) = (1, 2)
        var c = a + 1
        func f(_ x: Double, by rate: Double) -> Double { let y = x * rate; return y }
        struct Point { var left: Int; static func origin() -> Point { Point(left: 0) } }
        enum Side { case inner, outer(Int) }
        """)
    #expect(names.declared == ["a", "b", "c", "Point", "Side"])
    #expect(
      names.functions
        == [BlockNames.Function(name: "f", isOperator: false, parameters: ["Double"])])
    #expect(names.members == ["left", "origin", "inner", "outer"])
    #expect(names.bound.isSuperset(of: ["x", "rate", "y"]))
    #expect(names.bound.isDisjoint(with: names.declared))
    #expect(!names.reachesAll && !names.isInseparable)
  }

  @Test func usesAreToldFromMembersAndOperators() {
    let names = BlockNames(
      of: "let n = values.map { $0.count + offset }.reduce(0, +)\nf(\\.left)\n")
    #expect(names.used.isSuperset(of: ["values", "offset", "f"]))
    #expect(names.usedMembers.isSuperset(of: ["map", "count", "reduce", "left"]))
    #expect(names.usedOperators == ["+"])
    #expect(!names.used.contains("count"))
  }

  @Test func whatIsBoundInScopesIsNotDeclared() {
    let names = BlockNames(
      of: """
        for (i, x) in rows.enumerated() { if let y = find(x) { print(i, y) } }
        switch side { case .outer(let k): print(k) default: break }
        do { try go() } catch let fault { print(fault) }
        """)
    #expect(names.declared.isEmpty)
    #expect(names.bound.isSuperset(of: ["i", "x", "y", "k", "fault"]))
  }

  @Test func anExtensionReachesAllThatFollows() {
    let names = BlockNames(of: "extension Double { var squared: Double { self * self } }\n")
    #expect(names.reachesAll)
    #expect(names.extendedMembers == ["squared"])
    #expect(names.extended.isEmpty)
  }

  @Test(arguments: [
    "extension Point: CustomStringConvertible { var description: String { \"\" } }\n",
    "extension Point { init(_ x: Int) { self.init(left: x) } }\n",
    "extension Point { subscript(i: Int) -> Int { i } }\n",
    "extension Point { func callAsFunction(_ x: Int) -> Int { x } }\n",
  ])
  func whatAnExtensionAddsWithoutAName(_ code: String) {
    #expect(BlockNames(of: code).extended == ["Point"])
  }

  @Test(arguments: [
    "print(#line)\n", "defer { print(1) }\n", "fileprivate let a = 1\n",
    "guard let x = find() else { fatalError() }\n", "await go()\n",
    "typealias FloatLiteralType = Float\n",
    "let a = (\n", "#if DEBUG\nlet a = 1\n#endif\n",
  ])
  func whatMeansSomethingElseApartIsInseparable(_ code: String) {
    #expect(BlockNames(of: code).isInseparable)
  }

  @Test(arguments: [
    "let a = 1\n", "struct P { private var v = 1 }\n", "func f() { defer { print(1) } }\n",
    "func f(_ x: Int?) { guard let x else { return }; print(x) }\n",
  ])
  func whatMeansTheSameApartIsNot(_ code: String) {
    #expect(!BlockNames(of: code).isInseparable)
  }

  @Test func operatorsOfTypesOfTheLessonsOwnConcernNothingBeforeThem() {
    let own = BlockNames(of: "struct V { static func + (a: V, b: V) -> V { a } }\n")
    #expect(own.functions.isEmpty && own.reachesAll)
    let free = BlockNames(of: "func + (a: [Double], b: [Double]) -> [Double] { a }\n")
    #expect(free.functions.map(\.name) == ["+"])
    let double = BlockNames(of: "prefix func √ (x: Double) -> Double { x }\n")
    #expect(
      double.functions
        == [BlockNames.Function(name: "√", isOperator: true, parameters: ["Double"])])
  }
}
