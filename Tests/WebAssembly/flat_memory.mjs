// Runs all trainings of a WebAssembly module again and again, and sees that its memory, which can
// only grow, does not: what a training has given back serves the next one.
//
//   node flat_memory.mjs MODULE
import { load } from "../../wasm/run.mjs";

const { trace, memory } = load(process.argv[2], () => {});
trace();
const before = memory.buffer.byteLength;
for (let time = 0; time < 5; time++) trace();
const growth = memory.buffer.byteLength - before;
if (growth > 0) {
  console.log(`WebAssembly: failed: memory of ${before} bytes grew by ${growth} in five runs.`);
  process.exit(1);
}
