import Testing

@testable import Figures

@Suite struct CircularTests {
  /// From Oracles/sines.py: degrees, sine, cosine.
  static let values: [(Double, Double, Double)] = [
    (0, 0, 1),
    (30, 0.5, 0.86602540378443864676),
    (45, 0.7071067811865475244, 0.7071067811865475244),
    (90, 1, 0),
    (180, 0, -1),
    (270, -1, 0),
    (-40, -0.64278760968653932632, 0.7660444431189780352),
    (123.4, 0.83484786326340649643, -0.55048074008499564366),
    (725, 0.087155742747658173558, 0.9961946980917455323),
  ]

  @Test func sinesAndCosinesAgreeWithMpmath() {
    for (degrees, sine, cosine) in Self.values {
      #expect((Circular.sine(degrees) - sine).magnitude < 4e-15, "sin \(degrees)")
      #expect((Circular.cosine(degrees) - cosine).magnitude < 4e-15, "cos \(degrees)")
    }
  }

  @Test func squaresAddUpToOne() {
    for tenth in -4000...4000 {
      let angle = Double(tenth) / 10
      let (s, c) = (Circular.sine(angle), Circular.cosine(angle))
      #expect((s * s + c * c - 1).magnitude < 1e-15 * 4)
    }
  }
}
