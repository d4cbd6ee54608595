import FileSystem
import Glibc
import LessonFormat
import LessonRunner
import SiteGenerator

/// `gradus tangle`: the lesson's Swift program.
struct TangleCommand {
  let arguments: Arguments
  let terminal: Terminal

  func run() throws(CommandFailure) -> Int32 {
    let workspace = try Workspace(operands: arguments.operands, arguments)
    let imports = try workspace.imports()
    for lesson in workspace.lessons {
      terminal.write(LessonProgram.tangled(lesson, imports: imports))
    }
    return ExitStatus.success
  }
}

/// `gradus explain`: what a finding means, an example, the remedy.
struct ExplainCommand {
  let arguments: Arguments
  let terminal: Terminal

  func run() throws(CommandFailure) -> Int32 {
    guard let name = arguments.operands.first else {
      for rule in Rule.allCases {
        let sentence = rule.explanation.meaning.split(separator: ".").first ?? ""
        terminal.write("\(rule.rawValue)\n    \(sentence).\n")
      }
      return ExitStatus.success
    }
    guard let rule = Rule(rawValue: name) else {
      let nearest = Spelling.nearest(to: name, among: Rule.allCases.map(\.rawValue))
      throw CommandFailure(
        message: "`\(name)` is not a rule",
        remedy: nearest.map { "did you mean `\($0)`?" } ?? "gradus explain lists the rules",
        status: ExitStatus.wrongUsage)
    }
    let explanation = rule.explanation
    let example = explanation.example.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    \($0)\n" }.joined()
    terminal.write(
      "\(rule.rawValue)\n\n\(Help.wrapped(explanation.meaning))\n\nFor example:\n\n\(example)\n"
        + "\(Help.wrapped(explanation.remedy))\n")
    return ExitStatus.success
  }
}

/// `gradus clean`: drops the cache.
struct CleanCommand {
  let arguments: Arguments
  let terminal: Terminal

  func run() throws(CommandFailure) -> Int32 {
    let folder = Workspace.cacheFolder(for: arguments.operands.first ?? "lessons")
    Cache(folder: folder).clean()
    guard !Files.exists(folder) else {
      throw CommandFailure(
        message: "\(folder) can't be removed whole", remedy: "remove it by hand",
        status: ExitStatus.failed)
    }
    terminal.say("\(folder) is gone; results are computed again")
    return ExitStatus.success
  }
}

/// `gradus html`: one file as an HTML fragment, nothing run.
struct HTMLCommand {
  let arguments: Arguments
  let terminal: Terminal

  func run() throws(CommandFailure) -> Int32 {
    let path = arguments.operands.first
    let file = try read(path)
    let plain = arguments.has(.commonmark)
    let firstLine = plain ? 1 : FrontMatter.read(from: file).frontMatter.lineCount + 1
    let document = MarkdownParser.parse(file, firstLine: firstLine, commonMarkOnly: plain)
    terminal.write(LessonRenderer.html(of: document, style: plain ? .specification : .fragment))
    return ExitStatus.success
  }

  private func read(_ path: String?) throws(CommandFailure) -> SourceFile {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(path ?? "/dev/stdin")
    } catch {
      throw CommandFailure(error)
    }
    do throws(SourceFileError) {
      return try SourceFile.decode(bytes, path: path ?? "standard input")
    } catch {
      throw CommandFailure(
        message: "\(error.path): \(error.message)", remedy: error.remedy,
        status: ExitStatus.failed)
    }
  }
}
