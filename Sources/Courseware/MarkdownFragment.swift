import FileSystem
import LessonFormat
import SiteGenerator

/// One Markdown file as HTML, of which nothing is run.
public struct MarkdownFragment: Sendable {
  /// The HTML of the text, without the page around it.
  public let html: String

  /// Reads and renders a file.
  ///
  /// - Parameters:
  ///   - path: the file; nil for standard input.
  ///   - commonMarkOnly: whether it is read as CommonMark alone, and written as its specification
  ///     has it.
  public init(path: String?, commonMarkOnly: Bool = false) throws(CoursewareError) {
    let file = try Self.read(path)
    let firstLine = commonMarkOnly ? 1 : FrontMatter.read(from: file).frontMatter.lineCount + 1
    var document = MarkdownParser.parse(file, firstLine: firstLine, commonMarkOnly: commonMarkOnly)
    if !commonMarkOnly, !Self.allowsHTML(path) {
      document = HarmlessHTML.applied(to: document)
    }
    html = LessonRenderer.html(of: document, style: commonMarkOnly ? .specification : .fragment)
  }

  /// Whether the file is of a course that lets raw HTML through.
  private static func allowsHTML(_ path: String?) -> Bool {
    guard let path else { return false }
    return (try? Course.load(Files.folder(of: path)))?.allowsHTML ?? false
  }

  private static func read(_ path: String?) throws(CoursewareError) -> SourceFile {
    do throws(SourceFileError) {
      if let path { return try SourceFile.read(path) }
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try Files.read("/dev/stdin")
      } catch {
        throw .unreadable(path: "standard input", reason: error.reason)
      }
      return try SourceFile.decode(bytes, path: "standard input")
    } catch {
      throw .source(error)
    }
  }
}
