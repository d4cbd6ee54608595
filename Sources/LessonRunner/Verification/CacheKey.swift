import FileSystem
import LessonFormat

/// What a lesson's result depends on: its code, the library, the toolchain, the files that it
/// may read and the limits. Neither its prose nor what its checks expect.
struct CacheKey {
  private let common: [String]

  init(toolchain: String, settings: Verification.Settings) {
    common = [
      toolchain, settings.imports.joined(separator: " "), String(settings.seconds),
      String(settings.memory), String(settings.output), Self.dataDigest(settings.folder + "/data"),
    ]
  }

  func digest(_ lesson: Lesson) -> String {
    var digest = Digest()
    for part in common { digest.add(part) }
    digest.add(lesson.id)
    for block in lesson.blocks {
      digest.add(String(describing: block.execution))
      digest.add(Self.codeWithoutChecks(block))
      for check in block.checks { digest.add(String(describing: check.subject)) }
      digest.add(String(describing: block.shownExpression))
    }
    for claim in lesson.claims {
      digest.add(claim.expression)
      digest.add(claim.afterBlock ?? -1)
    }
    return digest.finish()
  }

  /// The code with blanks in place of its check comments, so that places stay where they are.
  private static func codeWithoutChecks(_ block: CodeBlock) -> [UInt8] {
    var code = Array(block.code.utf8)
    var end = code.count
    for span in block.checks.flatMap(\.comments).sorted(by: { $0.start > $1.start }) {
      code.removeSubrange(span.start..<min(span.end, end))
      end = span.start
    }
    return code
  }

  private static func dataDigest(_ folder: String) -> String {
    var digest = Digest()
    func add(_ path: String, _ depth: Int) {
      for name in Files.list(path) {
        digest.add(name)
        // A lesson sees what a link points to only if that is listed here too.
        if let target = Files.target(ofLink: "\(path)/\(name)") {
          digest.add(target)
        } else if Files.isFolder("\(path)/\(name)") {
          if depth < 16 { add("\(path)/\(name)", depth + 1) }
        } else if Files.isPlainFile("\(path)/\(name)", within: folder) {
          digest.add(Digest.ofFile("\(path)/\(name)"))
        }
      }
    }
    add(folder, 0)
    return digest.finish()
  }
}

extension Digest {
  mutating func add(_ number: Int) { add(String(number)) }
}
