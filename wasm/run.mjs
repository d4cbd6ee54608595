// Runs an exported function of a WebAssembly module that `wasm/build` made, under Node; what it
// prints goes to standard output.
//
//   node wasm/run.mjs MODULE FUNCTION
import { readFileSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The exports of a module; `print` takes each byte that it prints. */
export function load(path, print) {
  const module = new WebAssembly.Module(readFileSync(path));
  return new WebAssembly.Instance(module, { page: { put: print } }).exports;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [path, name] = process.argv.slice(2);
  const bytes = [];
  try {
    load(path, (byte) => bytes.push(byte))[name]();
  } finally {
    writeSync(1, Uint8Array.from(bytes));
  }
}
