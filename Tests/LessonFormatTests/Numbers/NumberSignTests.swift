import Testing

@testable import LessonFormat

@Suite struct NumberSignTests {
  private func found(_ text: String, _ notation: DecimalNumbers.Notation) -> [TextNumber] {
    DecimalNumbers.find(in: text, notation)
  }

  @Test(arguments: [
    "-1.75", "−1.75", "is −1.75", "(-1.75)", "[-1.75]", "=-1.75", "≈ -1.75", "> − 1.75", "−$1.75",
    "from –1.75 on", "\u{FF0D}1.75", "0:-1.75", "10^{-1.75}", "± −1.75",
  ])
  func aMinusThatNothingStandsBeforeIsASign(text: String) {
    #expect(found(text, .prose).last?.value == -1.75)
    #expect(found(text, .prose).last?.isSubtracted == false)
  }

  @Test(arguments: [
    "x - 1.75", "x − 1.75", "3–1.75", "3-1.75", "x-1.75", "(x)-1.75", "12%-1.75", "η−1.75",
    "\u{FFFC} - 1.75", "x²-1.75",
  ])
  func aMinusAfterAnOperandSubtracts(text: String) {
    #expect(found(text, .prose).last?.value == 1.75)
    #expect(found(text, .prose).last?.candidates == [1.75, -1.75])
  }

  @Test(arguments: ["a dash – 1.75", "a dash—1.75", "±1.75", "+1.75", "1.75", "--1.75", "~1.75"])
  func otherMarksAreNoSigns(text: String) {
    #expect(found(text, .prose).map(\.candidates) == [[1.75]])
  }

  @Test(arguments: [
    "-1.75", "c = -1.75", "(-1.75)", #"\left(-1.75\right)"#, "x^{-1.75}", #"2 \cdot -1.75"#,
    #"\approx\, -1.75"#, "= − 1.75", "(0, -1.75)", #"\{-1.75\}"#, "{-}1.75", #"\exp -1.75"#,
  ])
  func aMinusInAFormulaIsASignWhereNothingIsSubtractedFrom(text: String) {
    #expect(found(text, .formula).last?.value == -1.75)
    #expect(found(text, .formula).last?.isSubtracted == false)
  }

  @Test(arguments: [
    "x - 1.75", "2-1.75", ")-1.75", #"\alpha - 1.75"#, #"\frac{1}{2} - 1.75"#, "f' - 1.75",
    "x -1.75",
    #"\right) - 1.75"#, #"x\, - 1.75"#,
  ])
  func otherwiseItSubtracts(text: String) {
    #expect(found(text, .formula).last?.value == 1.75)
    #expect(found(text, .formula).last?.isSubtracted == true)
  }

  @Test(arguments: ["0.5 & -1.75", #"0.5 \\ -1.75"#, "|-1.75|"])
  func atTheStartOfACellOrRowItMayBeEither(text: String) {
    #expect(Set(found(text, .formula).last?.candidates ?? []) == [1.75, -1.75])
  }
}
