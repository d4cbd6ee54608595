import Courseware

extension Command {
  /// `gradus html`: one file as an HTML fragment, nothing run.
  static let html = Command(
    name: "html", summary: "render one Markdown file as HTML, nothing run",
    usage: "gradus html [FILE | -] [--commonmark]",
    discussion:
      "Reads standard input if no file, or `-`, is named. --commonmark renders CommonMark alone, as its "
      + "specification has it.",
    options: [.commonmark], operands: 0...1
  ) { arguments, terminal throws(CommandFailure) in
    let path = arguments.operands.first
    do throws(CoursewareError) {
      let fragment = try MarkdownFragment(
        path: path == "-" ? nil : path, commonMarkOnly: arguments.has(.commonmark))
      terminal.write(fragment.html)
    } catch {
      throw .courseware(error)
    }
    return .success
  }
}
