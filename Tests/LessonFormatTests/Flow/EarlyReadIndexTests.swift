import Testing

@testable import LessonFormat

@Suite struct EarlyReadIndexTests {
  @Test func eachReadStandsWhereItIs() {
    let variable = LateVariable(name: "a", line: 9)
    func read(_ reader: EarlyRead.Reader, _ checks: Int...) -> EarlyRead {
      EarlyRead(byRunning: reader, checks: checks, of: variable)
    }
    let reads = [
      read(.block(2, offset: 0), 1), read(.claim(3), 1), read(.block(2, offset: 5)),
      read(.claim(3), 2), read(.block(0, offset: 0)),
    ]
    let index = EarlyReadIndex(reads)
    #expect(index.ofBlocks == [2: [reads[0], reads[2]], 0: [reads[4]]])
    #expect(index.ofClaims == [3: reads[1]])
  }
}
