import Backprop
import Testing

@Suite struct LayerStatisticsTests {
  @Test func layersResultsAndTheDerivativesThatComeBackAreDescribed() {
    var network = Network(
      Dense(
        weights: Tensor([[1, 0], [-1, 0], [-1, -1]]), bias: Tensor([0, 0, 0]), activation: .relu),
      Dense(weights: Tensor([[10, -10, 0]]), bias: Tensor([0]), activation: .tanh))
    var pass = Pass<Double>(.training, recordsActivations: true)
    let x = Tensor([[1, 2], [-0.5, 0.75], [0, 0], [0.001, 1]])
    _ = valueWithGradient(at: &network, in: &pass) { network, pass in network(x, in: &pass).sum() }
    let layers = pass.layerStatistics()

    #expect(layers.map(\.name) == ["layers.0", "layers.1"])
    #expect(layers.map(\.shape) == [[4, 3], [4, 1]])
    #expect(layers[0].activation.zeroShare == 9.0 / 12)
    #expect(layers[0].deadUnits == [2])
    #expect(layers[0].unitCount == 3)
    #expect(layers[0].saturatedShare == nil)
    // tanh of 10, −5, 0 and 0.01.
    #expect(layers[1].saturatedShare == 0.5)
    #expect(layers[1].deadUnits.isEmpty)
    #expect(layers[1].gradient == Tensor([1, 1, 1, 1]).statistics)
    #expect(layers[1].activation == pass.activations[1].value.statistics)
    #expect(layers[0].description.contains("75 % zeros, 1 of 3 units dead; gradient: mean"))
    #expect(layers[1].description.contains("50 % saturated"))
    #expect(pass.layerStatistics(saturationMargin: 0.5)[1].saturatedShare == 0.75)
  }

  @Test func withoutAGradientThereAreNoneToDescribe() {
    var pass = Pass<Float>(.inference, recordsActivations: true)
    let network = Network(Dense(weights: Tensor<Float>([[1]]), bias: Tensor<Float>([0])))
    _ = network(Tensor<Float>([[1], [2]]), in: &pass)
    #expect(pass.layerStatistics().map { $0.gradient == nil } == [true])
    #expect(pass.layerStatistics()[0].activation.mean == 1.5)
  }

  @Test(arguments: [
    ([2, 3, 1, 2], [1.0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5], [1]), ([3], [0.0, 1, 0], [0, 2]),
    ([2, 1, 2], [0.0, 1, 0, 0], [0]), ([], [0.0], [0]), ([0, 3], [], []), ([2, 0], [], []),
  ])
  func aUnitIsAChannelOfImagesOrElseAPlaceAlongTheLastAxis(
    shape: [Int], numbers: [Double], dead: [Int]
  ) {
    var pass = Pass<Double>(.inference, recordsActivations: true)
    _ = pass.run("it", Activate(.relu), Tensor(shape: shape, scalars: numbers))
    #expect(pass.layerStatistics()[0].deadUnits == dead)
  }

  @Test(arguments: [0, 1])
  func aPassThatRecordsNothingOrAWrongMarginStopsTheProgram(number: Int) async {
    await #expect(processExitsWith: .failure) { [number] in
      let pass = Pass<Double>(.training, recordsActivations: number == 1)
      var run = pass
      _ = run.run("it", Activate(.relu), Tensor([1.0]))
      _ = run.layerStatistics(saturationMargin: 0.75)
    }
  }
}
