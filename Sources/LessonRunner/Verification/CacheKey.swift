import FileSystem
import LessonFormat

/// What a lesson's result depends on: its code, the library, the toolchain, the files that it
/// may read, the limits and how it is isolated. Neither its prose nor what its checks expect.
struct CacheKey {
  private let common: [String]

  init(toolchain: String, settings: Verification.Settings) {
    common = [
      toolchain, settings.imports.joined(separator: " "), String(settings.seconds),
      String(settings.memory), String(settings.output), settings.isolation?.rawValue ?? "",
      String(settings.trusts), Sandbox.data(of: settings.folder).map(Self.dataDigest) ?? "",
    ]
  }

  func digest(_ lesson: Lesson) -> String {
    var digest = Digest()
    for part in common { digest.add(part) }
    digest.add(lesson.id)
    for block in lesson.blocks {
      digest.add(String(describing: block.execution))
      let code = CodeWithoutChecks(block)
      digest.add(code.bytes)
      for check in block.checks {
        digest.add(String(describing: code.place(check.subject)))
        if check.recordsEachValue { digest.add("each value") }
      }
      digest.add(String(describing: block.shownExpression.map(code.place)))
    }
    for claim in lesson.claims {
      digest.add(claim.expression)
      digest.add(claim.afterBlock ?? -1)
    }
    return digest.finish()
  }

  private static func dataDigest(_ folder: String) -> String {
    var digest = Digest()
    func add(_ path: String) {
      for name in Files.list(path) {
        digest.add(String("\(path)/\(name)".dropFirst(folder.count)))
        // A lesson sees what a link points to only if that is listed here too.
        if let target = Files.target(ofLink: "\(path)/\(name)") {
          digest.add(target)
        } else if Files.isFolder("\(path)/\(name)") {
          add("\(path)/\(name)")
        } else if Files.isPlainFile("\(path)/\(name)", within: folder) {
          digest.add(Digest.ofFile("\(path)/\(name)"))
        }
      }
    }
    add(folder)
    return digest.finish()
  }
}

/// A block's code without its check comments, and the places in it: a comment that gets longer moves
/// nothing that runs.
private struct CodeWithoutChecks {
  let bytes: [UInt8]
  /// The comments that were taken out, in order, each with the length of those before it.
  private let comments: [(range: Range<Int>, before: Int)]

  init(_ block: CodeBlock) {
    let code = Array(block.code.utf8)
    var bytes: [UInt8] = []
    var comments: [(range: Range<Int>, before: Int)] = []
    var end = 0
    for span in block.checks.flatMap(\.comments).sorted(by: { $0.start < $1.start }) {
      bytes += code[end..<span.start]
      comments.append((span.start..<min(span.end, code.count), span.start - bytes.count))
      end = min(span.end, code.count)
    }
    self.bytes = bytes + code[end...]
    self.comments = comments
  }

  private func place(_ offset: Int) -> Int {
    let next = comments.firstIndexOfSorted { $0.range.lowerBound >= offset }
    guard next > 0 else { return offset }
    let (range, before) = comments[next - 1]
    return offset - before - (min(range.upperBound, offset) - range.lowerBound)
  }

  func place(_ span: CodeSpan) -> CodeSpan {
    CodeSpan(start: place(span.start), end: place(span.end))
  }

  func place(_ subject: Check.Subject) -> Check.Subject {
    switch subject {
    case .expression(let span): .expression(place(span))
    case .variable(let name, let end): .variable(name, after: place(end))
    }
  }
}

extension Digest {
  mutating func add(_ number: Int) { add(String(number)) }
}
