import Backprop
import Testing

@Suite struct ModelSummaryTests {
  @Test func aSummaryListsNamesShapesAndCounts() {
    var generator = RandomNumbers(seed: 1)
    let network = Sequential {
      Convolution2D(from: 1, to: 4, size: 3, using: &generator)
      BatchNorm(features: 4)
      Activate(.relu)
      Flatten()
      Dense(from: 16, to: 10, using: &generator)
    }
    #expect(
      network.summary == """
        layers.0.weights         [4, 1, 3, 3]   36
        layers.0.bias            [4]             4
        layers.1.scale           [4]             4
        layers.1.shift           [4]             4
        layers.1.runningMean     [4]             4  state
        layers.1.runningVariance [4]             4  state
        layers.4.weights         [10, 16]      160
        layers.4.bias            [10]           10
        218 parameters, 8 numbers of state
        """)
    #expect(Tensor(1.0).summary == "parameter []  1\n1 parameter")
    #expect(Flatten().summary == "0 parameters")
  }
}
