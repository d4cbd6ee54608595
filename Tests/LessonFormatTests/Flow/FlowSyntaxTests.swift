import SwiftParser
import SwiftSyntax
import Testing

@testable import LessonFormat

@Suite struct FlowSyntaxTests {
  private func first<Node: SyntaxProtocol>(_ type: Node.Type, in code: String) throws -> Node {
    var pending = [Syntax(Parser.parse(source: code))]
    while let node = pending.popLast() {
      if let found = node.as(type) { return found }
      pending += node.children(viewMode: .sourceAccurate).reversed()
    }
    throw Missing()
  }

  private struct Missing: Error {}

  @Test(arguments: [
    ("true", true, true), ("false", false, false), ("DEBUG", false, false), ("!DEBUG", true, true),
    ("os(Linux)", true, true), ("os(macOS)", false, false), ("swift(>=5)", true, false),
    ("arch(arm64)", true, false), ("!canImport(Darwin)", true, false), ("!os(Linux)", false, false),
    ("os(Linux) || os(macOS)", true, false), ("!DEBUG && os(Linux)", true, false),
  ])
  func aConditionTellsWhetherALessonCompilesIt(
    condition: String, isActive: Bool, isCertain: Bool
  ) throws {
    let clause = try first(IfConfigClauseSyntax.self, in: "#if \(condition)\nf()\n#endif\n")
    #expect(clause.isActive == isActive)
    #expect(clause.isCertain == isCertain)
  }

  @Test(arguments: [
    ("f()", true), ("x", true), ("x = 1", false), ("let x = 1", false), ("if a { }", false),
    ("for i in a { f(i) }", false),
  ])
  func anExpressionThatNothingNeedsCanBeLeftOut(code: String, expected: Bool) throws {
    #expect(try first(CodeBlockItemSyntax.self, in: code).isSkippable == expected)
  }

  @Test(arguments: [
    ("Int", "Int"), ("[Int]", "Array"), ("[Int: Int]", "Dictionary"), ("Swift.Int?", "Int"),
    ("any Shape", "Shape"), ("@escaping Action", "Action"),
  ])
  func aTypeIsKnownByItsName(type: String, name: String) throws {
    let annotation = try first(TypeAnnotationSyntax.self, in: "var x: \(type)\n")
    #expect(annotation.type.baseName == name)
  }

  @Test(arguments: [
    ("() -> Void", false), ("@escaping () -> Void", true), ("(() -> Void)?", true), ("Int", false),
  ])
  func aParameterMayKeepAClosure(type: String, expected: Bool) throws {
    let signature = try first(FunctionSignatureSyntax.self, in: "func f(_ g: \(type)) {}\n")
    #expect(signature.keepsClosures == expected)
  }

  @Test(arguments: [
    ("{ 1 }", true), ("{ get { 1 } set {} }", true), ("{ didSet {} }", false),
    ("{ willSet {} didSet {} }", false),
  ])
  func accessorsThatOnlyWatchComputeNothing(block: String, expected: Bool) throws {
    let accessors = try first(AccessorBlockSyntax.self, in: "var x: Int \(block)\n")
    #expect(accessors.isComputed == expected)
  }
}
