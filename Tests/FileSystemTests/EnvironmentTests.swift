import FileSystem
import Testing

@Suite struct EnvironmentTests {
  @Test func aVariableThatIsNotSetHasNoValue() {
    #expect(Environment.value("GRADUS_NO_SUCH_VARIABLE") == nil)
    #expect(Environment.value("PATH")?.isEmpty == false)
  }

  @Test func aProgramIsFoundByTheFirstOfItsNamesThatThereIs() {
    let shell = Environment.program("no-such-program", "sh")
    #expect(shell?.hasSuffix("/sh") == true)
    #expect(shell.map(Files.isExecutable) == true)
    #expect(Environment.program("no-such-program") == nil)
  }
}
