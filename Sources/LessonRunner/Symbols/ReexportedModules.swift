import FileSystem

/// Finds the modules that a module hands on to those who import it, as `@_exported import` says in its
/// sources: what an umbrella such as `Numerics` consists of.
struct ReexportedModules {
  /// The folder of the modules, each with a list of what it hands on beside it, if that is anything.
  let modules: String

  /// Modules, and all that these hand on, without one twice; those that were not built are left out.
  func withReexported(_ names: [String]) -> [String] {
    var found: [String] = []
    var next = names[...]
    while let name = next.popFirst() {
      guard !found.contains(name), Files.exists("\(modules)/\(name).swiftmodule") else { continue }
      found.append(name)
      next += reexported(by: name)
    }
    return found
  }

  private func reexported(by name: String) -> [String] {
    guard let list = try? Files.read(Self.list(of: name, in: modules)) else { return [] }
    return String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func list(of name: String, in modules: String) -> String {
    "\(modules)/\(name).reexports"
  }

  /// Writes the lists for modules that the package manager has built, which notes their sources.
  ///
  /// - Parameters:
  ///   - products: The folder of what it has built.
  ///   - modules: Where the modules have been put.
  static func writeLists(from products: String, to modules: String) throws(FileError) {
    for folder in Files.list(products) where folder.hasSuffix(".build") {
      guard let bytes = try? Files.read("\(products)/\(folder)/sources") else { continue }
      let found = String(decoding: bytes, as: UTF8.self).split(separator: "\n").flatMap { path in
        // The package manager quotes a path as a shell reads it.
        (try? Files.read(path.filter { !"'\"\\".contains($0) })).map(names) ?? []
      }
      guard !found.isEmpty else { continue }
      let list = found.joined(separator: "\n") + "\n"
      try Files.write(list.utf8, to: Self.list(of: String(folder.dropLast(6)), in: modules))
    }
  }

  /// The modules that a source hands on.
  static func names(in source: [UInt8]) -> [String] {
    let text = String(decoding: source, as: UTF8.self)
    guard text.contains("@_exported") else { return [] }
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
      let words = code.split { $0 == " " || $0 == "\t" || $0 == ";" }
      guard words.contains("@_exported"), let place = words.firstIndex(of: "import") else {
        return nil
      }
      let named = words[(place + 1)...].first { !kinds.contains($0) }
      return named.map { String($0.prefix { $0 != "." }) }
    }
  }
}
