// gradus-fuzz [CASES] [SEED] [--jobs N] [--only KIND] [--out DIR]
//
// Gives the readers of Gradus mutants of the repository's own files, in processes of their own, and
// says which made one crash, take too long, or break a promise. A mutant is made from the seed and
// its number alone, so that it can be made again:
//
//   gradus-fuzz --case NUMBER SEED
//   gradus-fuzz --file PATH            an input that was kept
//
// Run from the checkout; `scripts/fuzz` builds it and does that. Exit status: 0 nothing was found,
// 1 something was, 2 wrong usage.

import FileSystem
import Glibc

/// Writes a line at once, so that it stands there whatever happens next.
func writeLine(_ line: String, to file: Int32 = 1) {
  let bytes = Array((line + "\n").utf8)
  _ = write(file, bytes, bytes.count)
}

let options: Options
do throws(Options.Mistake) {
  options = try Options(Array(CommandLine.arguments.dropFirst()))
} catch {
  writeLine("gradus-fuzz: \(error.message)", to: 2)
  exit(2)
}
let seeds: Seeds
do {
  seeds = try Seeds(root: ".")
} catch {
  writeLine("gradus-fuzz: \(error); run it from the checkout", to: 2)
  exit(2)
}
switch options.task {
case .batch(let cases):
  Batch(seeds: seeds, options: options).run(cases)
case .input(let path):
  Batch(seeds: seeds, options: options).run(path)
case .campaign:
  exit(Campaign(seeds: seeds, options: options).run() ? 0 : 1)
}
