import Backprop
import Testing

@Suite struct TrainerMismatchTests {
  @Test(arguments: [
    (
      TrainerMismatch.model(.unknown(name: "bias")),
      "The model has no bias, or it is given twice."
    ),
    (
      .optimizer(trainer: "SGD", kept: "Adam"),
      "The trainer's optimizer is SGD, and what was kept had Adam."
    ),
    (
      .optimizerSetting("momentum", trainer: 0.9, kept: 0.5),
      "The optimizer's momentum is 0.9, and what was kept had 0.5."
    ),
    (
      .optimizerSetting("decay", trainer: nil, kept: 1),
      "The optimizer's decay is none, and what was kept had 1.0."
    ),
    (.missingOptimizerState("velocity"), "The optimizer's velocity is missing."),
    (.unknownOptimizerState("velocity"), "The optimizer has no velocity."),
    (
      .optimizerShapes("velocity"),
      "The optimizer's velocity is that of a model with other shapes."
    ),
    (
      .batchSize(trainer: 5, kept: 4),
      "The epoch that was interrupted had batches of 4, the trainer's are of 5."
    ),
    (.missingEarlyStopping, "The trainer stops early, and what was kept did not."),
    (.unknownEarlyStopping, "The trainer does not stop early, and what was kept did."),
  ])
  func eachIsASentence(mismatch: TrainerMismatch, sentence: String) {
    #expect("\(mismatch)" == sentence)
  }

  @Test func aSettingIsAsShortAsItIsInThePrecisionThatItHas() {
    let mismatch = TrainerMismatch.optimizerSetting(
      "momentum", trainer: 0.9, kept: Double(Float(0.1)))
    #expect("\(mismatch)" == "The optimizer's momentum is 0.9, and what was kept had 0.1.")
  }
}
