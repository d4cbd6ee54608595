import Testing

@testable import LessonFormat

@Suite struct FormulaContextTests {
  @Test(arguments: [
    #"a \\[0.5em] b"#, #"\hspace{1.5em}"#, #"\hspace*{1.5em}"#, #"\rule[0.5ex]{1.5em}{2.5em}"#,
    #"\kern1.5pt"#, #"\kern -1.5pt"#, #"\color{#0.5}"#, #"\tag{1.5}"#, #"\label{eq:1.5}"#,
    #"\textcolor{rgb(0.5,0.5,0.5)}{x}"#,
  ])
  func lengthsColoursAndNamesAreNotSeen(tex: String) {
    #expect(DecimalNumbers.find(in: tex, .formula) == [])
  }

  @Test(arguments: [
    #"\text{It took 0.5}"#, #"\sqrt{0.5}"#, #"\textcolor{red}{0.5}"#, #"\hspace{1em}0.5"#,
    #"\left[0.5\right]"#, #"\hspace{0.5"#, #"\unknown{0.5}"#,
  ])
  func otherArgumentsAre(tex: String) {
    #expect(DecimalNumbers.find(in: tex, .formula).map(\.value) == [0.5])
  }

  @Test func spacesOfTeXAreNoInk() {
    let context = FormulaContext(Array(#"x\, \; ~\ "#.unicodeScalars))
    #expect(context.lastInk(before: context.text.count) == 0)
    #expect(FormulaContext(Array("  ".unicodeScalars)).lastInk(before: 2) == nil)
  }
}
