import Backprop
import Testing

@Suite struct TrainingHistoryTests {
  private func epoch(_ validationLoss: Double?) -> EpochRecord<Double> {
    EpochRecord(epoch: 2, loss: 0.25, validationLoss: validationLoss, learningRate: 0.01)
  }

  @Test func anEpochIsALineOfProgressCountedFrom1() {
    #expect("\(epoch(nil))" == "epoch 3: loss 0.25, learning rate 0.01")
    #expect("\(epoch(0.5))" == "epoch 3: loss 0.25, validation loss 0.5, learning rate 0.01")
  }

  @Test func aStepIsALineOfProgressCountedFrom1() {
    let data = Dataset(inputs: Tensor([1, 2, 3]), targets: Tensor([0, 0, 0]))
    var trainer = Trainer(
      model: Tensor(0.5), optimizer: SGD(learningRate: 0), batchSize: 1,
      generator: RandomNumbers(seed: 1)
    ) { x, _, _, _ in square(x) }
    var lines: [String] = []
    trainer.train(on: data, epochs: 2) { event, _ in
      if case .step(let record) = event { lines.append("\(record)") }
      return .proceed
    }
    #expect(
      lines == [
        "epoch 1, batch 1 of 3: loss 0.25", "epoch 1, batch 2 of 3: loss 0.25",
        "epoch 1, batch 3 of 3: loss 0.25", "epoch 2, batch 1 of 3: loss 0.25",
        "epoch 2, batch 2 of 3: loss 0.25", "epoch 2, batch 3 of 3: loss 0.25",
      ])
  }

  @Test func aHistoryAndAPositionBeginEmpty() {
    #expect(TrainingHistory<Double>() == TrainingHistory(losses: [], epochs: []))
    #expect(TrainingHistory(losses: [1], epochs: [epoch(nil)]) != TrainingHistory<Double>())
    #expect(TrainingPosition() == TrainingPosition(epoch: 0, batch: 0, step: 0, examples: 0))
  }
}
