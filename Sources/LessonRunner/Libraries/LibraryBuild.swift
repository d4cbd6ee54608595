import FileSystem
import LessonFormat

/// Builds the library that lessons import, with the `lesson-host` that runs them, unless it is
/// there already.
///
/// What came with gradus is used as it is, as long as no source of it has changed since. Any
/// other package is built in the cache by the package manager, which compiles what has changed.
/// Each build is then put into a folder of its own, so that lessons that run meanwhile keep the
/// one they began with.
public struct LibraryBuild {
  private let library: CourseLibrary
  private let cache: Cache
  private let toolchain: Toolchain
  /// Called with what is being done.
  private let progress: (String) -> Void

  /// - Parameters:
  ///   - cancellation: Ends the build from another thread.
  ///   - progress: Called with what is being done.
  /// - Throws: When there is no toolchain.
  public init(
    _ library: CourseLibrary, cache: Cache, cancellation: Cancellation = Cancellation(),
    progress: @escaping (String) -> Void = { _ in }
  ) throws(LibraryFailure) {
    self.library = library
    self.cache = cache
    self.progress = progress
    do throws(MissingTool) {
      toolchain = try Toolchain.find(cancellation: cancellation)
    } catch {
      throw .missing(error)
    }
  }

  /// The library as built, after building it where that is needed.
  public func ready() throws(LibraryFailure) -> BuiltLibrary {
    switch library.source {
    case .own:
      let imports = library.imports ?? []
      guard let checkout = Installation.checkout, Self.isStale(checkout) else {
        return BuiltLibrary(imports: imports)
      }
      var built = try build(checkout, cache: Self.cache(of: checkout) ?? cache)
      built.imports = imports
      return built
    case .package(let folder, _):
      let built = try build(folder, cache: cache)
      let found: Toolchain
      do throws(MissingTool) {
        found = try Toolchain.find(library: built.folder)
      } catch {
        throw .missing(error)
      }
      try library.requireImports(built.imports, in: found)
      return built
    }
  }

  /// The modules that every lesson imports, without building anything.
  public func imports() throws(LibraryFailure) -> [String] {
    if let imports = library.imports { return imports }
    guard case .package(let folder, _) = library.source else { return [] }
    let scratch = try onDisk { () throws(FileError) in try Scratch(cache: cache) }
    defer { scratch.remove() }
    let manifest = try CourseLibrary.manifest(
      of: folder, for: library, toolchain, scratch: scratch.folder)
    return Self.imports(try library.products(manifest))
  }

  /// What a new course in a folder would be about: the first library of the package that the
  /// folder lies in. Nil outside any package, and in one that has no library.
  public static func library(forCourseIn folder: String) -> Course.Library? {
    let start = Files.resolved(folder)
    guard let package = Files.nearestFolder(above: start, holding: "Package.swift"),
      let toolchain = try? Toolchain.find(), let scratch = try? Scratch(cache: Cache(folder: nil))
    else { return nil }
    defer { scratch.remove() }
    let manifest = try? PackageManifest.read(package, toolchain, scratch: scratch.folder)
    guard let product = manifest?.libraries.first else { return nil }
    let steps = start.split(separator: "/").count - package.split(separator: "/").count
    return Course.Library(
      package: steps == 0 ? "." : Array(repeating: "..", count: steps).joined(separator: "/"),
      product: product.name, imports: product.targets)
  }

  private static func imports(_ products: [PackageManifest.Product]) -> [String] {
    var modules: [String] = []
    for target in products.flatMap(\.targets) where !modules.contains(target) {
      modules.append(target)
    }
    return CourseLibrary.withFigures(modules)
  }

  // MARK: Seeing what has changed

  /// Changes when a source of the library does; costs a look at each file's time.
  public static func identity(of library: CourseLibrary, cache: Cache) -> String {
    switch library.source {
    case .own:
      guard let checkout = Installation.checkout, isStale(checkout) else { return "" }
      return ownSources(checkout).identity
    case .package(let folder, let product):
      let key = LibraryEntry.key(package: folder, product: product)
      guard let entry = LibraryEntry.read(key, from: cache), entry.isThere else { return "unknown" }
      return entry.sources.identity
    }
  }

  static let ownModules = Installation.kit + ["Backprop"]

  private static func ownSources(_ checkout: String) -> LibrarySources {
    LibrarySources(files: [], folders: ownModules.map { "\(checkout)/Sources/\($0)" })
  }

  /// Whether a source of what came with gradus is newer than what was built of it, or was changed
  /// in the same moment, as clocks tell it.
  static func isStale(_ checkout: String, modules: [String] = ownModules) -> Bool {
    let folder = Installation.folder
    let linked = Files.timeOfChange(folder + "/lesson-host") ?? 0
    return modules.contains { module in
      let changed = Files.newestChange(in: "\(checkout)/Sources/\(module)") { _ in true }
      guard changed >= linked else { return false }
      // Nothing is linked anew when what was compiled came out as it was before.
      let name = module.replacing("-", with: "_")
      let compiled = [
        Files.timeOfChange("\(folder)/Modules/\(name).swiftsourceinfo") ?? 0,
        Files.newestChange(in: "\(folder)/\(name).build") { $0.hasSuffix(".o") },
      ]
      return !compiled.contains { changed < $0 }
    }
  }

  /// The checkout's own cache, which is that of the course in it.
  private static func cache(of checkout: String) -> Cache? {
    let folder = checkout + "/.gradus"
    return (try? Files.createFolder(folder)) == nil ? nil : Cache(folder: folder)
  }

  // MARK: Building

