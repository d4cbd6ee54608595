import Testing

@testable import LessonFormat

@Suite struct CodeBlockTests {
  @Test func theProgramHoldsWhatRunsAtItsPlace() {
    let inProgram: [CodeBlock.Execution] = [.run, .traps, .starter("a")]
    let apart: [CodeBlock.Execution] = [.skip(reason: "b"), .fails, .solution("a"), .check("a")]
    #expect(inProgram.allSatisfy { $0.isInProgram })
    #expect(!apart.contains { $0.isInProgram })
  }
}
