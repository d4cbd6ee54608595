import FileSystem
import Testing

@Suite struct FileLockTests {
  @Test func aLockThatIsFreeIsTakenWithoutWaiting() throws {
    try withFolder { folder in
      var waits = 0
      try withExtendedLifetime(FileLock(folder + "/lock") { waits += 1 }) {
        #expect(waits == 0)
        #expect(Files.exists(folder + "/lock"))
      }
    }
  }

  @Test func whoComesSecondWaitsUntilTheFirstLetsGo() throws {
    try withFolder { folder in
      var first: FileLock? = try FileLock(folder + "/lock")
      var waits = 0
      let second = try FileLock(folder + "/lock") {
        waits += 1
        // Without this the second would wait for ever.
        first = nil
      }
      withExtendedLifetime(second) {}
      #expect(waits == 1)
      #expect(first == nil)
    }
  }

  @Test func aLockInAFolderThatIsNotThereIsAnError() {
    let error = #expect(throws: FileError.self) { _ = try FileLock("/nowhere/lock") }
    #expect(error?.path == "/nowhere/lock" && error?.action == "write")
  }
}
