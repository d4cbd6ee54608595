import Backprop
import Testing

@Suite struct ActivateTests {
  @Test func itIsItsFunctionInAnyShapeAndPhase() {
    let x = Tensor([[[-1.0, 0], [2, -0.5]]])
    for activation in [Activation.relu, .tanh, .elu(scale: 2)] {
      let layer = Activate<Double>(activation)
      var pass = Pass<Double>(.training)
      #expect(layer(x) == activation(x))
      #expect(layer(x, in: &pass) == activation(x))
    }
    #expect(Activate(.relu)(Tensor<Double>.zeros([0, 3])).shape == [0, 3])
    #expect(Activate<Float>(.relu)(Tensor<Float>([-1, 2])) == Tensor<Float>([0, 2]))
  }

  @Test func itHasNoParametersAndTheEndsOfItsFunction() {
    #expect(Activate<Double>(.tanh).tensors.isEmpty)
    #expect(Activate<Double>(.sigmoid).saturationRange == 0...1)
    #expect(Activate<Double>(.relu).saturationRange == nil)
  }

  @Test func itPrintsAsItWouldBeWritten() {
    #expect("\(Activate<Double>(.leakyRelu()))" == "Activate(leakyRelu(slope: 0.01))")
  }
}
