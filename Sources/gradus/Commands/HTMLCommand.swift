import FileSystem
import LessonFormat
import SiteGenerator

extension Command {
  /// `gradus html`: one file as an HTML fragment, nothing run.
  static let html = Command(
    name: "html", summary: "render one Markdown file as HTML, nothing run",
    usage: "gradus html [FILE] [--commonmark]",
    discussion:
      "Reads standard input if no file is named. --commonmark renders CommonMark alone, as its "
      + "specification has it.",
    options: [.commonmark], operands: 0...1
  ) { arguments, terminal throws(CommandFailure) in
    let file = try read(arguments.operands.first)
    let plain = arguments.has(.commonmark)
    let firstLine = plain ? 1 : FrontMatter.read(from: file).frontMatter.lineCount + 1
    let document = MarkdownParser.parse(file, firstLine: firstLine, commonMarkOnly: plain)
    terminal.write(LessonRenderer.html(of: document, style: plain ? .specification : .fragment))
    return .success
  }

  private static func read(_ path: String?) throws(CommandFailure) -> SourceFile {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(path ?? "/dev/stdin")
    } catch {
      throw .file(error)
    }
    do throws(SourceFileError) {
      return try SourceFile.decode(bytes, path: path ?? "standard input")
    } catch {
      throw .source(error)
    }
  }
}
