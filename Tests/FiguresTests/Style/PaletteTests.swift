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
    return Decimal.tenTo(2.4 * Decimal.logarithm((channel + 0.055) / 1.055))
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

  /// An error bar is a stroke in a series colour or that of the text, with a rim in the colour of the
  /// page: the stroke is told from the rim, and the rim from a bar of any colour.
  @Test func errorBarsReachThreeOnBarsAndOnThePage() {
    for (series, text, grounds) in [
      (Palette.light, "#23201c", Self.lightGrounds), (Palette.dark, "#e4e0d7", Self.darkGrounds),
    ] {
      for ground in grounds {
        #expect(contrast(text, ground) >= 3)
        for color in series { #expect(contrast(color, ground) >= 3, "\(color) on \(ground)") }
      }
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

  /// The colour of a share of a scale, as the page mixes it.
  private func color(_ share: Double, warm: Bool, dark: Bool) -> String {
    func pick(_ pair: (light: String, dark: String)) -> String { dark ? pair.dark : pair.light }
    let ground = dark ? "#16181b" : "#fdfcf8"
    let near = pick(warm ? Palette.warmColours : Palette.coolColours)
    let far = pick(warm ? Palette.warmFarColours : Palette.coolFarColours)
    return share <= 0.5
      ? mixed(near, ground, share: share * 2) : mixed(far, near, share: share * 2 - 1)
  }

  @Test(arguments: [false, true], [false, true])
  func textOnEveryStepOfAColourScaleReachesFourAndAHalf(warm: Bool, dark: Bool) {
    for step in 0...ColorScale.steps {
      let share = ColorScale.share(ofStep: step)
      let paint = ColorScale.sequential.text(on: share)
      let pair = paint == Palette.onNear ? Palette.onNearColours : Palette.onFarColours
      let ground = color(share, warm: warm, dark: dark)
      let contrast = contrast(dark ? pair.dark : pair.light, ground)
      #expect(contrast >= 4.5, "step \(step) on \(ground): \(contrast)")
    }
  }

  @Test(arguments: [false, true], [false, true])
  func colourScalesGoOneWayInLightness(warm: Bool, dark: Bool) {
    var last = dark ? 0.0 : 1
    for step in 0...ColorScale.steps {
      let seen = perceived(
        color(ColorScale.share(ofStep: step), warm: warm, dark: dark), Self.visions[0].1)[0]
      if step > 0 { #expect(dark ? seen > last + 1 : seen < last - 1) }
      last = seen
    }
  }

  @Test func bothSidesOfADivergingScaleAreToldApartByEveryone() {
    for dark in [false, true] {
      for (name, vision) in Self.visions {
        for share in [0.25, 0.5, 0.75, 1] {
          let first = perceived(color(share, warm: false, dark: dark), vision)
          let second = perceived(color(share, warm: true, dark: dark), vision)
          var square = 0.0
          for (a, b) in zip(first, second) { square += (a - b) * (a - b) }
          #expect(square.squareRoot() >= 12, "\(share), \(name), dark: \(dark)")
        }
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

  /// How colours look with no, little or another cone, on linear RGB at full severity. Source:
  /// Machado, Oliveira, Fernandes, A Physiologically-based Model for Simulation of Color Vision
  /// Deficiency, IEEE TVCG 2009.
  static let visions: [(String, [[Double]])] = [
    ("normal", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "protanopia",
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    ),
    (
      "deuteranopia",
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    ),
    (
      "tritanopia",
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    ),
  ]

  private func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2] }
  }

  /// CIE 1976 L*a*b* of a colour as someone sees it.
  private func perceived(_ hex: String, _ vision: [[Double]]) -> [Double] {
    let seen = product(vision, channels(hex).map(linear)).map { min(1, max(0, $0)) }
    let xyz = product(
      [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], seen)
    let white = [0.95047, 1, 1.08883]
    let f = zip(xyz, white).map { value, reference in
      let t = value / reference
      return t > 0.008856 ? Decimal.tenTo(Decimal.logarithm(t) / 3) : 7.787 * t + 16 / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  @Test func anyTwoSeriesAreToldApartByEveryone() {
    for palette in [Palette.light, Palette.dark] {
      for (name, vision) in Self.visions {
        let seen = palette.map { perceived($0, vision) }
        for first in seen.indices {
          for second in seen.indices.dropFirst(first + 1) {
            let difference = ColourDifference.ciede2000(seen[first], seen[second])
            #expect(
              difference >= 11, "\(palette[first]) and \(palette[second]), \(name): \(difference)")
          }
        }
      }
    }
  }

  @Test func anyTwoSeriesDifferInGrey() {
    for palette in [Palette.light, Palette.dark] {
      let lightness = palette.map { perceived($0, Self.visions[0].1)[0] }
      for first in lightness.indices {
        for second in lightness.indices.dropFirst(first + 1) {
          #expect(
            (lightness[first] - lightness[second]).magnitude >= 4.2,
            "\(palette[first]) and \(palette[second])")
        }
      }
    }
  }

  @Test func everyColourHasAFallbackEqualToItsLightValue() {
    #expect(Palette.series(0) == "var(--figure-1,\(Palette.light[0]))")
    #expect(Palette.contour == "var(--figure-contour,\(Palette.contourColours.light))")
    #expect(Palette.muted == "var(--figure-muted,\(Palette.mutedColours.light))")
    #expect(Palette.value == "var(--figure-value,\(Palette.valueColours.light))")
    #expect(Palette.gradient == "var(--figure-gradient,\(Palette.gradientColours.light))")
    #expect(Palette.cool == "var(--figure-cool,\(Palette.coolColours.light))")
    #expect(Palette.coolFar == "var(--figure-cool-far,\(Palette.coolFarColours.light))")
    #expect(Palette.warm == "var(--figure-warm,\(Palette.warmColours.light))")
    #expect(Palette.warmFar == "var(--figure-warm-far,\(Palette.warmFarColours.light))")
    #expect(Palette.onNear == "var(--figure-on-near,\(Palette.onNearColours.light))")
    #expect(Palette.onFar == "var(--figure-on-far,\(Palette.onFarColours.light))")
    #expect(Palette.background == "var(--figure-background,\(Palette.backgroundColours.light))")
  }

  @Test func theStyleSheetSetsEveryVariable() {
    for index in 1...6 { #expect(Palette.css.contains("--figure-\(index):")) }
    for name in [
      "muted", "contour", "value", "gradient", "background", "cool", "cool-far", "warm",
      "warm-far", "on-near", "on-far",
    ] {
      #expect(Palette.css.contains("--figure-\(name):"))
    }
  }
}
