// Renders formulas with KaTeX, all of them in one process.
//
//   node katex-render.js /path/to/katex.js < requests > replies
//
// A request is one line of JSON: {"tex": "x^2", "display": false}. The reply to each, in order, is
// a line "ok LENGTH" or "error LENGTH OFFSET" and then LENGTH bytes of UTF-8: the HTML with
// MathML, or what is wrong at OFFSET in the formula (in UTF-16 units, -1 where KaTeX cannot say).
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

const replies = [];
for (const line of fs.readFileSync(0, "utf8").split("\n")) {
  if (line === "") continue;
  const { tex, display } = JSON.parse(line);
  let head = "ok";
  let tail = "";
  let body;
  try {
    body = withoutStraySigns(katex.renderToString(tex, {
      displayMode: display,
      output: "htmlAndMathml",
      throwOnError: true,
      strict: "ignore",
    }));
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    head = "error";
    const position = Number.isInteger(error.position) ? error.position : -1;
    tail = " " + position;
    body = error.message
      .replace(/^KaTeX parse error: /, "")
      .replace(/ at (position \d+|end of input): [^]*$/, "");
  }
  const bytes = Buffer.from(body, "utf8");
  replies.push(Buffer.from(`${head} ${bytes.length}${tail}\n`, "utf8"), bytes);
}
process.stdout.write(Buffer.concat(replies));
