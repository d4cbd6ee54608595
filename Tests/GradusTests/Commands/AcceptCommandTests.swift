import Testing

@Suite struct AcceptCommandTests {
  /// Every kind of number that can be written back, once as an author had it and once right.
  private static let before = """
    ---
    title: Accept
    ---

    # Accept

    Before the block.

    ```swift
    let x = 1.0 / 8                   // ≈ 0.13
    let y = x * 3	// ≈ 0.4
    [x, y, -x]                        // ≈ [0.13, 0.38, 0.12]
    [[x, y],
     [y, x]]                          // ≈ [[0.1, 0.2],
                                      //    [0.3, 0.4]]
    x * 1e-6                          // ≈ 1.3e-7
    [x, y].count                      // = 3
    "\\(x)"                            // = "one"
    print("x is \\(x), y is \\(y)")
    print("done")
    ```

    ```output
    x is 0.12, y is 0.4
    gone
    ```

    So `x ≈ 0.2`, and in the formula $y = 0.3$ it is more. <!-- check: y ≈ 0.3 -->

    | x | y |
    |---|---|
    | 0.9 | 0.38 |

    <!-- check: x ≈ 0.9 -->

    > ```swift
    > y                               // ≈ 0.1 ± 0.01
    > ```

    > [!QUIZ]
    > Twice x?
    > - [ ] More — `x * 2 ≈ 0.24` is less
    > - [x] Less — it is 0.7 <!-- check: x * 2 ≈ 0.7 -->

    > [!QUIZ]
    > Half of it? `x / 2 ≈ 0.061`

    > [!CARD] topic: x, difficulty: 1
    > How much is x?
    > ---
    > `x ≈ 0.12`, and y is `y ≈ 0.5`

    The end, with trailing blanks\u{20}\u{20}
    """

  private static let after = """
    ---
    title: Accept
    ---

    # Accept

    Before the block.

    ```swift
    let x = 1.0 / 8                   // ≈ 0.13
    let y = x * 3	// ≈ 0.4
    [x, y, -x]                        // ≈ [0.13, 0.38, -0.12]
    [[x, y],
     [y, x]]                          // ≈ [[0.1, 0.4],
                                      //    [0.4, 0.1]]
    x * 1e-6                          // ≈ 1.3e-7
    [x, y].count                      // = 2
    "\\(x)"                            // = "0.125"
    print("x is \\(x), y is \\(y)")
    print("done")
    ```

    ```output
    x is 0.12, y is 0.4
    done
    ```

    So `x ≈ 0.1`, and in the formula $y = 0.4$ it is more. <!-- check: y ≈ 0.4 -->

    | x | y |
    |---|---|
    | 0.1 | 0.38 |

    <!-- check: x ≈ 0.1 -->

    > ```swift
    > y                               // ≈ 0.38 ± 0.01
    > ```

    > [!QUIZ]
    > Twice x?
    > - [ ] More — `x * 2 ≈ 0.25` is less
    > - [x] Less — it is 0.2 <!-- check: x * 2 ≈ 0.2 -->

    > [!QUIZ]
    > Half of it? `x / 2 ≈ 0.062`

    > [!CARD] topic: x, difficulty: 1
    > How much is x?
    > ---
    > `x ≈ 0.12`, and y is `y ≈ 0.4`

    The end, with trailing blanks\u{20}\u{20}
    """

  private func accepted(_ bytes: [UInt8]) throws -> (outcome: Gradus.Outcome, bytes: [UInt8]) {
    let course = try ScratchCourse(["a": "# A\n"])
    try course.write(bytes, to: "lessons/a.md")
    let outcome = try course.gradus("accept", "--yes", "lessons/a.md")
    return (outcome, try course.bytes("lessons/a.md"))
  }

