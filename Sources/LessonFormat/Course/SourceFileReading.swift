import FileSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension SourceFile {
  /// Reads a file of UTF-8 text that is not empty. A byte order mark at its start is not part of
  /// the text.
  public static func read(_ path: String) throws(SourceFileError) -> SourceFile {
    let file = try decode(try readBytes(path), path: path)
    guard file.text.utf8.contains(where: { !$0.isSpace }) else { throw .empty(path: path) }
    return file
  }

  /// The text that bytes in UTF-8 stand for; `path` is what reports call it.
  public static func decode(
    _ bytes: [UInt8], path: String
  ) throws(SourceFileError) -> SourceFile {
    let hasMark = bytes.starts(with: byteOrderMark)
    let text = hasMark ? Array(bytes.dropFirst(byteOrderMark.count)) : bytes
    if let offset = firstInvalid(in: text) {
      let before = text[..<offset]
      let line = before.count { $0 == Byte.lineFeed } + 1
      let lineStart = before.lastIndex(of: Byte.lineFeed).map { $0 + 1 } ?? 0
      let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
      throw .notUTF8(
        path: path, offset: offset + bytes.count - text.count,
        position: SourcePosition(line: line, column: column))
    }
    return SourceFile(
      path: path, text: String(decoding: text, as: UTF8.self), hasByteOrderMark: hasMark)
  }

  private static func readBytes(_ path: String) throws(SourceFileError) -> [UInt8] {
    guard !Files.mayHaveNoEnd(path) else { throw .notPlain(path: path) }
    do throws(FileError) {
      return try Files.read(path)
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { throw .missing(path: path) }
      throw .unreadable(path: path, reason: error.reason)
    }
  }

  /// The offset of the first byte that is part of no character.
  private static func firstInvalid(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}
