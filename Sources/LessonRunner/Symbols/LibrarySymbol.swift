/// A public name of a library, with all that is declared under it: overloads with the same
/// argument labels are one symbol.
public struct LibrarySymbol: Hashable, Sendable {
  /// What is declared. The raw value is what Swift's symbol graphs call it, without `swift.`.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case `protocol`, `struct`, `class`, `enum`, actor, `typealias`, `associatedtype`, macro
    case enumCase = "enum.case"
    case initializer = "init"
    case deinitializer = "deinit"
    case typeProperty = "type.property"
    case typeMethod = "type.method"
    case typeSubscript = "type.subscript"
    case property, `subscript`, method
    case variable = "var"
    case function = "func"
    case `operator` = "func.op"

    /// Whether members can stand below it.
    public var isType: Bool {
      switch self {
      case .protocol, .struct, .class, .enum, .actor: true
      default: false
      }
    }
  }

  /// One of the declarations of a name.
  public struct Declaration: Hashable, Sendable {
    /// The declaration, as far as a reader has to know it.
    public var code: String
    /// The documentation comment, in Markdown; empty where there is none.
    public var documentation: String
    /// Where it stands: a file below the package, as far as known, and a line from 1.
    public var file: String
    /// The line in that file.
    public var line: Int
    /// The labels of the arguments.
    var labels: [Label]
  }

  /// The label of an argument.
  struct Label: Hashable, Sendable {
    var name: String
    /// Whether a call may leave it out.
    var isOptional: Bool
  }

  /// What is declared.
  public var kind: Kind
  /// The name with the types that it stands in, such as `["Momentum", "update(_:along:)"]`. Labels
  /// that only tell where a call stands, such as `file` and `line`, are left out.
  public var path: [String]
  /// The declarations of the name, in the order of the source.
  public var declarations: [Declaration]
  /// The protocols of the same library that a type conforms to.
  public var conformances: [String] = []

  /// The name as Swift has it: `Momentum.update(_:along:)`.
  public var name: String { path.joined(separator: ".") }

  /// The name without types and labels.
  public var baseName: Substring { Self.baseName(path.last ?? "") }

  static func baseName(_ name: String) -> Substring {
    // An operator is never cut to nothing.
    guard let open = name.firstIndex(of: "("), open != name.startIndex else { return name[...] }
    return name[..<open]
  }

  /// The first sentence of the documentation, in Markdown.
  public var summary: String {
    let text = declarations.first { !$0.documentation.isEmpty }?.documentation ?? ""
    let paragraph = text.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.allSatisfy(\.isWhitespace) }.joined(separator: " ")
    var end = paragraph.startIndex
    while let stop = paragraph[end...].firstIndex(of: ".") {
      end = paragraph.index(after: stop)
      let isAbbreviated = paragraph[..<stop].suffix(3).contains(".")
      if end == paragraph.endIndex || paragraph[end] == " " && !isAbbreviated {
        return String(paragraph[..<end])
      }
    }
    return paragraph.hasSuffix(":") ? String(paragraph.dropLast()) : paragraph
  }
}

/// The public names of a module, in the order of their names.
public struct LibraryModule: Hashable, Sendable {
  /// The module's name.
  public var name: String
  /// What it declares in public, by name.
  public var symbols: [LibrarySymbol]
  /// Changes with all that the symbols were read from.
  public var stamp: String

  /// The public names of a module.
  public init(name: String, symbols: [LibrarySymbol], stamp: String = "") {
    self.name = name
    self.symbols = symbols
    self.stamp = stamp
  }
}
