/// The colours of figures. Each is a CSS variable with a fallback, so that one file serves light
/// and dark pages: the page sets the variables (see ``css``), a file that stands alone uses the
/// light fallbacks. Text, axes and ticks use `currentColor`.
public enum Palette {
  /// Series colours on a light page: blue, ochre, green, purple, brown, ink. Any two differ by 11 or
  /// more (CIEDE2000) with each of the three common colour-vision deficiencies, and by more than 4 in
  /// lightness, so that grey print tells them apart; they have a contrast of at least 4.5:1 against
  /// white, since names are set in them.
  public static let light = ["#0164ad", "#a06300", "#3b5836", "#483a6f", "#5a2700", "#222d38"]
  /// Series colours on a dark page, at least 4.5:1 against #1b1b1f.
  public static let dark = ["#23b1e4", "#fba428", "#c1fadd", "#bc88a3", "#f5dd9a", "#c2c6d9"]
  /// The tint of contours, light and dark.
  static let contourColours = (light: "#3f6f9f", dark: "#7da7d0")
  /// What is context: rules and their like, light and dark.
  static let mutedColours = (light: "#6b7280", dark: "#9aa3af")
  /// Values on the wires of a graph, light and dark.
  static let valueColours = (light: "#0b6b52", dark: "#58cfae")
  /// Gradients on the wires of a graph, light and dark.
  static let gradientColours = (light: "#b3261e", dark: "#ff9a8f")
  /// Halfway on a colour scale, light and dark. Black and white have the same contrast against it,
  /// so that one text is legible on the near half of a scale and the other on the far half.
  static let coolColours = (light: "#2979bd", dark: "#2979bd")
  static let warmColours = (light: "#b85c1e", dark: "#b85c1e")
  /// The far ends of colour scales, light and dark.
  static let coolFarColours = (light: "#0a2748", dark: "#d3e7fb")
  static let warmFarColours = (light: "#431c05", dark: "#ffe3cb")
  /// Texts on the near and on the far half of a colour scale, light and dark.
  static let onNearColours = (light: "#000000", dark: "#ffffff")
  static let onFarColours = (light: "#ffffff", dark: "#000000")
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
    for (name, colours) in named {
      result += "--figure-" + name + ":" + (isDark ? colours.dark : colours.light) + ";"
    }
    return result
  }

  private static let named: [(String, (light: String, dark: String))] = [
    ("muted", mutedColours), ("contour", contourColours), ("value", valueColours),
    ("gradient", gradientColours), ("background", backgroundColours), ("cool", coolColours),
    ("cool-far", coolFarColours), ("warm", warmColours), ("warm-far", warmFarColours),
    ("on-near", onNearColours), ("on-far", onFarColours),
  ]

  static let muted = "var(--figure-muted,#6b7280)"
  static let contour = "var(--figure-contour,#3f6f9f)"
  static let value = "var(--figure-value,#0b6b52)"
  static let gradient = "var(--figure-gradient,#b3261e)"
  static let background = "var(--figure-background,#ffffff)"
  static let cool = "var(--figure-cool,#2979bd)"
  static let coolFar = "var(--figure-cool-far,#0a2748)"
  static let warm = "var(--figure-warm,#b85c1e)"
  static let warmFar = "var(--figure-warm-far,#431c05)"
  static let onNear = "var(--figure-on-near,#000000)"
  static let onFar = "var(--figure-on-far,#ffffff)"
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

  /// A mixture of two colours in sRGB, as `color-mix` has it.
  static func mixed(_ first: String, _ second: String, share: Double) -> String {
    let a = channels(first)
    let b = channels(second)
    var result = "#"
    for index in 0..<3 {
      let value = Int((a[index] * share + b[index] * (1 - share)).roundedToNearest)
      result += (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    return result
  }

  /// Red, green and blue of `#rrggbb`, from 0 to 255.
  private static func channels(_ hex: String) -> [Double] {
    var digits: [Double] = []
    for byte in hex.utf8.dropFirst() { digits.append(Double(byte < 58 ? byte - 48 : byte - 87)) }
    return [
      digits[0] * 16 + digits[1], digits[2] * 16 + digits[3], digits[4] * 16 + digits[5],
    ]
  }
}