  private var product: String? {
    if case .package(_, let product) = library.source { product } else { nil }
  }

  private func build(_ package: String, cache: Cache) throws(LibraryFailure) -> BuiltLibrary {
    let key = LibraryEntry.key(package: package, product: product)
    if let entry = LibraryEntry.read(key, from: cache), entry.isThere,
      entry.identity == entry.sources.identity
    {
      return built(entry)
    }
    guard let folder = cache.folder.map({ "\($0)/library/\(Cache.packagePrefix)\(key.prefix(16))" })
    else {
      let scratch = try onDisk { () throws(FileError) in try Scratch(cache: cache) }
      do throws(LibraryFailure) {
        // What is built goes beside the folder that it is built in, and must go with it.
        var built = try build(package, key, in: scratch.folder + "/library", cache)
        built.temporary = scratch.folder
        return built
      } catch {
        scratch.remove()
        throw error
      }
    }
    let lock = try onDisk { () throws(FileError) in
      try cache.mark()
      try Files.createFolder(folder)
      return try FileLock(
        folder + "/lock", waiting: { progress("waiting for another build of the library") },
        givesUp: { toolchain.cancellation.isCancelled })
    }
    defer { withExtendedLifetime(lock) {} }
    return try build(package, key, in: folder, cache)
  }

  /// Builds in a folder that no other process uses meanwhile.
  private func build(
    _ package: String, _ key: String, in folder: String, _ cache: Cache
  ) throws(LibraryFailure) -> BuiltLibrary {
    // Another process may have built it, or files may have been touched and nothing more.
    if var entry = LibraryEntry.read(key, from: cache), entry.isThere {
      let identity = entry.sources.identity
      if entry.identity == identity { return built(entry) }
      if entry.digest == entry.sources.digest {
        entry.identity = identity
        try? entry.write(key, to: cache)
        return built(entry)
      }
    }
    let name = Files.name(of: package)
    progress("building \(name)")
    let plan = try plan(package, in: folder)
    // As they are before the build: what changes during it is built the next time.
    let (identity, digest) = (plan.sources.identity, plan.sources.digest)
    try compile(plan.root, package: package, scratch: folder + "/build", name: name)
    let kitModules = plan.kit.map { [$0.modules] } ?? []
    let target = "\(Files.folder(of: folder))/\(Files.name(of: folder))-\(digest.prefix(16))"
    let entry = LibraryEntry(
      sources: plan.sources, identity: identity, digest: digest, folder: target,
      imports: plan.imports)
    try onDisk { () throws(FileError) in
      try BuiltFiles(build: folder + "/build", otherModules: kitModules).publish(to: target)
      try entry.write(key, to: cache)
    }
    return built(entry)
  }

  /// What is to be built: a package with the product `lesson-host`.
  private struct Plan {
    var root: String
    var sources: LibrarySources
    var imports: [String]
    /// What of gradus itself need not be compiled.
    var kit: BuiltKit?
  }

  private func plan(_ package: String, in folder: String) throws(LibraryFailure) -> Plan {
    if library.source == .own {
      return Plan(root: package, sources: Self.ownSources(package), imports: [])
    }
    let scratch = folder + "/build"
    let manifest = try CourseLibrary.manifest(
      of: package, for: library, toolchain, scratch: scratch)
    let products = try library.products(manifest)
    // A package that has a `lesson-host` of its own is gradus's, in another place.
    let hasHost = manifest.products.contains { $0.name == "lesson-host" }
    let kit = hasHost ? nil : try kitFolder()
    let sources = try LibrarySources(manifest, kit: kit, toolchain, scratch: scratch)
    var plan = Plan(root: package, sources: sources, imports: Self.imports(products))
    if let kit {
      plan.root = folder + "/package"
      plan.kit = try builtKit(in: folder)
      try onDisk { () throws(FileError) in
        try HostPackage(folder: plan.root).write(
          library: manifest, products: products, kit: kit, built: plan.kit)
      }
    }
    return plan
  }

  private func builtKit(in folder: String) throws(LibraryFailure) -> BuiltKit? {
    guard let kit = BuiltKit.find(),
      try kit.isReadable(by: toolchain, scratch: folder + "/imports")
    else { return nil }
    return try onDisk { () throws(FileError) in try kit.copied(to: folder + "/kit") }
  }

  private func built(_ entry: LibraryEntry) -> BuiltLibrary {
    BuiltLibrary(folder: entry.folder, imports: library.imports ?? entry.imports)
  }

  private func compile(
    _ root: String, package: String, scratch: String, name: String
  ) throws(LibraryFailure) {
    let outcome: ChildProcess.Outcome
    do throws(ProcessError) {
      outcome = try PackageManager(toolchain, spareHome: scratch + "/home").run(
        "swift-build",
        [
          "--configuration", "release", "--package-path", root, "--scratch-path", scratch,
          "--product", "lesson-host",
        ]
      ) { line in
        if line.hasPrefix("[") { progress("building \(name): \(line)") }
      }
    } catch {
      throw .process(error)
    }
    guard outcome.ending != .exited(0) else { return }
    throw LibraryFailure.build(
      said: String(decoding: outcome.output + outcome.errors, as: UTF8.self), package: package)
  }

  private func kitFolder() throws(LibraryFailure) -> String {
    do throws(MissingTool) {
      return try Installation.kitFolder()
    } catch {
      throw .missing(error)
    }
  }

  private func onDisk<Value>(
    _ work: () throws(FileError) -> Value
  ) throws(LibraryFailure) -> Value {
    do throws(FileError) {
      return try work()
    } catch {
      throw .file(error)
    }
  }
}
