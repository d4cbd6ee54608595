import Backprop
import Testing

/// Functions of `Float` that are computed in `Double` by a loop over vectors.
@Suite struct SinglePrecisionTests {
  @Test func inFloatTheyAreTheRoundedValuesOfDouble() {
    checkRounding("exp", { x, _ in exp(x) }, { x, _ in exp(x) })
    checkRounding("sigmoid", { x, _ in sigmoid(x) }, { x, _ in sigmoid(x) })
    checkRounding("tanh", { x, _ in tanh(x) }, { x, _ in tanh(x) })
  }

  @Test func theyHaveTheirLimitsAtTheEndsOfTheRange() {
    #expect(exp(Float.infinity) == .infinity)
    #expect(exp(-Float.infinity) == 0)
    #expect(exp(Float(0)) == 1)
    #expect(sigmoid(Float(200)) == 1)
    #expect(sigmoid(-Float.infinity) == 0)
    #expect(tanh(-Float.infinity) == -1)
    #expect(tanh(Float(-0.0)).sign == .minus)
    #expect(exp(Float.nan).isNaN && sigmoid(Float.nan).isNaN && tanh(Float.nan).isNaN)
  }
}
