import CLessonRunner
import FileSystem
import Glibc

/// How lessons are kept from the rest of the machine.
public enum Isolation: String, CaseIterable, Sendable {
  /// Namespaces of their own, which bubblewrap makes.
  case bubblewrap
  /// The kernel's Landlock, a filter of system calls and limits, for machines that let nobody make
  /// namespaces, as most containers.
  case landlock
  /// Limits and a filter alone: for lessons that are the user's own.
  case none

  /// The first that works here; `none` only where lessons are trusted.
  ///
  /// - Parameter wanted: The one that must work; nil for any.
  static func chosen(
    _ wanted: Isolation?, trusts: Bool, cancellation: Cancellation = Cancellation()
  ) throws(MissingTool) -> Isolation {
    if let wanted {
      if let obstacle = wanted.obstacle(cancellation) { throw obstacle }
      return wanted
    }
    guard let obstacle = Isolation.bubblewrap.obstacle(cancellation) else { return .bubblewrap }
    if Isolation.landlock.obstacle(cancellation) == nil { return .landlock }
    if trusts { return .none }
    throw obstacle
  }

  /// The `bwrap` program; nil when it is not installed.
  static var bubblewrapProgram: String? { Environment.program("bwrap") }

  /// What is in its way on this machine, found by trying; nil when it works.
  func obstacle(_ cancellation: Cancellation = Cancellation()) -> MissingTool? {
    switch self {
    case .none: nil
    case .bubblewrap:
      if let program = Self.bubblewrapProgram {
        Self.failure(of: Self.trial(of: program, cancellation)).map { .bubblewrap(said: $0) }
      } else {
        .bubblewrap(said: nil)
      }
    case .landlock:
      Self.failure(of: Self.trialOfLandlock(cancellation)).map { .landlock(said: $0) }
    }
  }

  /// What it is called and which version of it is here; nil where it does not work.
  var version: String? {
    guard obstacle() == nil else { return nil }
    switch self {
    case .none: return "none"
    case .bubblewrap: return Self.bubblewrapProgram.flatMap { InstalledTools.version(of: $0) }
    case .landlock: return "Landlock \(landlock_version())"
    }
  }

  // MARK: Trials

  private static func trial(of program: String, _ cancellation: Cancellation) -> ChildProcess {
    var process = ChildProcess(
      program: program,
      arguments: Sandbox.namespaces(scratch: 1 << 20) + ["--", "/bin/true"], seconds: 10,
      cancellation: cancellation)
    process.confinement = .namespaces
    return process
  }

  private static func trialOfLandlock(_ cancellation: Cancellation) -> ChildProcess {
    var process = ChildProcess(
      program: "/bin/true", arguments: [], seconds: 10, cancellation: cancellation)
    process.confinement = .landlock(
      Confinement.Reach(readable: Sandbox.systemFolders, writable: []))
    return process
  }

  /// What a process said that did not end well; nil for one that did.
  private static func failure(of process: ChildProcess) -> String? {
    do throws(ProcessError) {
      let outcome = try process.run()
      if outcome.ending == .exited(0) { return nil }
      let said = String(decoding: outcome.errors, as: UTF8.self)
      return said.split(separator: "\n").first.map(String.init) ?? ""
    } catch {
      if case .notStarted(let code) = error.cause { return String(cString: strerror(code)) }
      return ""
    }
  }
}
