import FileSystem
import Testing

@testable import LessonRunner

@Suite struct MachineFailureTests {
  @Test func aProgramIsToldByItsNameAndWhy() {
    let failure = MachineFailure.process(ProcessError(program: "/usr/bin/a", cause: .cancelled))
    #expect(failure.words.message == "a could not do its work: it was cancelled")
    #expect(failure.words.remedy == "gradus doctor says what this machine lacks")
  }

  @Test func aMissingToolAndAFileAreToldInTheirOwnWords() {
    let tool = MissingTool.bubblewrap(said: nil)
    #expect(MachineFailure.missing(tool).words.message == tool.what)
    #expect(MachineFailure.missing(tool).words.remedy == tool.remedy)
    let error = FileError(path: "a", action: "write", code: 28)
    #expect(MachineFailure.file(error).words.message == error.message)
  }
}
