import Backprop
import Testing

@Suite struct ModelTests {
  /// A model as a user writes one.
  struct Line: Model {
    var slope = Tensor([2.0])
    var hidden = Dense(weights: Tensor([[1, 2], [3, 4]]), bias: Tensor([5, 6]))
    var more = [Tensor([7.0]), Tensor([8.0])]

    mutating func visitParameters(_ visitor: inout ParameterVisitor<Double>) {
      visitor.visit("slope", &slope)
      visitor.visit("hidden", &hidden)
      visitor.visit("more", &more)
    }
  }

  @Test func parametersHaveTheNamesOfThePartsThatLeadToThem() {
    #expect(
      Line().parameters.map(\.name) == [
        "slope", "hidden.weights", "hidden.bias", "more.0", "more.1",
      ])
    #expect(Line().parameterCount == 9)
    #expect(Tensor([1, 2]).parameters.map(\.name) == ["parameter"])
    #expect([Tensor](repeating: Tensor(1), count: 12).parameters.last?.name == "11")
  }

  @Test func parametersFlattenToAVectorAndBack() {
    let vector = Line().flattenedParameters
    #expect(vector == Tensor([2, 1, 2, 3, 4, 5, 6, 7, 8]))
    let doubled = Line().withFlattenedParameters(2 * vector)
    #expect(doubled.hidden.weights == Tensor([[2, 4], [6, 8]]))
    #expect(doubled.more[1] == Tensor([16]))
  }

  @Test func parametersCanBeReplacedByName() {
    let model = Line().mapParameters { name, value in name == "slope" ? -value : value }
    #expect(model.slope == Tensor([-2]))
    #expect(model.more == Line().more)
  }

  @Test func aGradientIsAModelInWhichEachParameterHoldsItsDerivative() {
    let gradient = gradient(at: Line()) { line in
      (line.slope * line.more[0]).sum() + line.hidden(Tensor([1, 1])).sum()
    }
    #expect(gradient.slope == Tensor([7]))
    #expect(gradient.hidden.weights == Tensor([[1, 1], [1, 1]]))
    #expect(gradient.hidden.bias == Tensor([1, 1]))
    let more: [Tensor<Double>] = [Tensor([2]), Tensor([0])]
    #expect(gradient.more == more)
  }
}
