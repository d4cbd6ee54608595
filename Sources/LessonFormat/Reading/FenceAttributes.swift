/// What the words of an info string make of a block of Swift: how it is executed, and how it is
/// presented.
struct FenceAttributes {
  var execution = CodeBlock.Execution.run
  var presentation = CodeBlock.Presentation.shown

  /// The words, in the order in which an author is told of them.
  enum Word: String, CaseIterable {
    case hidden, skip, fails, traps, exercise, solution, check, live

    /// What stands behind it, as an example; nil for a word that stands alone.
    var value: String? {
      switch self {
      case .hidden, .fails, .traps: nil
      case .skip: "reason"
      case .exercise, .solution, .check, .live: "id"
      }
    }
  }

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
    guard let known = Word(rawValue: word.name) else {
      let nearest = Spelling.nearest(to: word.name, among: Word.allCases.map(\.rawValue))
      throw FenceError(word: word, cause: .unknownWord(nearest: nearest))
    }
    if known.value == nil, word.value != nil {
      throw FenceError(word: word, cause: .unexpectedValue)
    }
    switch known {
    case .hidden: presentation = .hidden
    case .skip: execution = .skip(reason: try Self.reason(of: word))
    case .fails: execution = .fails
    case .traps: execution = .traps
    case .exercise: execution = .starter(try Self.id(of: word))
    case .solution: execution = .solution(try Self.id(of: word))
    case .check: execution = .check(try Self.id(of: word))
    case .live: presentation = .live(try Self.id(of: word))
    }
  }

  private static func reason(of word: InfoString.Word) throws(FenceError) -> String {
    guard let reason = word.value, !reason.trimmingBlanks.isEmpty else {
      throw FenceError(word: word, cause: .missingReason)
    }
    return reason
  }

  /// The id of an exercise, or of a `live` block, which becomes a part of an address.
  private static func id(of word: InfoString.Word) throws(FenceError) -> String {
    let id = word.value?.trimmingBlanks ?? ""
    guard !id.isEmpty else {
      throw FenceError(word: word, cause: .missingID)
    }
    let isPlain = id.utf8.allSatisfy { $0.isWord || $0 == Byte.hyphen }
    guard isPlain else {
      throw FenceError(word: word, cause: .badID(id))
    }
    return id
  }
}
