import Backprop
import Testing

@Suite struct CoefficientOfDeterminationTests {
  @Test(arguments: Oracle.metrics.regression.indices)
  func itMatchesScikitLearn(index: Int) {
    let example = Oracle.metrics.regression[index]
    let computed = rSquared(Tensor(example.predictions), Tensor(example.targets))
    #expect((computed - example.rSquared).magnitude < 1e-14)
  }

  @Test func theTargetsMeanScoresZero() {
    #expect(rSquared(Tensor([2, 2, 2]), Tensor([1, 2, 3])) == 0)
    #expect(rSquared(Tensor<Float>([1, 2, 3]), Tensor<Float>([1, 2, 3])) == 1)
  }

  @Test(arguments: [0, 1])
  func differentShapesAndNoneStopTheProgram(number: Int) async {
    await #expect(processExitsWith: .failure) { [number] in
      let none = Tensor<Double>.zeros([0])
      _ = number == 0 ? rSquared(Tensor([1, 2]), Tensor([[1, 2]])) : rSquared(none, none)
    }
  }
}
