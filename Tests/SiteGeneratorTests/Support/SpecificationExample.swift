import Foundation
import LessonFormat
import SiteGenerator

/// An example of the CommonMark specification.
struct SpecificationExample: Decodable {
  var example: Int
  var section: String
  var markdown: String
  var html: String

  /// The 652 examples of version 0.31.2; Fixtures/README.md says where they come from.
  static let commonMark: [SpecificationExample] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/commonmark-0.31.2.json")
    do {
      return try JSONDecoder().decode([SpecificationExample].self, from: Data(contentsOf: file))
    } catch {
      fatalError("\(file.path): \(error)")
    }
  }()
}

/// The HTML of a text by the parser and the renderer.
func html(
  _ markdown: String, commonMarkOnly: Bool = false, style: LessonRenderer.Style = .specification
) -> String {
  let file = SourceFile(path: "example.md", text: markdown)
  return LessonRenderer.html(
    of: MarkdownParser.parse(file, commonMarkOnly: commonMarkOnly), style: style)
}
