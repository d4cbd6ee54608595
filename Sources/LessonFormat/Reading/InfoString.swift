/// The words after the opening of a fence: a language, then words that change the block.
struct InfoString {
  struct Word: Hashable {
    var name: String
    /// The text in quotes after `=`; nil for a bare word.
    var value: String?
  }

  let language: String
  /// The first word as it is written, where no language stands there, such as `lang=swift`.
  let misplaced: String
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
      words.append(Word(name: String(name), value: value))
    }
    language = words.first.map { $0.value == nil ? $0.name : "" } ?? ""
    misplaced = words.first.flatMap { word in word.value.map { "\(word.name)=\($0)" } } ?? ""
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
