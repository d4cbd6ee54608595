// Times training steps in WebAssembly beside plain JavaScript, both under Node.
//
//   node race.mjs MODULE DATA [ROUNDS]
//
// Of the workloads that `bench/workloads.py` wrote to DATA, those whose model is a perceptron. Both
// must arrive at the same loss; if they don't, the exit status is 1.
import { readFileSync } from "node:fs";
import { load } from "../../wasm/run.mjs";
import { Training } from "./perceptron.mjs";

const workloads = {
  W1: "2-2-1 sigmoid, Double",
  W2: "XOR, 2-3-1, Double",
  W3: "spiral, Adam",
  W4: "polynomial, momentum",
  W5: "784-128-64-10, Adam",
  W7: "20 layers of 64 sigmoids",
};

const types = { f4: Float32Array, f8: Float64Array, i4: Int32Array };

/** A workload's numbers, all as doubles, which hold each exactly. */
function read(folder, name) {
  const spec = JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"));
  const numbers = (kind, type) => {
    const { buffer } = new Uint8Array(readFileSync(`${folder}/${name}.${kind}`));
    return Float64Array.from(new types[type](buffer));
  };
  return {
    name, spec,
    x: numbers("x", spec.x.dtype),
    y: numbers("y", spec.y.dtype),
    parameters: numbers("p", spec.x.dtype),
  };
}

/** The same training in a WebAssembly module. */
class WebAssemblyTraining {
  constructor(module, { name, x, y, parameters }) {
    this.exports = load(module, (byte) => process.stderr.write(String.fromCharCode(byte)));
    const place = this.exports.numbers(x.length + y.length + parameters.length);
    const memory = new Float64Array(this.exports.memory.buffer, place);
    memory.set(x);
    memory.set(y, x.length);
    memory.set(parameters, x.length + y.length);
    this.exports.start(Number(name.slice(1)));
  }

  train(steps) { this.exports.train(steps); }

  loss() { return this.exports.loss(); }
}

/** The median time of a step in microseconds, block by block for a third of a second. */
function median(start, { steps, block }) {
  const times = [];
  for (let timed = 0; timed < 300; ) {
    const training = start();
    for (let step = 0; step === 0 || step + block <= steps; step += block) {
      const began = performance.now();
      training.train(block);
      const took = performance.now() - began;
      timed += took;
      times.push((1000 * took) / block);
    }
  }
  return middle(times);
}

const middle = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

const number = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

const [module, folder, rounds = "3"] = process.argv.slice(2);
let wrong = 0;
console.log(`One training step in microseconds, the median of ${rounds} rounds, under Node ${process.version}`);
console.log(`${"".padEnd(29)}${"WebAssembly".padStart(13)}${"JavaScript".padStart(13)}${"JavaScript / WebAssembly".padStart(27)}`);
for (const [name, title] of Object.entries(workloads)) {
  const workload = read(folder, name);
  const contestants = {
    wasm: () => new WebAssemblyTraining(module, workload),
    plain: () => new Training(workload),
  };
  const losses = Object.values(contestants).map((start) => {
    const training = start();
    training.train(workload.spec.steps);
    return training.loss();
  });
  if (!(Math.abs(losses[0] - losses[1]) <= workload.spec.tol * Math.abs(losses[1]))) {
    console.log(`${name}: WebAssembly arrives at loss ${losses[0]}, JavaScript at ${losses[1]}`);
    wrong = 1;
  }
  const times = { wasm: [], plain: [] };
  for (let round = 0; round < Number(rounds); round++) {
    for (const [which, start] of Object.entries(contestants)) {
      times[which].push(median(start, workload.spec));
    }
  }
  const [wasm, plain] = [middle(times.wasm), middle(times.plain)];
  console.log(`${`${name} ${title}`.padEnd(29)}${number(wasm).padStart(13)}${number(plain).padStart(13)}${number(plain / wasm).padStart(27)}`);
}
console.log("Budget: at least twice plain JavaScript.");
process.exit(wrong);