  @Test(arguments: ["\n", "\r\n"], [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]])
  func valuesAreWrittenInTheAuthorsPrecisionAndEveryOtherByteStaysAsItIs(
    lineEnding: String, mark: [UInt8]
  ) throws {
    let before = mark + Array(Self.before.replacing("\n", with: lineEnding).utf8)
    let after = mark + Array(Self.after.replacing("\n", with: lineEnding).utf8)
    let (outcome, bytes) = try accepted(before)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: after, as: UTF8.self))
    #expect(bytes == after)
  }

  @Test func whatWasAcceptedHolds() throws {
    let course = try ScratchCourse(["a": Self.before])
    #expect(try course.gradus("verify").status == 1)
    #expect(try course.gradus("accept", "--yes").status == 0)
    let outcome = try course.gradus("verify")
    #expect(outcome.status == 0, "\(outcome.output)")
    let again = try course.gradus("accept", "--yes")
    #expect(again.output == "every check, output and claim holds\n")
    #expect(again.status == 0)
  }

  @Test func anOutputOfAnotherLengthReplacesTheWholeFence() throws {
    let text = "# A\n\n```swift\nfor i in 1...3 { print(i) }\n```\n\n```output\n7\n```\n\nEnd.\n"
    let (outcome, bytes) = try accepted(Array(text.utf8))
    #expect(outcome.status == 0)
    let expected = text.replacing("\n7\n", with: "\n1\n2\n3\n")
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func anEmptyOutputFenceIsFilled() throws {
    let text = "# A\n\n```swift\nprint(7)\n```\n\n```output\n```\n\nEnd.\n"
    let (outcome, bytes) = try accepted(Array(text.utf8))
    #expect(outcome.status == 0)
    let expected = text.replacing("```output\n", with: "```output\n7\n")
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func withoutATerminalAndWithoutYesTheDifferenceIsShownAndNothingIsWritten() throws {
    let text = lesson("let x = 1 // = 2")
    let course = try ScratchCourse(["a": text])
    let outcome = try course.gradus("accept", input: Array("y\n".utf8))
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("-let x = 1 // = 2\n+let x = 1 // = 1\n"))
    #expect(outcome.errors.contains("add --yes to write"))
    #expect(try course.text("lessons/a.md") == text)
  }

  @Test(arguments: ["let y: [Int] = []\ny[0]", "let y: Int = \"one\""])
  func aLessonThatDidNotRunToItsEndIsLeftAlone(code: String) throws {
    let text = lesson("let x = 1 // = 2\n\(code)")
    let course = try ScratchCourse(["a": text])
    let outcome = try course.gradus("accept", "--yes")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("lessons/a.md did not run to its end and is left alone"))
    #expect(try course.text("lessons/a.md") == text)
  }

  @Test func aFileThatCantBeReadIsNamedWhileTheOthersAreAccepted() throws {
    let course = try ScratchCourse(["a": lesson("2 + 2 // = 5"), "b": ""])
    try course.write([0x23, 0x20, 0xFF], to: "lessons/b.md")
    let outcome = try course.gradus("accept", "--yes")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("lessons/b.md has faults of its own and is left alone"))
    #expect(try course.text("lessons/a.md") == lesson("2 + 2 // = 4"))
    #expect(try course.bytes("lessons/b.md") == [0x23, 0x20, 0xFF])
  }

  @Test func whatAnEllipsisStandsForIsNotWrittenOut() throws {
    let text = lesson("let x = (0..<900).map(Double.init)\nx // ≈ [0, 2.0, …, 897, 898]")
    let (outcome, bytes) = try accepted(Array(text.utf8))
    #expect(outcome.status == 0)
    let expected = text.replacing("[0, 2.0, …, 897, 898]", with: "[0, 1.0, …, 898, 899]")
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func aCheckThatHasSeveralValuesIsForItsAuthorToFix() throws {
    let text = lesson("for i in 0..<3 {\n  i * 2 // = 0\n}")
    let (outcome, bytes) = try accepted(Array(text.utf8))
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("it has more than one value; the first that fails is 2"))
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test func aBoundIsForItsAuthorToFixAndIsNamed() throws {
    let text = lesson("let x = 1 // < 1")
    let course = try ScratchCourse(["a": text])
    let outcome = try course.gradus("accept", "--yes")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("lessons/a.md:4:16: `<` has no one value; it is 1 now"))
    #expect(try course.text("lessons/a.md") == text)
  }

  // MARK: Any value

  /// All that is awkward in a check, a line of Markdown or a terminal.
  private static let awkward = Array(
    "ab 0.1-+/\\\"'`|[](){}<>,:;=≈…%~_*#!&$\t\r\n\0é\u{301}\u{A0}\u{200B}\u{2028}\u{85}\u{C}\u{1B}\u{FEFF}\u{1F600}"
      .unicodeScalars)

  private static func randomString() -> String {
    let scalars = (0..<Int.random(in: 0...7)).map { _ in awkward.randomElement()! }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func literal(_ string: String) -> String {
    "\"" + string.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined() + "\""
  }

  /// A Swift expression without a variable in it.
  private static func randomExpression(depth: Int = 0) -> String {
    func parts(_ part: () -> String) -> String {
      (0..<Int.random(in: 1...3)).map { _ in part() }.joined(separator: ", ")
    }
    switch Int.random(in: 0..<(depth < 2 ? 14 : 7)) {
    case 0, 1, 2: return literal(randomString())
    case 3: return "\(Int.random(in: .min ... .max))"
    case 4: return "Double(bitPattern: \(UInt64.random(in: 0...UInt64.max)))"
    case 5: return "Float(bitPattern: \(UInt32.random(in: 0...UInt32.max)))"
    case 6: return "UInt64.max - \(UInt32.random(in: 0...9))"
    case 7: return "[\(parts { literal(randomString()) })]"
    case 8: return "Set([\(parts { literal(randomString()) })])"
    case 9: return "[\(parts { "\(Double.random(in: -1...1))" })]"
    case 10: return "Optional(\(randomExpression(depth: depth + 1)))"
    case 11: return "(\(randomExpression(depth: 2)), \(randomExpression(depth: 2)))"
    case 12:
      let keys = (0..<Int.random(in: 1...3)).map { "\($0): \(literal(randomString()))" }
      return "[\(keys.joined(separator: ", "))]"
    default: return "Box(inner: \(randomExpression(depth: depth + 1)))"
    }
  }

  /// A block that prints some text, in a container, with a fence that holds something else.
  private static func printing(_ text: String, _ prefix: String, first: String) -> String {
    let lines = [
      "```swift", "print(\(literal(text)))", "```", "", "```output", "?", "```", "",
    ]
    return lines.enumerated().map { index, line in
      (index == 0 ? first : prefix) + line + "\n"
    }.joined()
  }

  @Test func whateverAProgramComputesIsWrittenOnceAndThenHolds() throws {
    var lesson = "# Any value\n\n```swift\nstruct Box<T> { var inner: T }\n"
    for _ in 0..<150 { lesson += "\(Self.randomExpression())  // = 0\n" }
    for _ in 0..<20 { lesson += "\(Double.random(in: -1e6...1e6))  // ≈ 1.0\n" }
    lesson += "```\n\n"
    for index in 0..<40 {
      let text = (0..<3).map { _ in Self.randomString() }
        .joined(separator: ["\n", "\r", "\n```\n", "\n\n"].randomElement()!)
      switch index % 4 {
      case 0: lesson += Self.printing(text, "", first: "")
      case 1: lesson += "- item\n\n" + Self.printing(text, "  ", first: "  ")
      case 2: lesson += "- item\n\n" + Self.printing(text, "\t", first: "\t")
      default: lesson += "> quote\n>\n" + Self.printing(text, "> ", first: "> ")
      }
      lesson += "\nBetween.\n\n"
    }
    let course = try ScratchCourse(["a": lesson])
    _ = try course.gradus("accept", "lessons/a.md", "--yes")
    let once = try course.text("lessons/a.md")
    let verified = try course.gradus("verify", "lessons/a.md", "--no-cache")
    #expect(verified.status == 0, "\(lesson)\n\(verified.output)\(verified.errors)")
    _ = try course.gradus("accept", "lessons/a.md", "--yes", "--no-cache")
    #expect(try course.text("lessons/a.md") == once)
  }
}
