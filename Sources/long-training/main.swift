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

var line = Tensor([0.0, 0])
var optimizer = Momentum<Double>(learningRate: 0.1, momentum: 0.5)
var loss = 0.0
let eager = staysFlat("Steps on a tape") {
  let (value, gradient) = valueWithGradient(at: line) { line in
    meanSquaredError(line[0] * x + line[1], y)
  }
  optimizer.update(&line, along: gradient)
  loss = value
}
guard loss < 1e-20 else { fatalError("The training has not learned: its loss is \(loss).") }

exit(eager ? 0 : 1)
