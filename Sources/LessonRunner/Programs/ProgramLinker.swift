import FileSystem
import Glibc
import LessonFormat

/// Makes a shared object of compiled programs, for `lesson-host` to load.
struct ProgramLinker: Sendable {
  let toolchain: Toolchain
  let folder: ProgramFolder
  /// The modules that the lesson imports by itself, such as Foundation.
  let imports: [String]
  /// What keeps it from the rest of the machine: it reads what is made of strangers' code.
  var confinement = Confinement.trusted

  /// Links objects to the shared object of a name.
  ///
  /// - Returns: Why there is nothing to run; nil when there is.
  func link(_ objects: [String], to name: String) throws(ProcessError) -> RunOutcome.Ending? {
    let outcome = try process(objects, to: name).run()
    guard outcome.ending != .exited(0) else {
      // A lesson's own user loads it, whatever new files are open to.
      chmod(folder.library(name), 0o755)
      return nil
    }
    let said = String(decoding: outcome.errors, as: UTF8.self)
    try ProgramFolder.requireSpace(said, outcome.ending, for: folder.library(name))
    return EndingClassifier.ending(ofLinkerThatSaid: said)
  }

  /// The linker, ready to run.
  func process(_ objects: [String], to name: String) -> ChildProcess {
    var process = ChildProcess(
      program: toolchain.linker,
      arguments: [
        "-shared", toolchain.startObject, "-o", folder.library(name), "-L", toolchain.runtime,
        "-rpath", toolchain.runtime, "--as-needed",
      ] + objects + registering
        + libraries.filter { Files.exists("\(toolchain.runtime)/lib\($0).so") }.map { "-l\($0)" },
      environment: ["LC_ALL": "C.UTF-8"], folder: nil, seconds: CompilerFrontend.seconds,
      cancellation: toolchain.cancellation)
    process.confinement = confinement
    process.startsOthers = false
    return process
  }

  /// What Foundation looks for when it runs, such as time zones, and no program names.
  private var registering: [String] {
    let name = "FoundationInternationalization"
    guard imports.contains("Foundation"), Files.exists("\(toolchain.runtime)/lib\(name).so") else {
      return []
    }
    return ["--no-as-needed", "-l\(name)", "--as-needed"]
  }

  private var libraries: [String] {
    let all = [
      "swift_Concurrency", "swift_StringProcessing", "swift_RegexParser", "swiftGlibc",
      "swiftSwiftOnoneSupport", "swiftCore",
    ]
    guard !imports.isEmpty else { return all }
    // Large ones, which take longer to read than all the rest.
    let large = [
      "Foundation", "FoundationEssentials", "FoundationInternationalization", "_FoundationICU",
      "swiftDispatch", "dispatch",
      "BlocksRuntime", "swiftSynchronization",
    ]
    // What an overlay is called begins with `swift`.
    let named = imports.flatMap { [$0, "swift" + $0] }.filter { !(all + large).contains($0) }
    return all + large + named
  }
}

extension Lesson {
  /// The modules that blocks name where they import, each once. Comments and strings may name some too.
  var importedModules: [String] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    var modules: [String] = []
    for block in blocks {
      let words = block.code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
      for (index, word) in words.enumerated() where word == "import" {
        guard let name = words[(index + 1)...].first(where: { !kinds.contains($0) }) else {
          continue
        }
        if !modules.contains(name) { modules.append(name) }
      }
    }
    return modules
  }
}
