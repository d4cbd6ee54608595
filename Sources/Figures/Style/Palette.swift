/// The colours of figures. Each is a CSS variable with a fallback, so that one file serves light
/// and dark pages: the page sets the variables (see ``css``), a file that stands alone uses the
/// light fallbacks. Text, axes and ticks use `currentColor`.
public enum Palette {
  /// Series colours on a light page: blue, orange, green, purple, brown, charcoal. They differ in
  /// lightness too, so that any two are told apart with each of the three common colour-vision
  /// deficiencies, and have a contrast of at least 4.5:1 against white, since names are set in them.
  public static let light = ["#006ec7", "#ae5807", "#406843", "#8b6098", "#5c3400", "#3f3c48"]
  /// Series colours on a dark page, at least 4.5:1 against #1b1b1f.
  public static let dark = ["#6599ea", "#e37f33", "#aee4b1", "#c187a7", "#ffde6a", "#e9e5fc"]
  /// The tint of contours, light and dark.
  static let contourColours = (light: "#3f6f9f", dark: "#7da7d0")
  /// What is context: rules and their like, light and dark.
  static let mutedColours = (light: "#6b7280", dark: "#9aa3af")
  /// Values on the wires of a graph, light and dark.
  static let valueColours = (light: "#0b6b52", dark: "#58cfae")
  /// Gradients on the wires of a graph, light and dark.
  static let gradientColours = (light: "#b3261e", dark: "#ff9a8f")
  /// What lies behind figures, light and dark.
  static let backgroundColours = (light: "#ffffff", dark: "#1b1b1f")

  /// The style sheet that sets every variable, for light pages and for dark ones.
  public static var css: String {
    ":root{" + variables(dark: false) + "}\n"
      + "@media (prefers-color-scheme:dark){:root{" + variables(dark: true) + "}}\n"
  }

  /// The variables with their values for one theme, as CSS declarations.
  public static func variables(dark isDark: Bool) -> String {
    var result = ""
    let series = isDark ? dark : light
    for index in series.indices {
      result += "--figure-" + String(index + 1) + ":" + series[index] + ";"
    }
    result += "--figure-muted:" + (isDark ? mutedColours.dark : mutedColours.light) + ";"
    result += "--figure-contour:" + (isDark ? contourColours.dark : contourColours.light) + ";"
    result += "--figure-value:" + (isDark ? valueColours.dark : valueColours.light) + ";"
    result += "--figure-gradient:" + (isDark ? gradientColours.dark : gradientColours.light) + ";"
    result +=
      "--figure-background:" + (isDark ? backgroundColours.dark : backgroundColours.light) + ";"
    return result
  }

  static let muted = "var(--figure-muted,#6b7280)"
  static let contour = "var(--figure-contour,#3f6f9f)"
  static let value = "var(--figure-value,#0b6b52)"
  static let gradient = "var(--figure-gradient,#b3261e)"
  static let background = "var(--figure-background,#ffffff)"
  /// Quoted with apostrophes, since it stands in an attribute.
  static let font =
    "var(--figure-font,system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,"
    + "'DejaVu Sans',sans-serif)"

  /// The paint of a series, counted from 0; six colours, then they come round again with other
  /// dashes and symbols.
  static func series(_ index: Int) -> String {
    let slot = index % light.count
    return "var(--figure-" + String(slot + 1) + "," + light[slot] + ")"
  }
}
