import FileSystem

/// Where the global variables of a lesson's program lie: what its shared object says of them.
struct GlobalVariables {
  /// A stretch of memory, from where the program is loaded.
  struct Place: Hashable, Sendable {
    var offset: UInt64
    var size: UInt64
  }

  /// The places of each variable, by its name. Those that have a value before the program starts are not
  /// among them.
  private(set) var places: [String: [Place]] = [:]

  /// Reads a shared object (ELF, 64 bits, the machine's own order) for the variables of a module. One that
  /// can't be read has none.
  init(of library: [UInt8], module: String) {
    let file = Fields(bytes: library)
    guard library.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2]), let table = file.long(0x28),
      table <= library.count, let size = file.short(0x3A), let count = file.short(0x3C)
    else { return }
    let sections = (0..<count).map { file.section(at: table + $0 * size) }
    for case let symbols? in sections where symbols.type == Section.symbols {
      guard sections.indices.contains(symbols.link), let names = sections[symbols.link] else {
        continue
      }
      for place in stride(from: symbols.start, to: symbols.start + symbols.size, by: 24) {
        guard let symbol = file.symbol(at: place), symbol.isVariable,
          sections.indices.contains(symbol.section),
          sections[symbol.section]?.type == Section.withoutContent,
          let name = file.text(at: names.start + symbol.name).flatMap({
            Self.name(of: $0, in: module)
          })
        else { continue }
        places[name, default: []].append(symbol.place)
      }
    }
  }

  /// The name of a variable of a module; nil for any other symbol.
  private static func name(of symbol: String, in module: String) -> String? {
    guard symbol.hasPrefix("$s"), symbol.hasSuffix("vp"), let text = demangled(symbol),
      text.hasPrefix(module + "."), let end = text.firstRange(of: " : ")
    else { return nil }
    let name = text[..<end.lowerBound].dropFirst(module.count + 1)
    // A private one is `(name in _0EA4…)`.
    let plain = name.hasPrefix("(") ? name.dropFirst().prefix { $0 != " " } : name
    return plain.contains(".") || plain.contains(" ") ? nil : String(plain)
  }

  private static func demangled(_ symbol: String) -> String? {
    guard let text = demangle(symbol, symbol.utf8.count, nil, nil, 0) else { return nil }
    defer { text.deallocate() }
    return String(cString: text)
  }

  private struct Section {
    static let symbols = 2
    /// What takes memory and nothing of the file: all of it is zero when the program starts.
    static let withoutContent = 8

    var type: Int
    var start: Int
    var size: Int
    var link: Int
  }

  private struct Symbol {
    var name: Int
    var isVariable: Bool
    var section: Int
    var place: Place
  }

  /// The numbers of a file; nil beyond its end.
  private struct Fields {
    let bytes: [UInt8]

    private func number(_ place: Int, _ size: Int) -> Int? {
      guard place >= 0, place <= bytes.count - size else { return nil }
      let value = bytes[place..<place + size].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return Int(exactly: value)
    }

    func short(_ place: Int) -> Int? { number(place, 2) }
    func long(_ place: Int) -> Int? { number(place, 8) }

    func text(at place: Int) -> String? {
      guard bytes.indices.contains(place) else { return nil }
      return String(decoding: bytes[place...].prefix { $0 != 0 }, as: UTF8.self)
    }

    func section(at place: Int) -> Section? {
      guard let type = number(place + 4, 4), let start = long(place + 24),
        let size = long(place + 32), let link = number(place + 40, 4), start <= bytes.count,
        type == Section.withoutContent || size <= bytes.count - start
      else { return nil }
      return Section(type: type, start: start, size: size, link: link)
    }

    func symbol(at place: Int) -> Symbol? {
      guard let name = number(place, 4), let kind = number(place + 4, 1),
        let section = short(place + 6), let offset = long(place + 8), let size = long(place + 16)
      else { return nil }
      return Symbol(
        name: name, isVariable: kind & 15 == 1 && size > 0, section: section,
        place: Place(offset: UInt64(offset), size: UInt64(size)))
    }
  }
}

@_silgen_name("swift_demangle")
private func demangle(
  _ name: UnsafePointer<CChar>, _ length: Int, _ output: UnsafeMutablePointer<CChar>?,
  _ size: UnsafeMutablePointer<Int>?, _ flags: UInt32
) -> UnsafeMutablePointer<CChar>?
