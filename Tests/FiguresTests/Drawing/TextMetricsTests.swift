import Testing

@testable import Figures

@Suite struct TextMetricsTests {
  /// Widths at 1000 pixels, from Oracles/text_widths.py.
  @Test(arguments: [
    ("gradient descent", 8493), ("0.5987", 3498), ("−0.1104", 4336), ("10⁻³", 2201),
    ("½(p − y)²", 4851), ("σ(w₁x₁ + b)", 5735), ("η = 0.05", 4334),
    ("Loss, on a logarithmic scale", 13892), ("1.25×10⁶", 4737),
  ])
  func widthsAreThoseOfTheFont(text: String, width: Int) {
    let measured = TextMetrics.width(text, size: 1000)
    #expect((measured - Double(width)).magnitude <= Double(text.unicodeScalars.count))
  }

  /// Widths at 1000 pixels in the site's font, where it is the wider one.
  @Test(arguments: [("J", 479), ("/", 350), ("∂", 528), ("φ", 680)])
  func noCharacterIsWiderOnTheSite(text: String, width: Double) {
    #expect(TextMetrics.width(text, size: 1000) == width)
  }
}
