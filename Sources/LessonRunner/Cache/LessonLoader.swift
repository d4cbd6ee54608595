import FileSystem
import LessonFormat

/// Reads lessons, and keeps what parsing their code brought.
public struct LessonLoader: Sendable {
  private let cache: Cache
  private let lessons: [String]?
  private let allowsHTML: Bool

  /// - Parameters:
  ///   - lessons: the stems of the course's lessons; nil for lessons that stand alone.
  ///   - allowsHTML: whether all raw HTML comes to pages, rather than what is harmless.
  public init(cache: Cache, lessons: [String]?, allowsHTML: Bool = false) {
    self.cache = cache
    self.lessons = lessons
    self.allowsHTML = allowsHTML
  }

  /// Where the syntax of a lesson's blocks is kept.
  package static func key(of path: String) -> String {
    Digest.of(["syntax 8", Files.resolved(path)])
  }

  /// Reads the lesson in a file.
  ///
  /// - Throws: Where the file can't be read or is not text. Mistakes in the text are findings of the
  ///   lesson.
  public func load(_ path: String, id: String) throws(SourceFileError) -> Lesson {
    let file = try SourceFile.read(path)
    let key = Self.key(of: path)
    var syntax = KnownSyntax(known(key))
    let lesson = LessonReader.read(
      file, id: id, lessons: lessons, allowsHTML: allowsHTML, syntax: &syntax)
    // A cache that can't be written only costs time, and the run that follows says so.
    if syntax.isChanged { try? cache.write(.syntax, key, encoded(syntax.used)) }
    return lesson
  }

  private func encoded(_ blocks: [String: BlockSyntax]) -> [UInt8] {
    var writer = FieldWriter()
    writer.write(blocks) { writer, code, syntax in
      writer.write(code)
      writer.write(syntax)
    }
    return writer.bytes
  }

  private func known(_ key: String) -> [String: BlockSyntax] {
    guard let bytes = cache.read(.syntax, key) else { return [:] }
    var reader = FieldReader(bytes)
    let blocks = try? reader.dictionary { reader throws(FieldReader.Malformed) in
      let code = try reader.text()
      reader.codeLength = code.utf8.count
      return (code, try reader.syntax())
    }
    return blocks ?? [:]
  }
}

extension FieldWriter {
  fileprivate mutating func write(_ syntax: BlockSyntax) {
    write(syntax.comments) { writer, comment in
      writer.write(comment.span)
      writer.write(comment.text)
      writer.write(comment.isBlock)
      writer.write(comment.isTrailing)
      writer.write(comment.statement != nil)
      if let statement = comment.statement {
        writer.write(statement.source)
        writer.write(statement.subject)
      }
    }
    write(syntax.lastExpression ?? CodeSpan(start: -1, end: -1))
    write(syntax.scopeRequirement.rawValue)
    write(syntax.isAsynchronous)
    write(syntax.throwingStatements) { writer, statement in
      writer.write(statement.start)
      writer.write(statement.place)
    }
    write(syntax.expressionRuns) { $0.write($1) }
    write(syntax.flow)
    write(syntax.literals.numbers.map { "\($0)" })
    write(syntax.literals.texts) { writer, text in
      writer.write(text.text)
      writer.write(text.span)
    }
    write(syntax.literals.declarations) { writer, declaration in
      writer.write([declaration.name, declaration.owner].map { $0 ?? "" })
      writer.write(declaration.numbers.map { "\($0)" })
      writer.write(declaration.mentions.sorted())
    }
  }

  private mutating func write(_ subject: Check.Subject?) {
    switch subject {
    case nil: write("none")
    case .expression(let span):
      write("expression")
      write(span)
    case .variable(let name, let end):
      write("variable")
      write(name)
      write(end)
    }
  }

  mutating func write(_ span: CodeSpan) {
    write(span.start)
    write(span.end)
  }
}

extension FieldReader {
  fileprivate mutating func syntax() throws(Malformed) -> BlockSyntax {
    let comments = try list { reader throws(Malformed) in
      BlockSyntax.Comment(
        span: try reader.span(), text: try reader.text(), isBlock: try reader.flag(),
        isTrailing: try reader.flag(),
        statement: try reader.statement())
    }
    let last = try optionalSpan()
    guard let scopeRequirement = BlockSyntax.ScopeRequirement(rawValue: try number()) else {
      throw Malformed()
    }
    let isAsynchronous = try flag()
    let throwing = try list { reader throws(Malformed) in
      ThrowingStatement(start: try reader.offset(), place: try reader.offset())
    }
    let runs = try list { reader throws(Malformed) in try reader.span() }
    let flow = try flow()
    let numbers = try texts().compactMap(Double.init)
    let literals = try list { reader throws(Malformed) in
      CodeLiterals.Text(text: try reader.text(), span: try reader.span())
    }
    let declarations = try list { reader throws(Malformed) in
      let names = try reader.texts().map { $0.isEmpty ? nil : $0 }
      guard names.count == 2 else { throw Malformed() }
      return CodeLiterals.Declaration(
        name: names[0], owner: names[1], numbers: try reader.texts().compactMap(Double.init),
        mentions: Set(try reader.texts()))
    }
    return BlockSyntax(
      comments: comments, lastExpression: last,
      scopeRequirement: scopeRequirement, isAsynchronous: isAsynchronous,
      throwingStatements: throwing, expressionRuns: runs, flow: flow,
      literals: CodeLiterals(numbers: numbers, texts: literals, declarations: declarations))
  }

  private mutating func statement() throws(Malformed) -> BlockSyntax.Statement? {
    guard try flag() else { return nil }
    let source = try text()
    return BlockSyntax.Statement(subject: try subject(), source: source)
  }

  private mutating func subject() throws(Malformed) -> Check.Subject? {
    switch try text() {
    case "none": return nil
    case "expression": return .expression(try span())
    case "variable": return .variable(try text(), after: try offset())
    default: throw Malformed()
    }
  }

  /// Reads a place in the code that an entry is about.
  mutating func offset() throws(Malformed) -> Int {
    let offset = try number()
    guard (0...codeLength).contains(offset) else { throw Malformed() }
    return offset
  }

  mutating func span() throws(Malformed) -> CodeSpan {
    guard let span = try optionalSpan() else { throw Malformed() }
    return span
  }

  /// Reads a span, or nil from one that starts before the code.
  mutating func optionalSpan() throws(Malformed) -> CodeSpan? {
    let span = CodeSpan(start: try number(), end: try number())
    if span.start < 0 { return nil }
    guard span.start <= span.end, span.end <= codeLength else { throw Malformed() }
    return span
  }
}
