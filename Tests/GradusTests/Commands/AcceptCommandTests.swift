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
    "\\(x)"                            // = 0.125
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
}
