import FileSystem

/// Makes a shared object of compiled programs, for `lesson-host` to load.
struct ProgramLinker: Sendable {
  let toolchain: Toolchain
  let folder: ProgramFolder
  /// Whether the lesson imports modules of its own, such as Foundation.
  let importsOthers: Bool

  /// Links objects to the shared object of a name.
  ///
  /// - Returns: Why there is nothing to run; nil when there is.
  func link(_ objects: [String], to name: String) throws(ProcessError) -> RunOutcome.Ending? {
    let outcome = try process(objects, to: name).run()
    guard outcome.ending != .exited(0) else { return nil }
    let said = String(decoding: outcome.errors, as: UTF8.self)
    try ProgramFolder.requireSpace(said, for: folder.library(name))
    return EndingClassifier.ending(ofLinkerThatSaid: said)
  }

  /// The linker, ready to run.
  func process(_ objects: [String], to name: String) -> ChildProcess {
    ChildProcess(
      program: toolchain.linker,
      arguments: [
        "-shared", toolchain.startObject, "-o", folder.library(name), "-L", toolchain.runtime,
        "-rpath", toolchain.runtime, "--as-needed",
      ] + objects
        + libraries.filter { Files.exists("\(toolchain.runtime)/lib\($0).so") }.map { "-l\($0)" },
      environment: ["LC_ALL": "C.UTF-8"], folder: nil, seconds: CompilerFrontend.seconds,
      cancellation: toolchain.cancellation)
  }

  private var libraries: [String] {
    let all = [
      "swift_Concurrency", "swift_StringProcessing", "swift_RegexParser", "swiftGlibc",
      "swiftSwiftOnoneSupport", "swiftCore",
    ]
    guard importsOthers else { return all }
    // Large ones, which take longer to read than all the rest.
    return all + [
      "Foundation", "FoundationEssentials", "_FoundationICU", "swiftDispatch", "dispatch",
      "BlocksRuntime", "swiftSynchronization",
    ]
  }
}
