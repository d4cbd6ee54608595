import Testing

@testable import Figures

/// How different two colours look.
enum ColourDifference {
  /// The CIEDE2000 difference of two CIE L*a*b* colours. Source: Sharma, Wu, Dalal, The CIEDE2000
  /// Color-Difference Formula, Color Research and Application 30, 2005.
  static func ciede2000(_ first: [Double], _ second: [Double]) -> Double {
    func chroma(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    func power7(_ x: Double) -> Double { x * x * x * x * x * x * x }
    let meanChroma = (chroma(first[1], first[2]) + chroma(second[1], second[2])) / 2
    let ratio = power7(meanChroma) / (power7(meanChroma) + power7(25))
    let g = 0.5 * (1 - ratio.squareRoot())
    let (a1, a2) = (first[1] * (1 + g), second[1] * (1 + g))
    let (c1, c2) = (chroma(a1, first[2]), chroma(a2, second[2]))
    let (h1, h2) = (angle(a1, first[2]), angle(a2, second[2]))
    var turn = h2 - h1
    var meanHue = h1 + h2
    if c1 * c2 == 0 {
      turn = 0
    } else {
      if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
      if (h1 - h2).magnitude <= 180 {
        meanHue /= 2
      } else {
        meanHue = h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2
      }
    }
    let lightness = second[0] - first[0]
    let hue = 2 * (c1 * c2).squareRoot() * sine(turn / 2)
    let l = (first[0] + second[0]) / 2 - 50
    let c = (c1 + c2) / 2
    let t =
      1 - 0.17 * cosine(meanHue - 30) + 0.24 * cosine(2 * meanHue) + 0.32 * cosine(3 * meanHue + 6)
      - 0.2 * cosine(4 * meanHue - 63)
    let sl = 1 + 0.015 * l * l / (20 + l * l).squareRoot()
    let sc = 1 + 0.045 * c
    let sh = 1 + 0.015 * c * t
    let bend = (meanHue - 275) / 25
    let rotation =
      -sine(60 * Decimal.exponential(-bend * bend))
      * 2 * (power7(c) / (power7(c) + power7(25))).squareRoot()
    let (x, y, z) = (lightness / sl, (c2 - c1) / sc, hue / sh)
    return (x * x + y * y + z * z + rotation * y * z).squareRoot()
  }

  private static func sine(_ degrees: Double) -> Double { Circular.sine(degrees) }
  private static func cosine(_ degrees: Double) -> Double { Circular.cosine(degrees) }

  /// The direction of (x, y) in degrees, from 0 to 360, by halving.
  private static func angle(_ x: Double, _ y: Double) -> Double {
    if x == 0, y == 0 { return 0 }
    var low = y >= 0 ? 0.0 : 180
    var high = low + 180
    for _ in 0..<50 {
      let middle = (low + high) / 2
      // Whether the direction lies beyond the middle: the sign of a cross product.
      if cosine(middle) * y - sine(middle) * x > 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}

@Suite struct ColourDifferenceTests {
  /// Pairs 1, 7, 9, 13, 16, 17 and 25 of the paper's table 1.
  @Test func differencesAreThoseOfThePaper() {
    for (first, second, expected) in [
      ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425),
      ([50, 0, 0], [50, -1, 2], 2.3669),
      ([50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792),
      ([50, -0.001, 2.49], [50, 0.0009, -2.49], 4.8045),
      ([50, 2.5, 0], [50, 0, -2.5], 4.3065),
      ([50, 2.5, 0], [73, 25, -18], 27.1492),
      ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
    ] as [([Double], [Double], Double)] {
      #expect((ColourDifference.ciede2000(first, second) - expected).magnitude < 1e-4)
    }
  }
}
