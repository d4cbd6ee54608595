import Testing

@testable import Figures

@Suite struct PaletteTests {
  /// White, the site's paper, and what figures take for themselves.
  static let lightGrounds = ["#ffffff", "#fdfcf8"]
  static let darkGrounds = ["#1b1b1f", "#16181b"]

  private func channels(_ hex: String) -> [Double] {
    var value = Int(hex.dropFirst(), radix: 16)!
    var result: [Double] = []
    for _ in 0..<3 {
      result.insert(Double(value % 256) / 255, at: 0)
      value /= 256
    }
    return result
  }

  private func linear(_ channel: Double) -> Double {
    if channel <= 0.04045 { return channel / 12.92 }
    return AxisDomain.tenTo(2.4 * Decimal.logarithm((channel + 0.055) / 1.055))
  }

  private func luminance(_ hex: String) -> Double {
    let rgb = channels(hex).map(linear)
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
  }

  /// Contrast as WCAG 2 defines it.
  private func contrast(_ first: String, _ second: String) -> Double {
    let a = luminance(first)
    let b = luminance(second)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func blackOnWhiteHasTheGreatestContrast() {
    #expect((contrast("#000000", "#ffffff") - 21).magnitude < 1e-9)
  }

  @Test func coloursThatTextIsSetInReachFourAndAHalf() {
    let light = Palette.light + [Palette.valueColours.light, Palette.gradientColours.light]
    let dark = Palette.dark + [Palette.valueColours.dark, Palette.gradientColours.dark]
    for color in light {
      for ground in Self.lightGrounds { #expect(contrast(color, ground) >= 4.5, "\(color)") }
    }
    for color in dark {
      for ground in Self.darkGrounds { #expect(contrast(color, ground) >= 4.5, "\(color)") }
    }
  }

  @Test func marksReachThreeAlsoOnTheDeepestContourTint() {
    for (series, tint, ground) in [
      (Palette.light + [Palette.mutedColours.light], Palette.contourColours.light, "#ffffff"),
      (Palette.dark + [Palette.mutedColours.dark], Palette.contourColours.dark, "#1b1b1f"),
    ] {
      let deepest = mixed(tint, ground, share: PlotDrawing.deepestTint / 100)
      for color in series {
        #expect(contrast(color, ground) >= 3)
        #expect(contrast(color, deepest) >= 3, "\(color) on \(deepest)")
      }
    }
  }

  private func mixed(_ first: String, _ second: String, share: Double) -> String {
    var result = "#"
    for (a, b) in zip(channels(first), channels(second)) {
      let value = Int(((a * share + b * (1 - share)) * 255).rounded())
      result += (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    return result
  }

  @Test func everyColourHasAFallbackEqualToItsLightValue() {
    #expect(Palette.series(0) == "var(--figure-1,\(Palette.light[0]))")
    #expect(Palette.contour == "var(--figure-contour,\(Palette.contourColours.light))")
    #expect(Palette.muted == "var(--figure-muted,\(Palette.mutedColours.light))")
    #expect(Palette.value == "var(--figure-value,\(Palette.valueColours.light))")
    #expect(Palette.gradient == "var(--figure-gradient,\(Palette.gradientColours.light))")
    #expect(Palette.background == "var(--figure-background,\(Palette.backgroundColours.light))")
  }

  @Test func theStyleSheetSetsEveryVariable() {
    for index in 1...6 { #expect(Palette.css.contains("--figure-\(index):")) }
    for name in ["muted", "contour", "value", "gradient", "background"] {
      #expect(Palette.css.contains("--figure-\(name):"))
    }
  }
}
