// Renders formulas with KaTeX, all of them in one process.
//
//   node katex-render.js /path/to/katex.js COUNT < requests > replies
//
// A request is one line of JSON: {"tex": "x^2", "display": false}. The reply to each, in order, is a
// line "ok LENGTH LENGTH" and then as many bytes of UTF-8, the MathML and the HTML that is seen; or a
// line "error LENGTH OFFSET" and then what is wrong at OFFSET in the formula (in UTF-16 units, -1
// where KaTeX cannot say). COUNT formulas at a time are watched for how long they take, and answered
// together; those of which one took too long, again one by one.
"use strict";

const fs = require("fs");
const vm = require("vm");
const katex = require(process.argv[2]);
const together = Number(process.argv[3]);

// The most that a formula may take. Formulas come from strangers, and TeX is a programming language.
const most = {
  source: 20000, // characters
  html: 1000000, // characters
  length: 50, // em
  expansions: 1000,
  time: 2000, // milliseconds
  timeAfterwards: 200, // the same when some formulas took too long
  slow: 5, // as many
};

// A formula that can't be typeset.
class Mistake extends Error {}

// Elements of which each child has a place of its own.
const placed = new Set([
  "msub", "msup", "msubsup", "munder", "mover", "munderover", "mfrac", "mroot",
]);

// KaTeX 0.16 puts the invisible sign of a function's application behind `\\min` even in `x_{\\min}`,
// where it would be a child too many.
function withoutStraySigns(html) {
  const open = [];
  return html.replace(/<mo>\u2061<\/mo>|<(\/?)([a-z]+)[^>]*?(\/?)>/g, (tag, closing, name, empty) => {
    if (name === undefined) return placed.has(open[open.length - 1]) ? "" : tag;
    if (closing) open.pop();
    else if (!empty) open.push(name);
    return tag;
  });
}

// Units of length in em, about.
const units = {
  em: 1, ex: 0.43, mu: 1 / 18, mm: 0.285, cm: 2.85, in: 7.23, bp: 0.1, pc: 1.2, dd: 0.107, cc: 1.28,
  nd: 0.107, nc: 1.28,
};

// How far back a formula moves things, in em, all of it together: KaTeX limits no negative lengths.
function reach(node) {
  if (node === null || typeof node !== "object") return 0;
  if (typeof node.number === "number" && typeof node.unit === "string") {
    return Math.max(0, -node.number * (units[node.unit] ?? 0.1));
  }
  return Object.values(node).reduce((sum, part) => sum + reach(part), 0);
}

// The same of what came of it, where places below the line count as well.
function reachSeen(html) {
  let sum = 0;
  for (const [, length] of html.matchAll(/-([\d.]+(?:e\+?\d+)?)em/g)) sum += Number(length);
  return sum;
}

// Characters that steer what shows them rather than being seen, as in ControlCharacters.swift.
const controls =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u2028-\u202e\u2066-\u2069]/g;

// The two parts of what KaTeX makes of a formula, each without the element around it.
function render(tex, display) {
  if (tex.length > most.source) {
    throw new Mistake(`it is longer than ${most.source} characters`);
  }
  const settings = {
    displayMode: display,
    output: "htmlAndMathml",
    throwOnError: true,
    strict: "ignore",
    trust: false,
    maxExpand: most.expansions,
    maxSize: most.length,
  };
  const html = katex.renderToString(tex, settings).replace(controls, "\u2426");
  if (html.length > most.html) throw new Mistake("it becomes too large for a page");
  if (reachSeen(html) > most.length && reach(katex.__parse(tex, settings)) > most.length) {
    throw new Mistake(`it moves things back by more than ${most.length}em`);
  }
  const [open, close] = display
    ? ['<span class="katex-display"><span class="katex">', "</span></span>"]
    : ['<span class="katex">', "</span>"];
  const first = open + '<span class="katex-mathml">';
  const between = '</span><span class="katex-html" aria-hidden="true">';
  const last = "</span>" + close;
  const middle = html.indexOf(between);
  if (!html.startsWith(first) || middle < 0 || !html.endsWith(last)) {
    throw new Error("this version of KaTeX arranges a formula in another way");
  }
  const mathML = html.slice(first.length, middle);
  const visible = html.slice(middle + between.length, -last.length);
  return [withoutStraySigns(mathML), visible];
}

const requests = fs.readFileSync(0, "utf8").split("\n").filter((line) => line !== "");
const replies = [];
let written = 0;

function mistake(text, position = -1) {
  const message = Buffer.from(text, "utf8");
  return Buffer.concat([Buffer.from(`error ${message.length} ${position}\n`, "utf8"), message]);
}

function reply(request) {
  const { tex, display } = JSON.parse(request);
  try {
    const parts = render(tex, display).map((part) => Buffer.from(part, "utf8"));
    return Buffer.concat([Buffer.from(`ok ${parts[0].length} ${parts[1].length}\n`, "utf8"), ...parts]);
  } catch (error) {
    if (error instanceof Mistake) return mistake(error.message);
    if (error instanceof RangeError) return mistake("it is nested too deeply, or grows too large");
    if (!(error instanceof katex.ParseError)) throw error;
    return mistake(
      error.message
        .replace(/^KaTeX parse error: /, "")
        .replace(/ at (position \d+|end of input): [^]*$/, ""),
      Number.isInteger(error.position) ? error.position : -1);
  }
}

globalThis.replyUpTo = (end) => {
  while (replies.length < end) replies.push(reply(requests[replies.length]));
};

function repliesInTime(end, time) {
  try {
    vm.runInThisContext(`replyUpTo(${end})`, { timeout: time });
  } catch (error) {
    if (error.code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    return false;
  }
  return true;
}

function writeReplies() {
  let bytes = Buffer.concat(replies.slice(written));
  written = replies.length;
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(fs.writeSync(1, bytes));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

let time = most.time;
let slow = 0;
while (replies.length < requests.length) {
  const end = Math.min(replies.length + together, requests.length);
  if (!repliesInTime(end, time)) {
    while (replies.length < end) {
      if (repliesInTime(replies.length + 1, time)) continue;
      replies.push(mistake("it takes longer than a formula may"));
      if (++slow >= most.slow) time = most.timeAfterwards;
    }
  }
  writeReplies();
}
