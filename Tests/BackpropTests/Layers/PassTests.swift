import Backprop
import Testing

@Suite struct PassTests {
  let x = Tensor([[1.0, 2], [4, 5]])

  @Test func aPassRecordsWhatNamedLayersGiveAndItsDerivative() {
    var pair = CentredPair()
    var pass = Pass<Double>(.training, recordsActivations: true)
    for _ in 0..<2 {
      _ = valueWithGradient(at: &pair, in: &pass) { pair, pass in
        square(pair(x, in: &pass)).sum()
      }
    }
    #expect(pass.activations.map(\.name) == ["first", "second"])
    let centred = 2 * (x - Tensor([2.0]))
    let result = pair.second(centred)
    #expect(pass.activations[0].value == centred)
    #expect(pass.activations[1].value == result)
    #expect(pass.activations[1].gradient == 2 * result)
    #expect(pass.activations[0].gradient == matmul(2 * result, pair.second.weights))

    var network = Network(pair.second, pair.second)
    _ = valueWithGradient(at: &network, in: &pass) { network, pass in
      pass.run("network", network, x).sum()
    }
    #expect(
      pass.activations.map(\.name) == ["network.layers.0", "network.layers.1", "network"])
  }

  @Test func withoutAGradientNothingKeepsAnUpdate() {
    var pass = Pass<Double>(.training)
    let layer = Centred()
    #expect(layer(x, in: &pass) == 2 * (x - 1))
    #expect(layer.runningMean == Tensor([1]))
  }

  @Test func namesAreNotAskedForUnlessResultsAreRecorded() {
    var pass = Pass<Double>(.inference)
    func name() -> String {
      Issue.record("asked for a name")
      return ""
    }
    _ = pass.run(name(), Activate(.relu), x)
    #expect(pass.activations.isEmpty)
  }

  @Test func aKeepMaskIsZeroOrWhatKeepsTheMean() {
    var pass = Pass<Double>(.training, using: RandomNumbers(seed: 3))
    let mask = pass.keepMask(rate: 0.75, like: .zeros([10, 10]))
    #expect(mask.shape == [10, 10])
    #expect(Set(mask.scalars) == [0, 4])
    #expect(pass.generator != RandomNumbers(seed: 3))
  }

  @Test func onlyATrainingPassIsTraining() {
    #expect(Pass<Double>(.training).isTraining)
    #expect(!Pass<Double>(.inference).isTraining)
  }
}
