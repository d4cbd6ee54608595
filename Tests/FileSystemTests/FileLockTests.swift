import FileSystem
import Glibc
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

  @Test func aWaitCanBeGivenUpAndTheLockStaysWithWhoHoldsIt() throws {
    try withFolder { folder in
      let first = try FileLock(folder + "/lock")
      var asked = 0
      let error = #expect(throws: FileError.self) {
        _ = try FileLock(
          folder + "/lock",
          givesUp: {
            asked += 1
            return asked == 2
          })
      }
      #expect(error?.action == "lock" && error?.code == ECANCELED)
      #expect(asked == 2)
      withExtendedLifetime(first) {}
    }
  }

  @Test func aLockInAFolderThatIsNotThereIsAnError() {
    let error = #expect(throws: FileError.self) { _ = try FileLock("/nowhere/lock") }
    #expect(error?.path == "/nowhere/lock" && error?.action == "write")
  }
}
