#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The environment that this program was started with.
public enum Environment {
  /// The value of a variable; nil if it is not set.
  public static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The path of the first program with one of these names in the folders of `PATH`, in their order,
  /// or else in `/usr/bin`; nil if there is none.
  public static func program(_ names: String...) -> String? {
    let folders = (value("PATH") ?? "").split(separator: ":").map(String.init) + ["/usr/bin"]
    return folders.flatMap { folder in names.map { "\(folder)/\($0)" } }
      .first(where: Files.isExecutable)
  }
}
