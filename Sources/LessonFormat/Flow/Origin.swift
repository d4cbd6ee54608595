extension BlockFlow {
  /// Where a value comes from, by name. From it follows which of the lesson's types it may hold
  /// (``HeldTypes``).
  public indirect enum Origin: Hashable, Sendable {
    /// It is of a type, or made of values of it.
    case type(String)
    /// It is a variable's: a global one's by its name, a local one's by name and place.
    case variable(String)
    /// A function or a type made it of its arguments.
    case call(String, [Argument])
    /// It is a member of another value; with arguments, what a method made.
    case member(String, of: Origin?, [Argument]?)
    /// It is a member of the type around, if that has one of the name.
    case own(String, in: String, [Argument]?)
    /// It is one of the elements of another value.
    case element(of: Origin)
    /// It belongs to a case of an enumeration.
    case payload(String, of: Origin?)
    /// It is a dictionary with keys that come from somewhere.
    case key(Origin?)
    /// It is one of several.
    case either([Origin])
    /// It is what the function around is given for the parameter at an index.
    case parameter(Int)
    /// It is the value whose method is around.
    case receiver
    /// It is what closures get that are given to a function.
    case input(String)
    /// It may be anything.
    case unknown

    /// The types that it names.
    var types: [String] {
      switch self {
      case .type(let name): [name]
      case .either(let all): all.flatMap(\.types)
      default: []
      }
    }

    /// One of several; nil when there is none.
    static func any(_ origins: [Origin?]) -> Origin? {
      var all: [Origin] = []
      for case let origin? in origins {
        if case .either(let inner) = origin { all += inner } else { all.append(origin) }
      }
      if all.count > 8 { all = Array(Set(all)) }
      return all.count < 2 ? all.first : .either(all)
    }
  }

  /// A value that a function is given.
  public struct Argument: Hashable, Sendable {
    /// Its label, `_` for none.
    public var label: String
    /// Where it comes from; nil when it holds nothing of the lesson's types. Of a closure, where its
    /// result comes from.
    public var origin: Origin?

    /// A value behind a label.
    public init(label: String, origin: Origin?) {
      self.label = label
      self.origin = origin
    }
  }
}

/// Members of a dictionary that its syntax does not name.
enum OriginPart {
  static let keys = "[key]"
  static let values = "[value]"
}

/// The names under which a flow keeps where values come from.
enum OriginKey {
  /// The types that are written for something.
  static func written(_ key: String) -> String { key + ":" }
  /// What a function brings back.
  static func result(_ function: String, of type: String? = nil) -> String {
    member(function, of: type) + "()"
  }
  /// What a member holds; of any type where none is named.
  static func member(_ name: String, of type: String?) -> String {
    type.map { $0 + "." + name } ?? name
  }
  /// A member of a type that is not known.
  static func anyMember(_ name: String) -> String { "." + name }
  /// All that a value of a type consists of.
  static func parts(of type: String) -> String { type + "." }
  /// What a case of an enumeration carries.
  static func payload(_ name: String, of type: String) -> String { type + "." + name + "#" }
  /// What the closures get that a function is given.
  static func input(_ function: String) -> String { function + "{}" }
  /// What an error is that is thrown anywhere.
  static let thrown = "throw"
  /// What a value brings by an index.
  static func elements(of type: String) -> String { type + "[]" }
}
