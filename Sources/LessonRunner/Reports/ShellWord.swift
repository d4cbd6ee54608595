/// A word as it is written on a shell's command line.
public enum ShellWord {
  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./+@%:,=-")

  /// A path that a shell reads as one word, and a command as no option.
  public static func path(_ path: String) -> String {
    let word = path.hasPrefix("-") ? "./" + path : path
    guard word.isEmpty || !word.allSatisfy(plain.contains) else { return word }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
