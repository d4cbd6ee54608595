/// What functions of libraries do with the values that they are given, by their names.
enum LibraryCalls {
  /// What a call or an operator does with a value.
  static func uses(by name: String, _ labels: [String]?, hasBase: Bool) -> Set<ImplicitUse> {
    if let comparison = ImplicitUse.comparison(by: name) { return [comparison] }
    if ["...", "..<"].contains(name) { return [.ordering] }
    if name.isOperator {
      // Such as `+=`, for which a type may declare only `+`.
      return name.hasSuffix("=") ? [.anything] : []
    }
    guard hasBase else { return byFunction[name] ?? [.anything, .description] }
    if let uses = byMember[name] {
      // With a function of its own it asks no type how to compare.
      let isGiven = labels?.contains { ["by", "where", trailing].contains($0) } == true
      let isOfIndex = labels?.contains { ["at", "atOffset"].contains($0) } == true
      if !uses.isDisjoint(with: [.equality, .ordering]), isGiven { return [.iteration] }
      if uses.contains(.hashing), isOfIndex { return uses.subtracting([.hashing]) }
      return uses
    }
    return labels == nil ? [.anything] : [.anything, .description]
  }

  /// Methods that put their arguments into a value.
  static let keeping: Set = [
    "add", "append", "enqueue", "formUnion", "insert", "merge", "push", "send", "update",
    "updateValue", "yield",
  ]

  /// Members that are one of the elements of a value.
  static let elements: Set = ["first", "last"]

  /// The label of an argument that is a closure behind a call.
  static let trailing = "{}"

  /// Methods of the library that change a value.
  static let changing: Set = [
    "append", "formIntersection", "formSymmetricDifference", "formUnion", "insert", "merge",
    "negate", "next", "popFirst", "popLast", "remove", "removeAll", "removeFirst", "removeLast",
    "removeSubrange", "removeValue", "replaceSubrange", "reserveCapacity", "reverse", "shuffle",
    "sort", "subtract", "swapAt", "toggle", "update", "updateValue",
  ]

  /// Whether a method only puts elements in or takes them out, so that none of them runs.
  static func onlyMoves(_ method: String) -> Bool {
    method != "next" && (keeping.contains(method) || changing.contains(method))
  }

  /// Whether a method gives each element to a function, or none to any.
  static func goesThrough(_ method: String) -> Bool {
    byMember[method]?.contains(.iteration) == true
  }

  /// Functions and types whose result holds nothing that they were given.
  static let plainFunctions: Set = [
    "Bool", "Character", "Data", "Date", "Double", "Float", "Int", "Int16", "Int32", "Int64",
    "Int8",
    "Mirror", "ObjectIdentifier", "String", "Substring", "UInt", "UInt16", "UInt32", "UInt64",
    "UInt8", "URL", "assert", "assertionFailure", "debugPrint", "dump", "fatalError",
    "precondition", "preconditionFailure", "print", "type",
  ]

  /// Types of libraries that hold nothing of a lesson's.
  static let plainTypes: Set = [
    "Bool", "CGFloat", "Character", "Data", "Date", "Decimal", "Double", "Duration",
    "Float", "Float16", "Float32", "Float64", "Hasher", "Int", "Int16", "Int32", "Int64", "Int8",
    "Never", "ObjectIdentifier", "String", "Substring", "UInt", "UInt16", "UInt32", "UInt64",
    "UInt8", "URL", "UUID", "Void",
  ]

  /// Types of libraries that hold what they are written with.
  static let containers: Set = [
    "AnyCollection", "AnyIterator", "AnySequence", "Array", "ArraySlice", "AsyncStream",
    "AsyncThrowingStream", "ClosedRange", "CollectionOfOne", "ContiguousArray", "Dictionary",
    "EnumeratedSequence", "LazySequence", "Optional", "Range", "ReversedCollection", "Result",
    "Set",
    "Slice", "Task", "Zip2Sequence",
  ]

  /// Members whose value holds nothing of what they belong to.
  static let plainMembers: Set = [
    "alignment", "allSatisfy", "append", "capacity", "contains", "count", "debugDescription",
    "description",
    "distance", "elementsEqual", "encode", "endIndex", "firstIndex", "forEach", "formUnion", "hash",
    "hashValue", "hasPrefix", "hasSuffix", "index", "indices", "insert", "isDisjoint", "isEmpty",
    "isStrictSubset", "isStrictSuperset", "isSubset", "isSuperset", "lastIndex",
    "lexicographicallyPrecedes", "localizedDescription", "merge", "offset", "removeAll",
    "removeSubrange",
    "replaceSubrange", "reserveCapacity", "reverse", "shuffle", "size", "sort", "starts",
    "startIndex",
    "stride", "subtract", "swapAt", "underestimatedCount",
  ]

  /// Members whose value holds what the functions bring that they are given.
  static let mapping: Set = [
    "compactMap", "compactMapValues", "flatMap", "map", "mapValues", "reduce",
  ]

