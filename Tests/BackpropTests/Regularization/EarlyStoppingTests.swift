import Backprop
import Testing

@Suite struct EarlyStoppingTests {
  /// The epoch after which training stops, with each epoch's number as its model.
  private func stop(
    _ stopping: inout EarlyStopping<Tensor<Double>>, _ losses: [Double]
  ) -> Int? {
    for (epoch, loss) in losses.enumerated()
    where stopping.shouldStop(after: loss, of: Tensor(Double(epoch))) {
      return epoch
    }
    return nil
  }

  @Test func trainingStopsWhenThePatienceIsOverAndTheBestModelIsKept() {
    var stopping = EarlyStopping<Tensor<Double>>(patience: 3)
    #expect(stop(&stopping, [5, 4, 4.5, 3, 3, 3.5, 3.25, 1]) == 6)
    #expect(stopping.bestLoss == 3)
    #expect(stopping.bestEpoch == 3)
    #expect(stopping.bestModel == Tensor(3))
    #expect(stopping.epochs == 7)
    #expect(stopping.epochsWithoutImprovement == 3)
  }

  @Test func aLossThatStillFallsDoesNotStop() {
    var stopping = EarlyStopping<Tensor<Double>>(patience: 1)
    #expect(stop(&stopping, [5, 4, 3, 2, 1]) == nil)
    #expect(stopping.epochsWithoutImprovement == 0)
  }

  @Test func anImprovementMayHaveToBeOfSomeSize() {
    var stopping = EarlyStopping<Tensor<Double>>(patience: 2, minimumImprovement: 0.5)
    #expect(stop(&stopping, [2, 1.75, 1.5, 1]) == 2)
    #expect(stopping.bestModel == Tensor(0))
  }

  @Test func nanIsNoImprovement() {
    var stopping = EarlyStopping<Tensor<Double>>(patience: 2)
    #expect(stop(&stopping, [.nan, .nan]) == 1)
    #expect(stopping.bestModel == nil)
    var later = EarlyStopping<Tensor<Double>>(patience: 3)
    #expect(stop(&later, [.nan, 1, .nan, 2, .nan]) == 4)
    #expect(later.bestLoss == 1)
  }

  @Test func noPatienceAtAllStopsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = EarlyStopping<Tensor<Double>>(patience: 0)
    }
  }
}
