/// Why the words of an info string can't be read, with the word that is wrong.
struct FenceError: Error, Hashable {
  var word: InfoString.Word
  var cause: Cause

  enum Cause: Hashable {
    /// It stands behind another word, and a block has one.
    case secondWord(after: String)
    /// `skip` says no reason.
    case missingReason
    /// A word that stands alone has a value.
    case unexpectedValue
    /// A word that names an exercise or a live block says no id.
    case missingID
    /// The id holds other characters than an address can.
    case badID(String)
    /// It is not one of the words; the one of them that is spelled most like it.
    case unknownWord(nearest: String?)
  }
}

extension FenceError {
  /// All words as they are written, in a sentence.
  private static var words: String {
    let words = FenceAttributes.Word.allCases.map { word in
      word.value.map { "`\(word.rawValue)=\"\($0)\"`" } ?? "`\(word.rawValue)`"
    }
    return words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }

  private var isLive: Bool { word.name == "live" }

  /// What is wrong, as a sentence without its place.
  var message: String {
    switch cause {
    case .secondWord(let earlier): "`\(word.name)` can't stand beside `\(earlier)`"
    case .missingReason: "`\(word.name)` gives no reason"
    case .unexpectedValue: "`\(word.name)` takes no value"
    case .missingID:
      isLive ? "`\(word.name)` gives no id" : "`\(word.name)` does not say of which exercise"
    case .badID(let id): "`\(id)` can't be the id of \(isLive ? "a block" : "an exercise")"
    case .unknownWord: "`\(word.name)` is not a word for a block of Swift"
    }
  }

  /// What an author can do about it.
  var remedy: String {
    switch cause {
    case .secondWord: "keep one of the two words"
    case .missingReason: "write `skip=\"why this block is not compiled\"`; readers see it"
    case .unexpectedValue: "write `\(word.name)` alone"
    case .missingID:
      isLive
        ? "write `live=\"id\"`, with an id that no other block has"
        : "write `\(word.name)=\"id\"`, with the same id for all blocks of one exercise"
    case .badID: "use letters from a to z, digits, `-` and `_`, such as `second-path`"
    case .unknownWord(let nearest?): "did you mean `\(nearest)`?"
    case .unknownWord(nil): "the words are \(Self.words)"
    }
  }
}
