import FileSystem
import JSON

/// Reads the public symbols of the library that lessons import, and keeps them in the cache.
///
/// The toolchain's own tool reads a module as built. It takes 0.1 s for Backprop, and nothing when
/// the module has not changed.
struct SymbolReader: Sendable {
  let toolchain: Toolchain
  let cache: Cache

  private var program: String { toolchain.root + "/bin/swift-symbolgraph-extract" }

  /// The symbols of modules, and of those that these hand on, of those that were built: what the
  /// toolchain brings has its own reference. What LessonKit gives lessons, `show`, counts as a part of Figures, for which it is.
  func symbols(of imports: [String]) throws(MachineFailure) -> SymbolIndex {
    let names = ReexportedModules(modules: toolchain.modules).withReexported(imports)
      .filter { $0 != "LessonKit" }
    var modules = try Parallel.map(names + ["LessonKit"]) { name throws(MachineFailure) in
      try module(name)
    }
    let kit = modules.removeLast()
    if let figures = modules.firstIndex(where: { $0.name == "Figures" }) {
      modules[figures].symbols += kit.symbols.filter { $0.path.count == 1 && $0.baseName == "show" }
      modules[figures].stamp += kit.stamp
    }
    return SymbolIndex(modules)
  }

  /// The functions that modules declare at their top, each as an import of it alone: `func Backprop.exp`.
  ///
  /// What is imported so comes before what another module, such as Foundation, has of the same name and
  /// type; neither is preferred otherwise.
  func functions(of imports: [String]) throws(MachineFailure) -> [String] {
    let names = imports.filter { Files.exists("\(toolchain.modules)/\($0).swiftmodule") }
    return try Parallel.map(names) { name throws(MachineFailure) in
      let functions = try module(name).symbols.filter { $0.kind == .function && $0.path.count == 1 }
      return Set(functions.map(\.baseName)).sorted().map { "func \(name).\($0)" }
    }.flatMap { $0 }
  }

  private func module(_ name: String) throws(MachineFailure) -> LibraryModule {
    let files = ["swiftmodule", "swiftdoc", "swiftsourceinfo"].map {
      "\(toolchain.modules)/\(name).\($0)"
    }
    let stamp = Digest.of(
      ["symbols 1", name] + ([Files.thisProgram, toolchain.frontend] + files).map(Files.identity))
    if let bytes = cache.read(.symbols, stamp), let symbols = [LibrarySymbol](encoded: bytes) {
      return LibraryModule(name: name, symbols: symbols, stamp: stamp)
    }
    let symbols = try extracted(name)
    // A cache that can't be written only costs time.
    try? cache.write(.symbols, stamp, symbols.encoded)
    return LibraryModule(name: name, symbols: symbols, stamp: stamp)
  }

  private func extracted(_ name: String) throws(MachineFailure) -> [LibrarySymbol] {
    guard Files.isExecutable(program) else {
      throw .missing(.symbolReader(toolchain: toolchain.root))
    }
    // Where the cache can't be written, another place will do.
    let scratch = try onDisk { () throws(FileError) in
      do throws(FileError) { return try Scratch(cache: cache) } catch {
        return try Scratch(cache: Cache(folder: nil))
      }
    }
    defer { scratch.remove() }
    let outcome: ChildProcess.Outcome
    do throws(ProcessError) {
      outcome = try ChildProcess(
        program: program,
        arguments: [
          "-module-name", name, "-I", toolchain.modules, "-output-dir", scratch.folder,
          "-minimum-access-level", "public", "-skip-synthesized-members",
          "-module-cache-path", scratch.folder + "/modules",
        ] + toolchain.flagsOfC, environment: ["PATH": toolchain.root + "/bin:/usr/bin:/bin"],
        seconds: 120, cancellation: toolchain.cancellation
      ).run()
    } catch {
      throw .process(error)
    }
    guard outcome.ending == .exited(0) else {
      let said = String(decoding: outcome.errors + outcome.output, as: UTF8.self)
      throw failure(
        .toldNoSymbols(
          module: name,
          said: said.isEmpty ? "\(outcome.ending)" : EndingClassifier.firstLines(said)))
    }
    var graphs: [(name: String, text: String)] = []
    for file in Files.list(scratch.folder) where file.hasSuffix(".symbols.json") {
      let bytes = try onDisk { () throws(FileError) in try Files.read("\(scratch.folder)/\(file)") }
      graphs.append((file, String(decoding: bytes, as: UTF8.self)))
    }
    do throws(JSONValue.Malformed) {
      return try SymbolGraph.symbols(graphs, module: name)
    } catch {
      throw failure(.wroteNoSymbols(module: name, reason: error.reason))
    }
  }

  private func failure(_ cause: ProcessError.Cause) -> MachineFailure {
    .process(ProcessError(program: program, cause: cause))
  }

  private func onDisk<Value>(
    _ work: () throws(FileError) -> Value
  ) throws(MachineFailure) -> Value {
    do throws(FileError) {
      return try work()
    } catch {
      throw .file(error)
    }
  }
}

extension Toolchain {
  /// What of the compiler's flags the reader of symbols knows: where modules of C are.
  fileprivate var flagsOfC: [String] {
    var words = flags[...]
    var kept: [String] = []
    while let word = words.popFirst() {
      if ["-Xcc", "-F"].contains(word), let value = words.popFirst() { kept += [word, value] }
    }
    return kept
  }
}

// MARK: - The cache's entries

extension [LibrarySymbol] {
  var encoded: [UInt8] {
    var writer = FieldWriter()
    writer.write(self) { writer, symbol in
      writer.write(symbol.kind.rawValue)
      writer.write(symbol.path)
      writer.write(symbol.conformances)
      writer.write(symbol.declarations) { writer, declaration in
        for text in [declaration.code, declaration.documentation, declaration.file] {
          writer.write(text)
        }
        writer.write(declaration.line)
        writer.write(declaration.labels) { $0.write(($1.isOptional ? "?" : "") + $1.name) }
      }
    }
    return writer.bytes
  }

  init?(encoded bytes: [UInt8]) {
    var reader = FieldReader(bytes)
    guard
      let symbols = try? reader.list({ reader throws(FieldReader.Malformed) in
        try reader.symbol()
      })
    else { return nil }
    self = symbols
  }
}

extension FieldReader {
  fileprivate mutating func symbol() throws(Malformed) -> LibrarySymbol {
    guard let kind = LibrarySymbol.Kind(rawValue: try text()) else { throw Malformed() }
    let path = try texts()
    let conformances = try texts()
    let declarations = try list { reader throws(Malformed) in
      LibrarySymbol.Declaration(
        code: try reader.text(), documentation: try reader.text(), file: try reader.text(),
        line: try reader.number(),
        labels: try reader.texts().map { label in
          LibrarySymbol.Label(
            name: label.hasPrefix("?") ? String(label.dropFirst()) : label,
            isOptional: label.hasPrefix("?"))
        })
    }
    return LibrarySymbol(
      kind: kind, path: path, declarations: declarations, conformances: conformances)
  }
}
