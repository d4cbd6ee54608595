import LessonFormat
import Testing

/// Code that is made to break a parser: the one of the toolchain takes a stack as deep as code is
/// nested, and time that doubles with each bracket that is left open.
@Suite struct SwiftCodeTests {
  static let bombs: [(name: String, code: String)] = [
    ("square brackets", "let a = " + String(repeating: "[", count: 1_000)),
    ("brackets of all kinds", "let a = " + String(repeating: "f([{ ", count: 500)),
    ("conditions", String(repeating: "#if a\n", count: 9_000)),
    ("generic arguments", "let a: A" + String(repeating: "<A", count: 5_000)),
    ("arrows", "let a: " + String(repeating: "A -> ", count: 9_000) + "A"),
    ("else", String(repeating: "if a {} else ", count: 4_500)),
    ("try", "let a = " + String(repeating: "try ", count: 12_000) + "b"),
    ("interpolations", "let a = " + String(repeating: "\"\\(", count: 10_000)),
    ("members", "let a = b" + String(repeating: ".c", count: 30_000)),
    ("calls", "let a = b" + String(repeating: "()", count: 30_000)),
    ("conditional operators", "let a = b" + String(repeating: " ? 1 : 1", count: 7_000)),
    ("comments", String(repeating: "/*", count: 30_000)),
    ("a long block", String(repeating: "let a = 1\n", count: 100_000)),
    ("checks of one expression", String(repeating: "!// ≈ 1.5\n", count: 4_000) + "a"),
  ]

  @Test(.timeLimit(.minutes(20)), arguments: bombs.map(\.name))
  func codeThatIsHugeOrDeepIsReadInReasonableTime(name: String) throws {
    let code = try #require(Self.bombs.first { $0.name == name }).code
    let text = "# A\n\n```swift\n\(code)\n```\n"
    let lesson = LessonReader.read(SourceFile(path: "a.md", text: text), id: "a")
    #expect(lesson.blocks.count == 1)
    let isRefused = lesson.findings.contains { $0.message.contains("too deeply nested") }
    #expect(isRefused == !SwiftCode.isReadable(lesson.blocks[0].code))
    _ = BlockNames(of: code)
  }

  @Test func whatALessonHoldsIsReadable() {
    #expect(SwiftCode.isReadable("let a = [[[[1.0]]]]\nf { g { h(i[(1, [2])]) } }\n"))
    #expect(SwiftCode.isReadable(String(repeating: "f([1, 2])\n", count: 2_000)))
  }

  @Test(arguments: [
    ("let a = b" + String(repeating: "<T", count: 300), false), ("a < b\nc < d << 2\n", true),
    ("let a: A<B<C<D>>> = f()", true), (String(repeating: "#if a\n", count: 999), false),
    (String(repeating: "#if a\n#endif\n", count: 99), true),
  ])
  func angleBracketsAndConditionsAreReadTwelveDeep(code: String, isReadable: Bool) {
    #expect(SwiftCode.isReadable(code) == isReadable)
  }
}
