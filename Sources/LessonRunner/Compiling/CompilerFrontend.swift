/// The Swift compiler without its driver, as lessons are compiled: one file, not optimized, against
/// the library as built.
struct CompilerFrontend: Sendable {
  let toolchain: Toolchain
  /// Where the compiler keeps the modules that it has read.
  let moduleCache: String
  /// A folder that stands for the user's home.
  let home: String
  /// What keeps it from the rest of the machine: it reads strangers' code.
  var confinement = Confinement.trusted

  /// What language mode 6 accepts and mode 5 does not, but for its rules about isolation.
  private static let language = ["BareSlashRegexLiterals", "ImplicitOpenExistentials"].flatMap {
    ["-enable-upcoming-feature", $0]
  }

  /// What compiling one program may take.
  static let seconds = 60.0
  private static let memory: UInt64 = 4 << 30

  /// The compiler, ready to run.
  ///
  /// - Parameter mode: What it is to make of the source, and how.
  func process(_ mode: [String], source: String, module: String) -> ChildProcess {
    var process = ChildProcess(
      program: toolchain.frontend,
      arguments: ["-frontend"] + mode + [
        "-primary-file", source, "-module-name", module, "-I", toolchain.modules,
        "-module-cache-path", moduleCache, "-swift-version", "5", "-Onone", "-suppress-warnings",
        "-diagnostic-style", "llvm", "-no-color-diagnostics", "-typo-correction-limit", "10",
      ] + Self.language + toolchain.macros + toolchain.flags,
      environment: [
        "PATH": toolchain.root + "/bin", "LC_ALL": "C.UTF-8", "HOME": home, "TMPDIR": home,
      ],
      folder: nil, seconds: Self.seconds, memory: Self.memory,
      cancellation: toolchain.cancellation)
    process.confinement = confinement
    process.startsOthers = false
    return process
  }
}