  private static let byFunction: [String: Set<ImplicitUse>] = [
    "AnyHashable": [.hashing], "Array": [.iteration], "ContiguousArray": [.iteration],
    "Dictionary": [.iteration, .hashing], "MemoryLayout": [], "Mirror": [],
    "ObjectIdentifier": [], "Optional": [], "Set": [.iteration, .hashing],
    "String": [.description], "Task": [], "assert": [], "assertionFailure": [],
    "debugPrint": [.description],
    "dump": [.description], "fatalError": [], "max": [.ordering], "min": [.ordering],
    "precondition": [], "preconditionFailure": [], "print": [.description], "repeatElement": [],
    "sequence": [], "swap": [], "type": [], "withExtendedLifetime": [], "zip": [.iteration],
  ]

  private static let byMember: [String: Set<ImplicitUse>] = {
    var uses: [String: Set<ImplicitUse>] = [:]
    for name in ["append", "swapAt", "reserveCapacity", "lazy", "self", "wrappedValue", "yield"] {
      uses[name] = []
    }
    for name in [
      "allSatisfy", "compactMap", "compactMapValues", "count", "distance", "drop", "dropFirst",
      "dropLast", "endIndex", "enumerated", "filter", "first", "flatMap", "forEach", "index",
      "indices", "isEmpty", "joined", "keys", "last", "makeIterator", "map", "mapValues", "prefix",
      "randomElement", "reduce", "reverse", "reversed", "shuffle", "shuffled", "startIndex",
      "suffix", "values",
    ] {
      uses[name] = [.iteration]
    }
    for name in [
      "contains", "difference", "elementsEqual", "firstIndex", "firstRange", "lastIndex", "ranges",
      "replacing", "split", "starts", "trimmingPrefix",
    ] {
      uses[name] = [.equality, .iteration]
    }
    for name in ["clamped", "lexicographicallyPrecedes", "max", "min", "sort", "sorted"] {
      uses[name] = [.ordering, .iteration]
    }
    for name in [
      "combine", "formIntersection", "formSymmetricDifference", "formUnion", "hashValue", "insert",
      "intersection", "isDisjoint", "isStrictSubset", "isStrictSuperset", "isSubset", "isSuperset",
      "merge", "merging", "subtract", "subtracting", "symmetricDifference", "union", "update",
      "updateValue",
    ] {
      uses[name] = [.hashing]
    }
    for name in [
      "popFirst", "popLast", "removeAll", "removeFirst", "removeLast", "removeSubrange",
      "removeValue",
    ] {
      uses[name] = [.release]
    }
    uses["remove"] = [.hashing, .release]
    for name in [
      "description", "debugDescription", "errorDescription", "failureReason",
      "localizedDescription", "recoverySuggestion",
    ] {
      uses[name] = [.description]
    }
    uses["encode"] = [.encoding]
    uses["decode"] = [.decoding]
    return uses
  }()

  /// What the library asks of a type that conforms to one of its protocols, beside what every use of its
  /// own asks.
  static let requirements: [String: Set<String>] = [
    "AdditiveArithmetic": ["+", "-", "zero", "+=", "-="], "AnyObject": [],
    "AsyncIteratorProtocol": [],
    "AsyncSequence": [], "BidirectionalCollection": ["isEmpty", "distance"],
    "CaseIterable": ["allCases"], "Codable": [],
    "CodingKey": ["stringValue", "intValue"],
    "Collection": ["isEmpty", "distance", "subscript"], "Comparable": [], "Copyable": [],
    "CustomDebugStringConvertible": [], "CustomReflectable": [], "CustomStringConvertible": [],
    "Decodable": [], "Encodable": [], "Equatable": [], "Error": [],
    "ExpressibleByArrayLiteral": [], "ExpressibleByBooleanLiteral": [],
    "ExpressibleByDictionaryLiteral": [], "ExpressibleByFloatLiteral": [],
    "ExpressibleByIntegerLiteral": [], "ExpressibleByNilLiteral": [],
    "ExpressibleByStringInterpolation": [], "ExpressibleByStringLiteral": [], "Hashable": [],
    "Identifiable": ["id"], "IteratorProtocol": [], "LocalizedError": [],
    "LosslessStringConvertible": [],
    "MutableCollection": ["isEmpty", "distance", "swapAt", "partition"],
    "Numeric": ["+", "-", "*", "zero", "magnitude", "*=", "+=", "-="], "OptionSet": ["rawValue"],
    "RandomAccessCollection": ["isEmpty", "distance"], "RandomNumberGenerator": ["next"],
    "RangeReplaceableCollection": [
      "isEmpty", "distance", "replaceSubrange", "append", "insert", "remove", "removeAll",
      "removeFirst", "removeLast", "removeSubrange", "reserveCapacity",
    ], "RawRepresentable": ["rawValue"],
    "Sendable": [], "Sequence": [],
    "SignedNumeric": ["+", "-", "*", "zero", "magnitude", "negate", "*=", "+=", "-="],
    "Strideable": ["distance", "advanced"], "TextOutputStream": ["write"],
    "TextOutputStreamable": ["write"],
  ]
}
