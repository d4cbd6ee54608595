import FileSystem
import Glibc
import Testing

@testable import LessonRunner

@Suite struct ConfinementTests {
  private func run(
    _ script: String, _ confinement: Confinement, seconds: Double = 20
  ) throws -> ChildProcess.Outcome {
    var process = ChildProcess(program: "/bin/sh", arguments: ["-c", script], seconds: seconds)
    process.confinement = confinement
    return try process.run()
  }

  private func landlock(readable: [String] = [], writable: [String] = []) -> Confinement {
    .landlock(
      Confinement.Reach(
        readable: Sandbox.systemFolders + readable, writable: ["/dev/null"] + writable))
  }

  @Test func underLandlockOnlyWhatIsReachedIsReadAndWritten() throws {
    try withScratch { folder in
      let folder = Files.resolved(folder)
      for name in ["shown", "hidden", "written"] {
        try Files.createFolder("\(folder)/\(name)")
        try Files.write(Array(name.utf8), to: "\(folder)/\(name)/a")
      }
      let confinement = landlock(
        readable: [folder + "/shown"], writable: [folder + "/written"])
      let script = """
        cd \(folder)
        cat shown/a; cat hidden/a; cat written/a; ls hidden; cat /etc/passwd
        echo b >shown/b; echo b >hidden/b; echo b >written/b; rm hidden/a; mv hidden/a written/c
        ln hidden/a written/d; chmod 600 hidden/a; touch hidden/a; ln -s ../hidden/a written/e; cat written/e
        exit 0
        """
      let outcome = try run(script, confinement)
      #expect(String(decoding: outcome.output, as: UTF8.self) == "shownwritten")
      #expect(Files.list(folder + "/shown") == ["a"] && Files.list(folder + "/hidden") == ["a"])
      #expect(Files.list(folder + "/written") == ["a", "b", "e"])
    }
  }

  @Test(arguments: [
    Confinement.filtered,
    .landlock(.init(readable: Sandbox.systemFolders, writable: ["/dev/null"])),
  ])
  func whatItStartsAndLeavesBehindEndsWithIt(confinement: Confinement) throws {
    try withScratch { folder in
      var confinement = confinement
      if case .landlock(var reach) = confinement {
        reach.writable += [folder, "/dev/null"]
        confinement = .landlock(reach)
      }
      let script =
        "(setsid sh -c 'echo $$ >\(folder)/p; exec sleep 300' >&- 2>&- &) ; "
        + "while ! [ -s \(folder)/p ]; do sleep 0.05; done"
      #expect(try run(script, confinement).ending == .exited(0))
      let text = String(decoding: try Files.read(folder + "/p"), as: UTF8.self)
      let process = try #require(pid_t(text.split(separator: "\n")[0]))
      #expect(kill(process, 0) != 0)
    }
  }

  @Test(arguments: [
    Confinement.filtered,
    .landlock(.init(readable: Sandbox.systemFolders, writable: ["/dev/null"])),
  ])
  func aProgramThatTakesTooLongEndsWithAllThatItStarted(confinement: Confinement) throws {
    let script =
      "for i in 1 2 3; do setsid sh -c 'echo $$; exec sleep 300' & done; sleep 300"
    let outcome = try run(script, confinement, seconds: 1)
    #expect(outcome.ending == .timedOut)
    let started = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
      .compactMap { pid_t($0) }
    #expect(started.count == 3 && started.allSatisfy { kill($0, 0) != 0 })
  }

  /// The number of the system call.
  private static var prlimit: Int {
    #if arch(x86_64)
      302
    #else
      261
    #endif
  }

  @Test func underLandlockNoSocketNoTerminalAndNoFileOfOthersIsReached() throws {
    try withScratch { folder in
      let file = Files.resolved(folder) + "/a"
      try Files.write(Array("kept".utf8), to: file)
      let script = """
        use Socket; use Fcntl;
        print "pair " if socketpair(my $a, my $b, AF_UNIX, SOCK_STREAM, 0);
        print "datagrams " if socketpair(my $c, my $d, AF_UNIX, SOCK_DGRAM, 0);
        print "socket " if socket(my $e, AF_UNIX, SOCK_STREAM, 0);
        print "terminal " if open(my $f, "<", "/dev/tty");
        print "read " if sysopen(my $g, "\(file)", O_RDONLY);
        print "emptied " if sysopen(my $h, "\(file)", O_RDONLY | O_TRUNC);
        print "emptied " if sysopen(my $i, "\(file)", 3 | O_TRUNC);
        # prlimit64(parent, RLIMIT_CPU, {0, 0}), and of its own limits.
        my ($none, $old) = (pack("QQ", 0, 0), pack("QQ", 0, 0));
        print "limited " if syscall(\(Self.prlimit), getppid(), 0, $none, 0) == 0;
        print "own " if syscall(\(Self.prlimit), 0, 0, 0, $old) == 0;
        print "slowed " if setpriority(0, getppid(), 19);
        """
      var process = ChildProcess(program: "/usr/bin/perl", arguments: ["-e", script], seconds: 20)
      process.confinement = landlock(readable: [file])
      let outcome = try process.run()
      #expect(String(decoding: outcome.output, as: UTF8.self) == "pair read own ")
      #expect(try Files.read(file) == Array("kept".utf8))
    }
  }

  @Test(.enabled(if: Isolation.bubblewrap.obstacle() == nil))
  func insideOfItsWorldAProgramReadsNeitherHowThatWasMadeNorTheMachinesName() throws {
    var process = ChildProcess(
      program: try #require(Isolation.bubblewrapProgram),
      arguments: Sandbox.namespaces(scratch: 1 << 20) + [
        "--setenv", "A", "a-place-outside", "--", "/bin/cat", "/proc/1/cmdline",
        "/proc/sys/kernel/hostname",
      ], seconds: 20)
    process.confinement = .namespaces
    let text = String(decoding: try process.run().output, as: UTF8.self)
    #expect(text.contains("--args\04\0--\0/bin/cat"))
    #expect(!text.contains("a-place-outside") && text.hasSuffix("\0lesson\n"))
  }

  @Test func anEndingIsToldAsThatOfTheProgram() throws {
    #expect(try run("exit 3", .filtered).ending == .exited(3))
    #expect(try run("kill -SEGV $$", .filtered).ending == .signalled(SIGSEGV))
    #expect(try run("exit 4", landlock()).ending == .exited(4))
  }

  @Test func aProgramThatIsOutOfReachIsAnError() {
    var process = ChildProcess(program: "/bin/sh", arguments: [], seconds: 10)
    process.confinement = .landlock(Confinement.Reach(readable: ["/dev"], writable: []))
    let error = #expect(throws: ProcessError.self) { try process.run() }
    #expect(error?.cause == .notStarted(code: EACCES))
  }
}
