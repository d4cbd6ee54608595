/// What is wrong with a YAML document, and where.
struct YAMLError: Error, Hashable {
  var position: SourcePosition
  var cause: Cause

  enum Cause: Hashable {
    /// It is not YAML, in libyaml's words.
    case syntax(String)
    /// A second document starts where there may be one.
    case secondDocument
    /// An anchor or an alias, with which a short file can stand for a huge one.
    case anchorOrAlias
    /// Lists and mappings are nested deeper than is read.
    case nestedTooDeep
    /// A key is a list or a mapping.
    case keyIsNotText
    case duplicateKey(String)
  }

  /// What is wrong, as a sentence without its place.
  var message: String {
    switch cause {
    case .syntax(let words): words
    case .secondDocument: "a second document starts here"
    case .anchorOrAlias: "anchors and aliases are not read here"
    case .nestedTooDeep: "values are nested too deep"
    case .keyIsNotText: "a key must be text"
    case .duplicateKey(let key): "`\(key)` is given twice"
    }
  }
}
