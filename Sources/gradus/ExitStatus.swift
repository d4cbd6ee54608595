/// What a run of the program ends with, as scripts and CI rely on it.
struct ExitStatus: Hashable, Sendable {
  let code: Int32

  static let success = ExitStatus(code: 0)
  static let failed = ExitStatus(code: 1)
  static let wrongUsage = ExitStatus(code: 2)
  static let somethingMissing = ExitStatus(code: 3)

  /// Ended by a signal, as shells tell it.
  static func interrupted(by signal: Int32) -> ExitStatus { ExitStatus(code: 128 + signal) }
}
