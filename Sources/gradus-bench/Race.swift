import Foundation

/// Something that trains.
protocol Contestant {
  /// Trains so many steps on from where it is.
  mutating func train(steps: Int)

  /// The loss of the parameters as they are.
  var loss: Double { get }
}

/// Trains `steps` steps once for the loss, then again and again from the same start, timed in
/// blocks of `block` steps, until BENCH_MIN_TIME seconds are timed; prints the median.
func race(_ start: some Contestant, of data: WorkloadData, steps: Int, block: Int) {
  var contestant = start
  contestant.train(steps: steps)
  let loss = contestant.loss

  let least = ProcessInfo.processInfo.environment["BENCH_MIN_TIME"].flatMap(Double.init) ?? 1
  let clock = ContinuousClock()
  var blocks: [Duration] = []
  var timed = Duration.zero
  while timed < .seconds(least) {
    contestant = start
    for _ in 0..<max(1, steps / block) {
      let took = clock.measure { contestant.train(steps: block) }
      blocks.append(took)
      timed += took
    }
  }
  let median = blocks.sorted()[blocks.count / 2] / .microseconds(block)
  print(
    #"{"workload":"\#(data.name)","steps":\#(steps),"us_per_step_median":\#(median),"loss":\#(loss)}"#
  )
}
