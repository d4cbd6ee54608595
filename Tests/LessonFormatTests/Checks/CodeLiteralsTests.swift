import Testing

@testable import LessonFormat

@Suite struct CodeLiteralsTests {
  @Test(
    arguments: [
      ("let a = 0.5", [0.5]), ("let a = -1.75", [-1.75]), ("x - 1.75", [1.75]),
      ("f(-2, 3)", [-2, 3]),
      ("48_000.25", [48_000.25]), ("1.5e-3", [0.0015]), ("0x1F", [31]), ("0b101", [5]),
      ("// 0.5", []), ("/* 0.5 */ 1", [1]), ("\"0.5\"", []), ("\"\\(0.5)\"", [0.5]), ("/0.5/", []),
      ("pair.0", []), ("@available(macOS 13.5, *) func f() {}", []), ("#if false\n0.5\n#endif", []),
      ("[0.5, 0.5]", [0.5]), ("#if DEBUG\n0.5\n#else\n0.25\n#endif", [0.25]),
      ("#if true\n0.5\n#endif", [0.5]), ("#if !DEBUG\n0.5\n#endif", [0.5]),
      ("#if canImport(Glibc)\n0.5\n#else\n0.25\n#endif", [0.5]),
    ] as [(String, [Double])])
  func numericLiteralsAreNumbersWithTheirSigns(code: String, expected: [Double]) {
    #expect(BlockSyntax(of: code + "\n").literals.numbers == expected)
  }

  @Test(
    arguments: [
      ("\"a 0.5 b\"", ["a 0.5 b"]), ("\"a \\(x) 0.5 \\(y) 1\"", [" 0.5 "]), ("\"none\"", []),
      ("\"\\u{2212}0.5\\t\\\"\"", ["−0.5\t\""]), ("#\"\\n 0.5 \\#t\"#", ["\\n 0.5 \t"]),
      ("\"\"\"\n  a\n  b 0.5\n  \"\"\"", ["b 0.5"]), ("\"\\(f(\"0.5\"))\"", ["0.5"]),
      ("let a = 0.5  // \"0.5\"", []),
    ] as [(String, [String])])
  func textsOfStringLiteralsWithADecimalNumberAreKept(code: String, expected: [String]) {
    #expect(BlockSyntax(of: code + "\n").literals.texts.map(\.text) == expected)
  }

  @Test func aTextIsKeptWithItsPlace() {
    let code = "let a = \"é 0.5\"\n"
    let span = BlockSyntax(of: code).literals.texts.first?.span
    #expect(span == CodeSpan(start: 9, end: 15))
  }
}
