/// Characters that steer what shows them rather than being seen: those of a terminal, and those that turn
/// text around, by which code can look like what it is not (Trojan Source, CVE-2021-42574).
public enum ControlCharacters {
  /// What is shown in the place of one; nil for any other character.
  ///
  /// Unicode has pictures of the 33 of ASCII, such as `␛`; all others are shown as `␦`.
  public static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0...0x1F: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x61C, 0x2028...0x202E, 0x2066...0x2069: "\u{2426}"
    default: nil
    }
  }

  /// A text with pictures in the place of its control characters.
  ///
  /// - Parameter kept: Those that stay.
  public static func shown(
    _ text: some StringProtocol, keeping kept: [Unicode.Scalar] = ["\n", "\t"]
  ) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      shown.append(kept.contains(scalar) ? scalar : picture(of: scalar) ?? scalar)
    }
    return String(shown)
  }
}
