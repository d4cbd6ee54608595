/// What the words of an info string make of a block of Swift: how it is executed, and how it is
/// presented.
struct FenceAttributes {
  var execution = CodeBlock.Execution.run
  var presentation = CodeBlock.Presentation.shown

  private static let words = [
    "hidden", "skip", "fails", "traps", "exercise", "solution", "check", "live",
  ]

  init(_ info: InfoString) throws(FenceError) {
    var earlier: InfoString.Word?
    for word in info.words {
      if let earlier {
        throw FenceError(word: word, cause: .secondWord(after: earlier.name))
      }
      try read(word)
      earlier = word
    }
  }

  private mutating func read(_ word: InfoString.Word) throws(FenceError) {
    switch (word.name, word.value) {
    case ("hidden", nil): presentation = .hidden
    case ("fails", nil): execution = .fails
    case ("traps", nil): execution = .traps
    case ("skip", let reason?) where !reason.trimmingBlanks.isEmpty:
      execution = .skip(reason: reason)
    case ("skip", _):
      throw FenceError(word: word, cause: .missingReason)
    case ("hidden", _), ("fails", _), ("traps", _):
      throw FenceError(word: word, cause: .unexpectedValue)
    case ("exercise", let id): execution = .starter(try Self.id(id, of: word))
    case ("solution", let id): execution = .solution(try Self.id(id, of: word))
    case ("check", let id): execution = .check(try Self.id(id, of: word))
    case ("live", let id): presentation = .live(try Self.id(id, of: word))
    default:
      let nearest = Spelling.nearest(to: word.name, among: Self.words)
      throw FenceError(word: word, cause: .unknownWord(nearest: nearest))
    }
  }

  /// The id of an exercise, or of a `live` block, which becomes a part of an address.
  private static func id(
    _ id: String?, of word: InfoString.Word
  ) throws(FenceError) -> String {
    let id = id?.trimmingBlanks ?? ""
    guard !id.isEmpty else {
      throw FenceError(word: word, cause: .missingID)
    }
    let isPlain = id.utf8.allSatisfy { byte in
      (byte | 0x20 >= 97 && byte | 0x20 <= 122) || (byte >= 48 && byte <= 57) || byte == 45
        || byte == 95
    }
    guard isPlain else {
      throw FenceError(word: word, cause: .badID(id))
    }
    return id
  }
}
