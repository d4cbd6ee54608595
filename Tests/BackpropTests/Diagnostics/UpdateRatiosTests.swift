import Backprop
import Testing

@Suite struct UpdateRatiosTests {
  let network = Network(
    Dense(weights: Tensor([[3, 4]]), bias: Tensor([0])),
    Dense(weights: Tensor([[0]]), bias: Tensor([2])))

  @Test func howFarParametersMovedIsToldRelativeToTheirSize() {
    var moved = network
    moved.layers[0].weights = Tensor([[3, 3]])
    moved.layers[1].weights = Tensor([[0.5]])
    let ratios = moved.updateRatios(since: network)
    #expect(
      ratios.map(\.parameter) == [
        "layers.0.weights", "layers.0.bias", "layers.1.weights", "layers.1.bias",
      ])
    #expect(ratios.map(\.ratio) == [0.2, 0, .infinity, 0])
    #expect(ratios[0].updateNorm == 1 && ratios[0].parameterNorm == 5)
    #expect("\(ratios[0])" == "layers.0.weights: 0.2 (1 of 5)")
  }

  @Test func whatAStepOfAnOptimizerWouldDoIsToldWithoutDoingIt() {
    var optimizer = Momentum(learningRate: 0.1, momentum: 0.5)
    var start = network
    let slopes = network.mapParameters { _, value in value + 1 }
    optimizer.update(&start, along: slopes)
    let (state, before) = (optimizer.velocity, start.parameters.map(\.value))
    let ratios = optimizer.updateRatios(of: start, along: slopes)
    #expect(optimizer.velocity == state)
    #expect(start.parameters.map(\.value) == before)

    let earlier = start
    optimizer.update(&start, along: slopes)
    #expect(ratios == start.updateRatios(since: earlier))
    // v = 1.5 g, so that each moves by 0.15 g.
    let first = earlier.layers[0].weights
    let expected = (0.15 * slopes.layers[0].weights.norm() / first.norm()).item
    #expect((ratios[0].ratio - expected).magnitude < 1e-14)
  }

  @Test func inFloatNoSquareOverflows() {
    let (before, after) = (Tensor<Float>([3e30, 4e30]), Tensor<Float>([3e30, 0]))
    #expect((after.updateRatios(since: before)[0].ratio - 0.8).magnitude < 1e-6)
    let none = Tensor<Double>.zeros([0])
    #expect(none.updateRatios(since: none)[0].ratio == 0)
  }

  @Test(arguments: [0, 1])
  func anotherModelStopsTheProgram(number: Int) async {
    await #expect(processExitsWith: .failure) { [number] in
      let x = [Tensor([1, 2])]
      _ = x.updateRatios(since: number == 0 ? [Tensor([1])] : [])
    }
  }
}
