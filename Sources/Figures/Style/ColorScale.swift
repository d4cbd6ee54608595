/// How numbers become colours. On a light page the ground is light and far values are dark, on a
/// dark page the other way round; equal steps differ equally in lightness, so that the order is
/// seen in grey too.
public enum ColorScale: Equatable, Sendable {
  /// From the ground through blue: for amounts.
  case sequential
  /// Blue below a centre, the ground at it, orange above: for signed numbers. Both sides have the
  /// same length.
  case diverging(around: Double = 0)
  /// From the ground to the colour of the text: for images.
  case ink

  /// The share on the ramp, from −1 to 1, of a number in a range; positive numbers are on the warm
  /// side of diverging scales, and all are on the one side that others have.
  func share(of value: Double, in range: ClosedRange<Double>, scale: Axis.Scale) -> Double {
    let lower = scale.transformed(range.lowerBound)
    let upper = scale.transformed(range.upperBound)
    let place = scale.transformed(value)
    if case .diverging(let center) = self {
      let middle = scale.transformed(center)
      let reach = max((upper - middle).magnitude, (lower - middle).magnitude)
      if !(reach > 0) { return 0 }
      return max(-1, min(1, (place - middle) / reach))
    }
    if !(upper > lower) { return 0.5 }
    return max(0, min(1, (place - lower) / (upper - lower)))
  }

  /// The paint at a share, for the `style` attribute within a group that has ``variables``.
  func paint(_ share: Double) -> String {
    let size = share.magnitude
    if case .ink = self { return ColorScale.mixed("--far", size, "--ground") }
    let side = share < 0 || !isDiverging ? "cool" : "warm"
    if size <= 0.5 { return ColorScale.mixed("--" + side, size * 2, "--ground") }
    return ColorScale.mixed("--" + side + "-far", size * 2 - 1, "--" + side)
  }

  private var isDiverging: Bool {
    if case .diverging = self { return true }
    return false
  }

  private static func mixed(_ color: String, _ share: Double, _ other: String) -> String {
    let percent = FixedPoint.text(share * 100, decimals: 0)
    if percent == "0" { return "var(" + other + ")" }
    if percent == "100" { return "var(" + color + ")" }
    return "color-mix(in srgb,var(" + color + ") " + percent + "%,var(" + other + "))"
  }

  /// The same on a light page as a plain colour, for viewers that cannot mix colours.
  func fallback(_ share: Double) -> String {
    let size = share.magnitude
    let ground = Palette.backgroundColours.light
    if case .ink = self { return Palette.mixed("#000000", ground, share: size) }
    let near = share < 0 || !isDiverging ? Palette.coolColours.light : Palette.warmColours.light
    let far =
      share < 0 || !isDiverging ? Palette.coolFarColours.light : Palette.warmFarColours.light
    return size <= 0.5
      ? Palette.mixed(near, ground, share: size * 2) : Palette.mixed(far, near, share: size * 2 - 1)
  }

  /// The declarations that ``paint(_:)`` refers to.
  var variables: String {
    let ground = "--ground:" + Palette.background
    let cool = "--cool:" + Palette.cool + ";--cool-far:" + Palette.coolFar
    switch self {
    case .sequential: return ground + ";" + cool
    case .diverging:
      return ground + ";" + cool + ";--warm:" + Palette.warm + ";--warm-far:" + Palette.warmFar
    case .ink: return ground + ";--far:currentColor"
    }
  }

  /// The paint of a text on a share of the scale: black or white, whichever has the contrast.
  func text(on share: Double) -> String {
    share.magnitude < 0.5 ? Palette.onNear : Palette.onFar
  }
}
