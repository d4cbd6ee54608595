/// What the words of an info string make of a block of Swift: how it is executed, and how it is
/// presented.
struct FenceAttributes {
  var execution = CodeBlock.Execution.run
  var presentation = CodeBlock.Presentation.shown

  private static let words = [
    "hidden", "skip", "fails", "traps", "exercise", "solution", "check", "live",
  ]

  struct Problem: Error {
    var word: InfoString.Word
    var message: String
    var remedy: String
  }

  init(_ info: InfoString) throws(Problem) {
    var earlier: InfoString.Word?
    for word in info.words {
      if let earlier {
        throw Problem(
          word: word, message: "`\(word.name)` can't stand beside `\(earlier.name)`",
          remedy: "keep one of the two words")
      }
      try read(word)
      earlier = word
    }
  }

  private mutating func read(_ word: InfoString.Word) throws(Problem) {
    switch (word.name, word.value) {
    case ("hidden", nil): presentation = .hidden
    case ("fails", nil): execution = .fails
    case ("traps", nil): execution = .traps
    case ("skip", let reason?) where !reason.trimmingBlanks.isEmpty:
      execution = .skip(reason: reason)
    case ("skip", _):
      throw Problem(
        word: word, message: "`skip` gives no reason",
        remedy: "write `skip=\"why this block is not compiled\"`; readers see it")
    case ("hidden", _), ("fails", _), ("traps", _):
      throw Problem(
        word: word, message: "`\(word.name)` takes no value",
        remedy: "write `\(word.name)` alone")
    case ("exercise", let id): execution = .starter(try Self.id(id, of: word))
    case ("solution", let id): execution = .solution(try Self.id(id, of: word))
    case ("check", let id): execution = .check(try Self.id(id, of: word))
    case ("live", let id): presentation = .live(try Self.id(id, of: word))
    default:
      let nearest = Spelling.nearest(to: word.name, among: Self.words)
      throw Problem(
        word: word, message: "`\(word.name)` is not a word for a block of Swift",
        remedy: nearest.map { "did you mean `\($0)`?" }
          ?? "the words are `hidden`, `skip=\"reason\"`, `fails`, `traps`, `exercise=\"id\"`, "
          + "`solution=\"id\"`, `check=\"id\"` and `live=\"id\"`")
    }
  }

  /// The id of an exercise, or of a `live` block, which becomes a part of an address.
  private static func id(
    _ id: String?, of word: InfoString.Word
  ) throws(Problem) -> String {
    let id = id?.trimmingBlanks ?? ""
    guard !id.isEmpty else {
      throw Problem(
        word: word,
        message: word.name == "live"
          ? "`live` gives no id" : "`\(word.name)` does not say of which exercise",
        remedy: word.name == "live"
          ? "write `live=\"id\"`, with an id that no other block has"
          : "write `\(word.name)=\"id\"`, with the same id for all blocks of one exercise")
    }
    let isPlain = id.utf8.allSatisfy { byte in
      (byte | 0x20 >= 97 && byte | 0x20 <= 122) || (byte >= 48 && byte <= 57) || byte == 45
        || byte == 95
    }
    guard isPlain else {
      throw Problem(
        word: word,
        message: "`\(id)` can't be the id of \(word.name == "live" ? "a block" : "an exercise")",
        remedy: "use letters from a to z, digits, `-` and `_`, such as `second-path`")
    }
    return id
  }
}
