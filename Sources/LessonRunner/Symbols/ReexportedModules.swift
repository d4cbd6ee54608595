import FileSystem

/// Finds the modules that a module hands on to those who import it, as `@_exported import` says in its
/// sources: what an umbrella such as `Numerics` consists of.
struct ReexportedModules {
  /// The folder of the modules as the package manager built them, each with the list of its sources
  /// beside the folder.
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
    let list = "\(Files.folder(of: modules))/\(name).build/sources"
    guard let bytes = try? Files.read(list) else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").flatMap { path in
      // The package manager quotes a path as a shell reads it.
      let path = path.filter { !"'\"\\".contains($0) }
      return (try? Files.read(path)).map(Self.names) ?? []
    }
  }

  /// The modules that a source hands on.
  static func names(in source: [UInt8]) -> [String] {
    guard String(decoding: source, as: UTF8.self).contains("@_exported") else { return [] }
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]
    return String(decoding: source, as: UTF8.self).split(separator: "\n").compactMap { line in
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
