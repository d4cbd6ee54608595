import FileSystem
import LessonRunner

/// Pieces of HTML that are slow to make, kept from build to build: formulas and highlighted code.
///
/// A piece is found by all that it was made from, so a stale one is never shown. The pieces of one
/// lesson are one file, which holds what its page used last: a build reads one file a lesson, and
/// nothing piles up. A file is written beside its place and renamed, so that a killed build or two
/// at once do no harm; one that is damaged or missing only costs time.
package struct PieceCache {
  /// The folder, or nil to keep nothing.
  let folder: String?
  /// Where a file grows until it is whole.
  private let workshop: String?
  /// What the makers of the pieces are: another version of one makes all pieces anew.
  let version: String

  package init(folder: String?, version: String) {
    self.folder = folder.map { $0 + "/pieces" }
    workshop = folder.map(Cache.workshop(of:))
    self.version = version
  }

  /// The pieces that the lesson's page used last, by key.
  package func pieces(of lesson: String) -> [String: String] {
    guard let folder, let bytes = try? Files.read(path(folder, lesson)) else { return [:] }
    var reader = PieceReader(bytes: bytes)
    guard reader.next() == version else { return [:] }
    var pieces: [String: String] = [:]
    while let key = reader.next(), let piece = reader.next() { pieces[key] = piece }
    return pieces
  }

  /// Keeps the pieces of a lesson. A folder that cannot be written is no reason to fail.
  package func keep(_ pieces: [String: String], of lesson: String) {
    guard let folder, let workshop else { return }
    var bytes: [UInt8] = []
    append(version, to: &bytes)
    for key in pieces.keys.sorted() {
      append(key, to: &bytes)
      append(pieces[key] ?? "", to: &bytes)
    }
    try? Files.createFolder(folder)
    try? Files.createFolder(workshop)
    try? Files.replace(path(folder, lesson), with: bytes, workshop: workshop)
  }

  private func path(_ folder: String, _ lesson: String) -> String { "\(folder)/\(lesson).pieces" }

  private func append(_ text: String, to bytes: inout [UInt8]) {
    bytes += Array("\(text.utf8.count)\n".utf8)
    bytes += Array(text.utf8)
  }
}

/// Reads texts that are each preceded by their length in bytes and a line feed.
private struct PieceReader {
  let bytes: [UInt8]
  var offset = 0

  mutating func next() -> String? {
    var length = 0
    var digits = 0
    while offset < bytes.count, digits < 10, bytes[offset] >= 48, bytes[offset] <= 57 {
      length = length * 10 + Int(bytes[offset] - 48)
      digits += 1
      offset += 1
    }
    guard digits > 0, offset < bytes.count, bytes[offset] == 10 else { return nil }
    let start = offset + 1
    guard length <= bytes.count - start else { return nil }
    offset = start + length
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }
}
