import Backprop
import Foundation

/// A training of one workload: a model, a loss and an optimizer, as a user would write them.
protocol Contestant {
  /// Trains so many steps on from where it is.
  mutating func train(steps: Int)

  /// The loss of the parameters as they are.
  var loss: Double { get }
}

/// A training whose steps are replayed.
struct Training<M: Model, O: Optimizer>: Contestant where O.Number == M.Number {
  private var step: TrainingStep<M, O>
  private let inputs: Tensor<M.Number>
  private let targets: Tensor<M.Number>
  private let objective: TrainingStep<M, O>.Loss

  init(
    _ model: M, _ optimizer: O, _ backend: Backend, _ inputs: Tensor<M.Number>,
    _ targets: Tensor<M.Number>, loss: @escaping TrainingStep<M, O>.Loss
  ) {
    step = TrainingStep(
      model: model, optimizer: optimizer, pass: Pass(.training), backend: backend, loss: loss)
    self.inputs = inputs
    self.targets = targets
    objective = loss
  }

  mutating func train(steps: Int) {
    _ = step.run(inputs, targets, times: steps)
  }

  var loss: Double {
    var pass = Pass<M.Number>(.training)
    return Double(objective(step.model, inputs, targets, &pass).item)
  }
}

/// Trains `steps` steps once for the loss, then again and again from the same start, timed in
/// blocks of `block` steps, until BENCH_MIN_TIME seconds are timed; prints the median. With BENCH_LATE
/// set, it trains once, and prints the median over the last tenth of the steps.
func race(_ start: some Contestant, of data: WorkloadData, steps: Int) {
  let environment = ProcessInfo.processInfo.environment
  let clock = ContinuousClock()
  var contestant = start
  var blocks: [Duration] = []
  func report(loss: Double) {
    let median = blocks.sorted()[blocks.count / 2] / .microseconds(data.block)
    print(
      #"{"workload":"\#(data.name)","steps":\#(steps),"us_per_step_median":\#(median),"loss":\#(loss)}"#
    )
  }
  if environment["BENCH_LATE"] != nil {
    let count = max(1, steps / 10 / data.block)
    contestant.train(steps: steps - count * data.block)
    for _ in 0..<count { blocks.append(clock.measure { contestant.train(steps: data.block) }) }
    return report(loss: contestant.loss)
  }
  contestant.train(steps: steps)
  let loss = contestant.loss

  let least = environment["BENCH_MIN_TIME"].flatMap(Double.init) ?? 1
  var timed = Duration.zero
  while timed < .seconds(least) {
    contestant = start
    for _ in 0..<max(1, steps / data.block) {
      let took = clock.measure { contestant.train(steps: data.block) }
      blocks.append(took)
      timed += took
    }
  }
  report(loss: loss)
}
