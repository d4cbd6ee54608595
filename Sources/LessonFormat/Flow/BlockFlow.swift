/// What code does with values by name, in the order in which it runs, as far as its syntax tells.
///
/// From it follows which global variables are read before they have a value (``EarlyRead``).
public struct BlockFlow: Hashable, Sendable {
  /// What the code does when it runs, in order.
  public var events: [Event] = []
  /// What runs only when it is used: functions, accessors, closures in variables.
  public var bodies: [Body] = []
  /// The variables that the code declares at its top level, and their types where it names them.
  public var variables: [String: String] = [:]
  /// The types that it declares.
  public var types: Set<String> = []
  /// The types that it declares or extends, and what each inherits or conforms to.
  public var supertypes: [String: Set<String>] = [:]
  /// The members of each type that it declares or extends.
  public var members: [String: Set<String>] = [:]
  /// The names of methods that change the value whose they are.
  public var mutating: Set<String> = []
  /// Where the values come from that variables and members may hold and functions bring (``OriginKey``).
  public var sources: [Source] = []
  /// The names that it mentions anywhere and does not bind, with the offset at which each stands first.
  public var mentions: [String: Int] = [:]

  /// One thing that the code does.
  public enum Event: Hashable, Sendable {
    /// It uses something, within a statement.
    case use(Use, Place)
    /// It gives a variable a value, at an offset: where the variable is declared, or by an assignment.
    case value(of: String, at: Int, isDeclaration: Bool)
  }

  /// Where a use stands.
  public struct Place: Hashable, Sendable {
    /// The innermost statement around it, functions aside.
    public var statement: CodeSpan
    /// The statement of the block itself around it.
    public var outermost: CodeSpan
    /// The innermost expression around it that stands as a statement of its own, so that a program may
    /// leave it out.
    public var skippable: CodeSpan?

    /// A place in statements.
    public init(statement: CodeSpan, outermost: CodeSpan, skippable: CodeSpan?) {
      self.statement = statement
      self.outermost = outermost
      self.skippable = skippable
    }
  }

  /// A use of something by its name.
  public struct Use: Hashable, Sendable {
    /// How it is named.
    public enum Kind: Int, Hashable, Sendable {
      /// By itself: a variable, a function, a type that is initialized.
      case name
      /// Behind a dot.
      case member
      /// As an operator between, before or behind its operands.
      case infix
      /// By an index in square brackets.
      case index
      /// What runs when a value is made of a type.
      case initializer
      /// What runs when a variable gets another value.
      case observer
      /// A call, an operator or a member of a value, by which that and the arguments are handed to code
      /// that may be no lesson's.
      case call
      /// What runs of a value without being named (``ImplicitUse``).
      case implicit
    }

    /// What becomes of what is named.
    public enum Role: Int, Hashable, Sendable {
      /// Its value is needed, and what it holds may run.
      case runs
      /// It is put aside: a variable is read, a function does not run.
      case kept
      /// Something of its value is looked at, but nothing that it holds runs.
      case glanced
      /// What it holds, or what its call brought, runs.
      case held
    }

    /// How it is named.
    public var kind: Kind
    /// The name.
    public var name: String
    /// What becomes of it.
    public var role: Role
    /// The type that a member is one of, where that can be told: a name, or `$` and the name of a variable
    /// whose type it is.
    public var receiver: String?
    /// The type in which a name without a dot may be a member.
    public var owner: String?
    /// The labels of the arguments, `_` for none; nil when it is not called.
    public var labels: [String]?
    /// Where the value comes from that is used, for a call or what runs implicitly.
    public var base: Origin?
    /// Where the arguments of a call or the operands of an operator come from.
    public var arguments: [Argument]
    /// The function or type that it is given to, in a closure or by its name: it runs at once unless that
    /// puts it aside for another time.
    public var keeper: String?
    /// Whether it is the other way round: it runs only where the keeper has put it aside.
    public var isKept: Bool
    /// Where it stands in the code.
    public var offset: Int

    /// A use of a name.
    public init(
      kind: Kind, name: String, role: Role = .runs, receiver: String? = nil, owner: String? = nil,
      labels: [String]? = nil, base: Origin? = nil, arguments: [Argument] = [],
      keeper: String? = nil, isKept: Bool = false, offset: Int
    ) {
      self.kind = kind
      self.name = name
      self.role = role
      self.receiver = receiver
      self.owner = owner
      self.labels = labels
      self.base = base
      self.arguments = arguments
      self.keeper = keeper
      self.isKept = isKept
      self.offset = offset
    }
  }

  /// Code that runs when it is used.
  public struct Body: Hashable, Sendable {
    /// How it is used.
    public var kind: Use.Kind
    /// Its name; that of the type for an initializer.
    public var name: String
    /// The type that it is a member of.
    public var owner: String?
    /// The labels of its parameters; nil for what is no function.
    public var labels: [String]?
    /// Whether a closure that it is given outlives its call.
    public var keepsClosures: Bool
    /// What it uses when it runs.
    public var uses: [Use]
    /// What it uses for parameters that are left out.
    public var defaults: [Use]
    /// What closures that it brings use when they run.
    public var held: [Use]

    /// Code that uses something.
    public init(
      kind: Use.Kind, name: String, owner: String?, labels: [String]?,
      keepsClosures: Bool = false, uses: [Use] = [],
      defaults: [Use] = [], held: [Use] = []
    ) {
      self.kind = kind
      self.name = name
      self.owner = owner
      self.labels = labels
      self.keepsClosures = keepsClosures
      self.uses = uses
      self.defaults = defaults
      self.held = held
    }
  }

  /// Where what has a key may come from.
  public struct Source: Hashable, Sendable {
    /// The key (``OriginKey``).
    public var key: String
    /// Where it comes from; nil when it holds nothing of the lesson's types.
    public var origin: Origin?
    /// Whether a parameter in the origin is one of the function that has the key, or in which it is.
    public var isLocal: Bool

    /// Where something comes from.
    public init(key: String, origin: Origin?, isLocal: Bool) {
      self.key = key
      self.origin = origin
      self.isLocal = isLocal
    }
  }

  /// Code that does nothing.
  public init() {}
}
