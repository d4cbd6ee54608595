import LessonFormat

/// What a rule means, an example of what breaks it, and what to do.
public struct RuleExplanation: Sendable {
  /// What breaks the rule, in a few sentences.
  public let meaning: String
  /// A piece of a lesson that breaks it.
  public let example: String
  /// What to do about it.
  public let remedy: String

  /// The first sentence of the meaning. A full stop in a name, such as `course.yaml`, or in code ends
  /// none.
  public var summary: String {
    var isCode = false
    for index in meaning.indices {
      let next = meaning.index(after: index)
      if meaning[index] == "`" { isCode.toggle() }
      if !isCode, meaning[index] == ".", meaning[next...].first == " " {
        return String(meaning[..<next])
      }
    }
    return meaning
  }

  init(_ meaning: String, example: String, remedy: String) {
    self.meaning = meaning
    self.example = example
    self.remedy = remedy
  }
}

extension Rule {
  /// The explanation that `gradus explain` prints.
  public var explanation: RuleExplanation {
    switch self {
    case .valueMismatch:
      RuleExplanation(
        "A value computed by a block is not as the check behind it says. After `≈` a number holds "
          + "when it is within half a unit of the last place written; `± t` or `± p%` sets the "
          + "tolerance instead. `=` is exact. A check in a loop holds every time it is reached, and "
          + "must be reached at least once.",
        example: "sigmoid(0.2)  // ≈ 0.549     (it is 0.54983…, which is 0.550)",
        remedy: "If the code is right, `gradus accept` writes the value; if not, fix the code.")
    case .outputMismatch:
      RuleExplanation(
        "A block printed something else than the `output` fence behind it holds. Text compares "
          + "exactly but for blanks at the ends of lines; numbers compare as they are written.",
        example: "print(\"loss\", 0.25)\n```output\nloss 0.24\n```",
        remedy: "If the code is right, `gradus accept` writes what was printed.")
    case .claimMismatch:
      RuleExplanation(
        "A claim in prose, a code span with `≈` or a check comment, does not hold of what the "
          + "blocks above it computed.",
        example: "The loss is `loss ≈ 0.102`.     (it is 0.1013…)",
        remedy: "If the code is right, `gradus accept` writes the value into the claim.")
    case .checkTextMissing:
      RuleExplanation(
        "A check comment speaks of a number that does not stand in the paragraph, formula or table "
          + "before it, so that the two could drift apart.",
        example: "The slope is $-0.11$. <!-- check: delta ≈ -0.1114 -->",
        remedy: "Write the same number in the text and in the comment.")
    case .badCheck:
      RuleExplanation(
        "A comment starts with a relation, and can't be read as a check: there is no value before "
          + "it, or no value after the relation. An ordinary comment never starts with a relation. "
          + "The same rule is for a block that is too deeply nested to be read, and for a figure of "
          + "a lesson's own making that can't be checked and put into a page: it must be one "
          + "well-formed `<svg>` element of shapes and text, without scripts, style sheets and "
          + "images, that refers to its own parts only.",
        example: "for x in xs {  // ≈ about ten times",
        remedy:
          "Write a value after the relation, behind an expression or an assignment; or reword "
          + "the comment.")
    case .declaredLater:
      RuleExplanation(
        "A check, a claim or a block reads a global variable above the line that gives it its value, by "
          + "its name or through a function that uses it. Swift compiles that, and the variable would be "
          + "zero, or nothing at all; so the value is not read, and nothing is written for it. "
          + "Functions and types may be declared later. Where the code does not tell, the lesson runs again "
          + "with other bytes in such variables, and whatever then comes out differently is reported.",
        example: "func price(_ count: Double) -> Double { count * fee }\nprice(3)  // = 0\n"
          + "let fee = 2.5",
        remedy: "Move the line below the one that gives the value, or that one up.")
    case .doesNotCompile:
      RuleExplanation(
        "The compiler rejects the lesson's program, or the program uses a symbol that nothing defines. "
          + "Blocks run from top to bottom as one program, "
          + "so that nothing of it can run, and every check of the lesson counts as failed.",
        example: "let rate: Int = 0.1",
        remedy: "Fix the line; or mark the block `fails` if its point is that it does not compile."
      )
    case .unexpectedlyCompiles:
      RuleExplanation(
        "A block marked `fails` compiles.",
        example: "```swift fails\nlet rate: Double = 0.1\n```",
        remedy: "Drop the word, or put back the mistake that the block shows.")
    case .diagnosticMismatch:
      RuleExplanation(
        "The compiler, or the program that trapped, does not say what the `diagnostic` fence holds. "
          + "Each of its lines must be a part of what is said.",
        example: "```diagnostic\ncannot convert\n```     (the message says something else)",
        remedy: "Write what is said, or a part of it that will last.")
    case .trapped:
      RuleExplanation(
        "The program stopped with a fault, such as an index out of range or a failed precondition, "
          + "or ended before its last line. What came before counts; what comes after was not "
          + "reached.",
        example: "let last = [1.0, 2.0][2]",
        remedy: "Fix the line; or mark the block `traps` if its point is that it traps.")
    case .didNotTrap:
      RuleExplanation(
        "A block marked `traps` ran to its end.",
        example: "```swift traps\nlet first = [1.0, 2.0][0]\n```",
        remedy: "Drop the word, or put back what makes the block trap.")
    case .timedOut:
      RuleExplanation(
        "The lesson ran past its limit of time, `limits: seconds` in course.yaml.",
        example: "while true {}",
        remedy: "Look for a loop that never ends, or make the work smaller.")
    case .outOfMemory:
      RuleExplanation(
        "The lesson asked for more memory than `limits: memory` in course.yaml allows.",
        example: "var all: [Double] = []; while true { all += all + [1] }",
        remedy: "Look for data that only grows, or make the work smaller.")
    case .tooMuchOutput:
      RuleExplanation(
        "The lesson wrote more than `limits: output` in course.yaml allows.",
        example: "while true { print(\"loss\") }",
        remedy: "Print less: every hundredth step, or a table.")
    case .nondeterministic:
      RuleExplanation(
        "A value, output, figure or table came out differently in two runs of the lesson, each in a "
          + "process of its own. Lessons are run twice with --twice.",
        example: "Double.random(in: 0...1)",
        remedy: "Draw from a generator with a seed; sort what a set or dictionary holds before you "
          + "print, compare or sum it; leave out times and addresses; combine what threads bring in "
          + "a fixed order.")
    case .starterPasses:
      RuleExplanation(
        "An exercise's starter already passes its checks, so that there is nothing to do. A starter "
          + "fails when it does not compile, traps, runs out of time, or a check does not hold or is "
          + "not reached.",
        example: "```swift exercise=\"double\"\nfunc double(_ x: Double) -> Double { 2 * x }\n```\n"
          + "```swift check=\"double\"\ndouble(3)  // = 6\n```",
        remedy: "Take the answer out of the starter, or make the checks ask for more.")
    case .solutionFails:
      RuleExplanation(
        "An exercise's solution does not compile, does not come to its end, or does not pass a "
          + "check. It runs from the state of the lesson at the starter's place, together with the "
          + "block of checks, and may take a quarter of the time that the lesson has left.",
        example: "```swift solution=\"double\"\nfunc double(_ x: Double) -> Double { 3 * x }\n```\n"
          + "```swift check=\"double\"\ndouble(3)  // = 6     (it is 9.0)\n```",
        remedy: "Fix the solution or its checks; if the solution is right, `gradus accept` writes "
          + "what it computes.")
    case .quizInvalid:
      RuleExplanation(
        "A quiz or a prediction can't be asked, or a flash card can't be learned from. A quiz needs a question, and "
          + "then two or more different options as a task list, at least one of them right, each with "
          + "its explanation after ` — `; or, for a number, one claim as its end. A prediction may leave "
          + "explanations and answer out. A card needs a topic "
          + "and a difficulty, a question, a rule and an answer.",
        example: "> [!QUIZ]\n> Does momentum help?\n> - [ ] Yes\n> - [ ] No",
        remedy: "Tick the right options with `[x]`, and explain each: `- [x] Often — since …`.")
    case .missingAlt:
      RuleExplanation(
        "An image has no alternative text for readers who can't see it.",
        example: "![](figure:ravine)",
        remedy: "Say between the brackets what the picture shows.")
    case .deadLink:
      RuleExplanation(
        "A link leads to a lesson, file or figure that does not exist.",
        example: "[momentum](momentun.md)",
        remedy: "Fix the link; the nearest name is given.")
    case .deadAnchor:
      RuleExplanation(
        "A link leads to a heading that the lesson does not have.",
        example: "[the ravine](momentum.md#the-ravin)",
        remedy: "Fix the anchor; the nearest one is given.")
    case .unknownSymbol:
      RuleExplanation(
        "A name in double backticks is not a public symbol of the library, or could be several of its "
          + "symbols.",
        example: "``Momentun``, ``update(_:along:)``",
        remedy: "Fix the name, or say which one is meant, as in ``Momentum.update(_:along:)``; "
          + "the nearest ones are given. Set code that names no symbol in single backticks.")
    case .unknownPrerequisite:
      RuleExplanation(
        "The front matter names a prerequisite that is not a lesson of the course.",
        example: "prerequisites: [chain-rul]",
        remedy: "Fix the name; the nearest one is given.")
    case .duplicateID:
      RuleExplanation(
        "Two things that need names of their own have the same one: lessons in course.yaml, "
          + "figures in a lesson, an exercise's starters or blocks of checks, `live` blocks, cards, rows of "
          + "the coverage table, or a lesson and one that was called so before.",
        example: "lessons: [momentum, momentum]",
        remedy: "Rename one, or drop it.")
    case .badFrontMatter:
      RuleExplanation(
        "The front matter or course.yaml can't be read, or says something that it can't.",
        example: "---\ntitle: [unclosed\n---",
        remedy: "Fix the line that is named.")
    case .badInfoString:
      RuleExplanation(
        "The words after the opening of a fence are not known or stand in the wrong place, the "
          + "fence is never closed, or an exercise lacks its starter, its checks or a solution.",
        example: "```swift hiden",
        remedy: "Fix the word; the nearest one is given.")
    case .badFormula:
      RuleExplanation(
        "A formula can't be typeset: KaTeX does not know one of its commands, it is not well formed, or "
          + "it takes more than a formula may: 20,000 characters, 1,000 expansions of macros, two seconds "
          + "(less behind several that took as long), 1 MB of HTML, or it moves things back by more than "
          + "50em.",
        example: "$\\frac{1}{2$",
        remedy: "Fix the formula, or divide it; KaTeX's list of functions is at "
          + "katex.org/docs/supported.")
    case .badFile:
      RuleExplanation(
        "A file is not what the course needs it for: a lesson's file is a link that leads out of the "
          + "course's folder, or the file that `coverage` names in course.yaml holds no table with ids "
          + "in its first column.",
        example: "ln -s ~/notes/momentum.md lessons/momentum.md",
        remedy: "Put the file itself there. A file that is named on the command line is followed "
          + "wherever it leads.")
    case .uncovered:
      RuleExplanation(
        "No lesson covers a row of the table that `coverage` names in course.yaml. Its first column "
          + "holds the ids that lessons list under `covers` in their front matter.",
        example: "| R017 | the step size that diverges |",
        remedy: "Teach it, and add `R017` to the `covers` of the lesson that does.")
    case .unknownCoverage:
      RuleExplanation(
        "A lesson says that it covers something that the coverage table does not have.",
        example: "covers: [R0017]",
        remedy: "Fix the id; the nearest one is given. Or add the row to the table.")
    case .unverifiedNumber:
      RuleExplanation(
        "Nothing backs a decimal number that a reader sees: no check, claim or verified output has it, "
          + "it is not a numeric literal in code that ran, and the front matter does not list it under "
          + "`given`. Sign, grouping and unit belong to it; digits in strings and comments back nothing.",
        example: "The loss falls to 0.02.",
        remedy:
          "Turn it into a claim, add a check comment, build the text of a figure from the value, "
          + "or list it under `given`.")
    }
  }
}
