// long-training STEPS
//
// Trains a very small network for STEPS steps and sees that memory does not grow: what a step
// allocates, its tape and its gradients, must be given back by its end.
//
// Exit status: 0 memory stays flat, 1 it grows, 2 wrong usage.

import Backprop
import Foundation

guard CommandLine.arguments.count == 2, let steps = Int(CommandLine.arguments[1]), steps > 99 else {
  FileHandle.standardError.write(Data("usage: long-training STEPS, at least 100\n".utf8))
  exit(2)
}

/// The most memory that the process has had so far, in kilobytes.
func peakMemory() -> Int {
  var usage = rusage()
  getrusage(0, &usage)  // of this process; the name of 0 has another type on each system
  #if os(Linux)
    return usage.ru_maxrss
  #else
    return usage.ru_maxrss / 1024
  #endif
}

/// Takes so many steps, and tells whether after the first hundredth of them memory grew by no more
/// than the system's own bookkeeping may.
func staysFlat(_ name: String, _ step: () -> Void) -> Bool {
  let first = steps / 100
  for _ in 0..<first { step() }
  let before = peakMemory()
  for _ in first..<steps { step() }
  let growth = peakMemory() - before
  // One byte more a step would be a megabyte in a million steps.
  let isFlat = growth <= 512
  print("\(name): \(isFlat ? "passed" : "FAILED"): memory grew by \(growth) kB in \(steps) steps")
  return isFlat
}

// A straight line through two points.
let x = Tensor([0.0, 1])
let y = Tensor([1.0, 3])
let start = Tensor([0.0, 0])
let rule = Momentum<Double>(learningRate: 0.1, momentum: 0.5)

/// The error of a line.
func error(_ line: Tensor<Double>, _ x: Tensor<Double>, _ y: Tensor<Double>) -> Tensor<Double> {
  meanSquaredError(line[0] * x + line[1], y)
}

var line = start
var optimizer = rule
let eager = staysFlat("Steps on a tape") {
  let gradient = gradient(at: line) { error($0, x, y) }
  optimizer.update(&line, along: gradient)
}

var step = TrainingStep(model: start, optimizer: rule) { error($0, $1, $2) }
let replayed = staysFlat("Replayed steps") { _ = step(x, y) }

guard step.isReplayed, step.model == line, error(line, x, y).item < 1e-20 else {
  fatalError("The trainings end at \(line) and \(step.model).")
}
exit(eager && replayed ? 0 : 1)
