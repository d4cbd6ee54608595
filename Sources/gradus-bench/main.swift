// gradus-bench step Wk DIR STEPS [--backend deterministic|accelerated]
//
// gradus-bench figures POINTS
//
// The first trains STEPS steps of the workload Wk, whose data `bench/workloads.py` wrote to DIR, and
// prints the median time of a step in microseconds and the loss as one line of JSON. The second draws
// figures of so many points, and prints the time and size of each.

import Backprop
import Foundation

var arguments = Array(CommandLine.arguments.dropFirst())
var backend = Backend.deterministic
if let option = arguments.firstIndex(of: "--backend"), option + 1 < arguments.count {
  switch arguments[option + 1] {
  case "deterministic": backend = .deterministic
  case "accelerated": backend = .accelerated
  default:
    fail("gradus-bench: a backend is deterministic or accelerated", status: 2)
  }
  arguments.removeSubrange(option...(option + 1))
}
if arguments.count == 2, arguments[0] == "figures", let points = Int(arguments[1]), points > 0 {
  raceDrawings(points: points)
  exit(0)
}
guard arguments.count == 4, arguments[0] == "step", let steps = Int(arguments[3]), steps > 0 else {
  fail(
    "usage: gradus-bench step Wk DIR STEPS [--backend deterministic|accelerated]\n"
      + "       gradus-bench figures POINTS", status: 2)
}
WorkloadData(name: arguments[1], folder: arguments[2]).race(steps: steps, on: backend)
