/// What is wrong with a YAML document, and where.
struct YAMLError: Error, Hashable {
  var position: SourcePosition
  var cause: Cause

  enum Cause: Hashable {
    /// It is not YAML, in libyaml's words.
    case syntax(String)
    /// A tab where blanks must indent.
    case tab
    /// A value that starts with a sign that YAML keeps for itself.
    case reservedSign(Character)
    /// A colon and a blank in a value that starts on the same line.
    case colonInValue
    /// A line of text where a key with its colon must stand.
    case missingColon
    /// A line whose indentation fits none of the lines before it.
    case indentation
    /// A bracket or brace that is not closed.
    case openBracket(Character)
    /// Something other than a value where one must stand, in brackets.
    case missingValue
    /// A quote that is not closed.
    case openQuote
    /// An escape in double quotes that YAML does not know.
    case unknownEscape
    /// A second document starts where there may be one.
    case secondDocument
    /// An anchor or an alias, with which a short file can stand for a huge one.
    case anchor
    case alias
    /// Lists and mappings are nested deeper than is read.
    case nestedTooDeep
    /// A key is a list or a mapping.
    case keyIsNotText
    case duplicateKey(String, firstLine: Int)
  }

  /// What is wrong, as a sentence without its place.
  var message: String {
    switch cause {
    case .syntax(let words): "it is not YAML: \(words)"
    case .tab: "a tab stands where YAML indents by blanks"
    case .reservedSign(let sign):
      "a value can't start with " + (sign == "`" ? "a backtick" : "`\(sign)`")
    case .colonInValue: "a value without quotes can't have `: ` in it"
    case .missingColon: "no colon stands behind the key"
    case .indentation: "this line is not indented as those that it belongs to"
    case .openBracket(let bracket): "the `\(bracket)` is not closed"
    case .missingValue: "a value is missing here"
    case .openQuote: "the quote is not closed"
    case .unknownEscape: "no character is written with this backslash"
    case .secondDocument: "a second document starts here"
    case .anchor: "`&` gives a value a name, and names of values are not read here"
    case .alias: "`*` stands for another value, and such names are not read here"
    case .nestedTooDeep: "values are nested too deep"
    case .keyIsNotText: "a key must be text"
    case .duplicateKey(let key, let line): "`\(key)` is given a second time, after line \(line)"
    }
  }

  /// What an author can do about it.
  var remedy: String {
    switch cause {
    case .syntax: "text that has `: `, `#`, or a bracket or quote at its start needs quotes"
    case .tab: "write blanks instead of the tab"
    case .reservedSign, .colonInValue: "put the value in quotes"
    case .missingColon: "write `key: value`"
    case .indentation: "give lines of one group the same number of blanks at their start"
    case .openBracket(let bracket):
      "end the list with `\(bracket == "{" ? "}" : "]")`, or put text that starts with a bracket in "
        + "quotes"
    case .missingValue: "write the value, or take the comma or bracket out"
    case .openQuote: "end the text with the quote that it starts with"
    case .unknownEscape: "write `\\\\` for a backslash, or put the text in single quotes"
    case .secondDocument: "take the line of `---` or `...` out"
    case .anchor, .alias:
      "write the value itself, in quotes if it is text that starts with the sign"
    case .nestedTooDeep: "write the values less deep"
    case .keyIsNotText: "write a word before the colon"
    case .duplicateKey: "keep one of the two"
    }
  }
}
