/// The words after the opening of a fence: a language, then words that change the block.
struct InfoString {
  struct Word: Hashable {
    var name: String
    /// The text in quotes after `=`; nil for a bare word.
    var value: String?
    /// Where the word starts, in Unicode scalars from the start of the info string.
    var offset: Int
  }

  let language: String
  let words: [Word]

  init(_ text: String) {
    var words: [Word] = []
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if scalars[index].properties.isWhitespace {
        index += 1
        continue
      }
      let start = index
      var name = String.UnicodeScalarView()
      while index < scalars.count, !scalars[index].properties.isWhitespace, scalars[index] != "=" {
        name.append(scalars[index])
        index += 1
      }
      var value: String?
      if index < scalars.count, scalars[index] == "=" {
        index += 1
        value = InfoString.readValue(scalars, &index)
      }
      words.append(Word(name: String(name), value: value, offset: start))
    }
    language = words.first.map { $0.value == nil ? $0.name : "" } ?? ""
    self.words = Array(words.dropFirst())
  }

  private static func readValue(_ scalars: [Unicode.Scalar], _ index: inout Int) -> String {
    var value = String.UnicodeScalarView()
    if index < scalars.count, scalars[index] == "\"" {
      index += 1
      while index < scalars.count, scalars[index] != "\"" {
        value.append(scalars[index])
        index += 1
      }
      index = min(index + 1, scalars.count)
    } else {
      while index < scalars.count, !scalars[index].properties.isWhitespace {
        value.append(scalars[index])
        index += 1
      }
    }
    return String(value)
  }
}

/// What the words of an info string make of a block of Swift.
enum BlockWords {
  private static let all = [
    "hidden", "skip", "fails", "traps", "exercise", "solution", "check", "live",
  ]

  struct Problem: Error {
    var word: InfoString.Word
    var message: String
    var remedy: String
  }

  static func role(of info: InfoString) throws(Problem) -> CodeBlock.Role {
    var role = CodeBlock.Role.shown
    var earlier: InfoString.Word?
    for word in info.words {
      if let earlier {
        throw Problem(
          word: word, message: "`\(word.name)` can't stand beside `\(earlier.name)`",
          remedy: "keep one of the two words")
      }
      role = try read(word)
      earlier = word
    }
    return role
  }

  private static func read(_ word: InfoString.Word) throws(Problem) -> CodeBlock.Role {
    switch (word.name, word.value) {
    case ("hidden", nil): return .hidden
    case ("fails", nil): return .fails
    case ("traps", nil): return .traps
    case ("skip", let reason?) where !reason.trimmingBlanks.isEmpty: return .skip(reason: reason)
    case ("skip", _):
      throw Problem(
        word: word, message: "`skip` gives no reason",
        remedy: "write `skip=\"why this block is not compiled\"`; readers see it")
    case ("hidden", _), ("fails", _), ("traps", _):
      throw Problem(
        word: word, message: "`\(word.name)` takes no value",
        remedy: "write `\(word.name)` alone")
    case ("exercise", let id): return .exercise(try check(id, of: word))
    case ("solution", let id): return .solution(try check(id, of: word))
    case ("check", let id): return .check(try check(id, of: word))
    // Run as any other block is; what is special about it is up to the page.
    case ("live", let id):
      _ = try check(id, of: word)
      return .shown
    default:
      let nearest = Spelling.nearest(to: word.name, among: all)
      throw Problem(
        word: word, message: "`\(word.name)` is not a word for a block of Swift",
        remedy: nearest.map { "did you mean `\($0)`?" }
          ?? "the words are `hidden`, `skip=\"reason\"`, `fails`, `traps`, `exercise=\"id\"`, "
          + "`solution=\"id\"`, `check=\"id\"` and `live=\"id\"`")
    }
  }

  /// The id of an exercise, or of a `live` block, which becomes a part of an address.
  private static func check(
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
