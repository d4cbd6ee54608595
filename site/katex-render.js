// Renders formulas with KaTeX, all of them in one process.
//
//   node katex-render.js /path/to/katex.js < requests > replies
//
// A request is one line of JSON: {"tex": "x^2", "display": false}. The reply to each, in order, is a
// line "ok LENGTH LENGTH" and then as many bytes of UTF-8, the MathML and the HTML that is seen; or a
// line "error LENGTH OFFSET" and then what is wrong at OFFSET in the formula (in UTF-16 units, -1
// where KaTeX cannot say).
"use strict";

const fs = require("fs");
const katex = require(process.argv[2]);

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

// The two parts of what KaTeX makes of a formula, each without the element around it.
function render(tex, display) {
  const html = katex.renderToString(tex, {
    displayMode: display,
    output: "htmlAndMathml",
    throwOnError: true,
    strict: "ignore",
  });
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

const replies = [];
for (const line of fs.readFileSync(0, "utf8").split("\n")) {
  if (line === "") continue;
  const { tex, display } = JSON.parse(line);
  try {
    const parts = render(tex, display).map((part) => Buffer.from(part, "utf8"));
    replies.push(Buffer.from(`ok ${parts[0].length} ${parts[1].length}\n`, "utf8"), ...parts);
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    const position = Number.isInteger(error.position) ? error.position : -1;
    const message = Buffer.from(
      error.message
        .replace(/^KaTeX parse error: /, "")
        .replace(/ at (position \d+|end of input): [^]*$/, ""), "utf8");
    replies.push(Buffer.from(`error ${message.length} ${position}\n`, "utf8"), message);
  }
}
process.stdout.write(Buffer.concat(replies));
