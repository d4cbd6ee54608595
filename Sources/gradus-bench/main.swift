// gradus-bench step Wk DIR STEPS
//
// Trains STEPS steps of the workload Wk, whose data `bench/workloads.py` wrote to DIR, and
// prints the median time of a step in microseconds and the loss as one line of JSON.

let arguments = CommandLine.arguments
guard arguments.count == 5, arguments[1] == "step", let steps = Int(arguments[4]), steps > 0 else {
  fail("usage: gradus-bench step Wk DIR STEPS", status: 2)
}
let data = WorkloadData(name: arguments[2], folder: arguments[3])

switch data.name {
case "W1": race(Perceptron.oneExample(data), of: data, steps: steps, block: 500)
case "W2": race(Perceptron.exclusiveOr(data), of: data, steps: steps, block: 250)
default: fail("gradus-bench: no workload \(data.name)", status: 2)
}
