import Testing

@testable import Figures

@Suite struct ScaleTransformTests {
  private func near(_ value: Double, _ expected: Double, _ relative: Double = 1e-14) -> Bool {
    (value - expected).magnitude <= relative * max(expected.magnitude, 1e-300)
  }

  /// From Oracles/scales.py: value, threshold, place.
  @Test func symmetricLogarithmicPlacesAgreeWithMpmath() {
    for (value, threshold, place) in [
      (0, 1, 0), (1e-9, 1, 4.3429448168610461389e-10), (1e-9, 0.1, 4.3429447973177943555e-9),
      (0.02, 1, 0.0086001717619175612262), (0.02, 0.1, 0.079181246047624825211),
      (1, 1, 0.30102999566398119521), (1, 0.1, 1.0413926851582250188),
      (-3.7, 1, -0.67209785793571748083), (-12345.678, 0.1, -5.0915184632805461653),
      (1e200, 1, 199.99999999999999999), (1e200, 0.1, 200.99999999999999996),
    ] as [(Double, Double, Double)] {
      let scale = Axis.Scale.symmetricLogarithmic(threshold: threshold)
      #expect(near(scale.transformed(value), place), "\(value) over \(threshold)")
    }
  }

  @Test func powersAgreeWithMpmath() {
    for (value, power, expected) in [
      (2, 0.5, 1.4142135623730950488), (-9.25, 0.5, -3.0413812651491098445),
      (1e-7, 0.3, 0.0079432823472428163342), (314.15, 2, 98690.222499999985714),
    ] as [(Double, Double, Double)] {
      #expect(near(Decimal.signedPower(value, power), expected))
    }
  }

  @Test func exponentialsAgreeWithMpmath() {
    for (value, expected) in [
      (-40, 4.2483542552915889953e-18), (-1, 0.3678794411714423216),
      (-0.125, 0.88249690258459540286), (0, 1), (0.3, 1.349858807576003089),
      (1, 2.7182818284590452354), (12.75, 344551.89613782370094),
      (300, 1.9424263952412559366e+130),
    ] as [(Double, Double)] {
      #expect(near(Decimal.exponential(value), expected, 1e-13), "e^\(value)")
    }
    for x in [1e-12, 1e-3, 0.3, 0.9, 5] {
      #expect(near(Decimal.exponentialMinusOne(Decimal.logarithmOfOnePlus(x)), x))
    }
    #expect(Decimal.exponential(-1e5) == 0)
    #expect(Decimal.exponential(1e5) == .infinity)
    #expect(Decimal.exponential(.nan).isNaN)
  }

  @Test(arguments: [
    Axis.Scale.linear, .logarithmic, .symmetricLogarithmic(threshold: 0.01), .power(0.5), .power(3),
    .time,
  ]) func aPlaceLeadsBackToItsValue(scale: Axis.Scale) {
    for value in [1e-6, 0.003, 0.5, 1, 7.25, 1234.5, 1e9] {
      #expect(near(scale.value(at: scale.transformed(value)), value, 1e-9))
      if scale == .logarithmic { continue }
      #expect(near(scale.value(at: scale.transformed(-value)), -value, 1e-9))
    }
  }

  @Test func whatHasNoPlaceIsNotANumber() {
    #expect(Axis.Scale.logarithmic.transformed(-1).isNaN)
    #expect(Axis.Scale.logarithmic.transformed(0).isNaN)
    for scale in [Axis.Scale.linear, .power(2), .symmetricLogarithmic(threshold: 1)] {
      #expect(scale.transformed(.infinity).isNaN)
      #expect(scale.transformed(.nan).isNaN)
    }
  }

  @Test func scalesGrow() {
    for scale in [Axis.Scale.power(0.3), .power(2), .symmetricLogarithmic(threshold: 3)] {
      var last = -Double.infinity
      for step in -300...300 {
        let place = scale.transformed(Double(step) / 10)
        #expect(place > last)
        last = place
      }
    }
  }
}
