import FileSystem
import Glibc
import JSON

/// What a package's manifest says, as far as building its library for lessons needs it.
struct PackageManifest: Sendable {
  struct Product: Sendable {
    var name: String
    var targets: [String]
    var isLibrary: Bool
  }

  struct Target: Sendable {
    var name: String
    /// The folder, if the manifest names one.
    var path: String?
    var isTest: Bool
  }

  /// The package's folder.
  let folder: String
  let products: [Product]
  let targets: [Target]
  /// The folders of the packages on this machine that it depends on.
  let localDependencies: [String]

  var libraries: [Product] { products.filter(\.isLibrary) }

  /// Asks the Swift package manager, which runs the manifest.
  ///
  /// - Parameter scratch: A folder for the package manager: that of the package itself may be
  ///   locked by a build that is going on, and is not ours to write to.
  static func read(
    _ folder: String, _ toolchain: Toolchain, scratch: String
  ) throws(LibraryFailure) -> PackageManifest {
    let outcome: ChildProcess.Outcome
    do throws(ProcessError) {
      outcome = try PackageManager(toolchain).run(
        "swift-package",
        ["--package-path", folder, "--scratch-path", scratch, "dump-package"])
    } catch {
      throw .process(error)
    }
    let text = String(decoding: outcome.output, as: UTF8.self)
    guard outcome.ending == .exited(0), let value = try? JSONValue(text) else {
      throw LibraryFailure.build(
        said: String(decoding: outcome.errors, as: UTF8.self), package: folder)
    }
    return PackageManifest(value, folder: folder)
  }

  private init(_ value: JSONValue, folder: String) {
    self.folder = folder
    products = (value["products"]?.list ?? []).map { product in
      Product(
        name: product["name"]?.text ?? "",
        targets: (product["targets"]?.list ?? []).compactMap(\.text),
        isLibrary: product["type"]?["library"] != nil)
    }
    targets = (value["targets"]?.list ?? []).map { target in
      Target(
        name: target["name"]?.text ?? "", path: target["path"]?.text,
        isTest: target["type"]?.text == "test")
    }
    localDependencies = (value["dependencies"]?.list ?? []).flatMap { dependency in
      (dependency["fileSystem"]?.list ?? []).compactMap { $0["path"]?.text }
    }
  }

  /// The folders that hold the sources of all but the tests.
  var sourceFolders: [String] {
    var folders: [String] = []
    for target in targets where !target.isTest {
      let usual = ["Sources", "Source", "src", "srcs", "Plugins"]
      let candidates =
        target.path.map { ["\(folder)/\($0)"] } ?? usual.map { "\(folder)/\($0)/\(target.name)" }
      // A package with a single target may have its sources in `Sources` itself.
      let found = candidates.first(where: Files.isFolder) ?? "\(folder)/Sources"
      if !folders.contains(found) { folders.append(found) }
    }
    return folders
  }

  /// The files that say what the package is made of.
  var manifestFiles: [String] {
    let names = Files.list(folder).filter { name in
      name == "Package.resolved" || name.hasPrefix("Package") && name.hasSuffix(".swift")
    }
    return names.map { "\(folder)/\($0)" }
  }
}

/// The Swift package manager, run as the user would run it.
struct PackageManager: Sendable {
  private let toolchain: Toolchain

  /// A first build may fetch and compile large dependencies.
  private static let seconds = 3600.0

  init(_ toolchain: Toolchain) {
    self.toolchain = toolchain
  }

  /// Runs one of its programs, and gives each line that it prints to `line`.
  func run(
    _ program: String, _ arguments: [String], line: (Substring) -> Void = { _ in }
  ) throws(ProcessError) -> ChildProcess.Outcome {
    let process = ChildProcess(
      program: "\(toolchain.root)/bin/\(program)", arguments: arguments,
      environment: environment, seconds: Self.seconds)
    var unread: [UInt8] = []
    return try process.run { bytes in
      unread += bytes
      while let end = unread.firstIndex(of: 10) {
        line(Substring(decoding: unread[..<end], as: UTF8.self))
        unread.removeSubrange(...end)
      }
    }
  }

  /// The user's own environment: a manifest, and the search for C libraries, may depend on it.
  private var environment: [String: String] {
    var variables: [String: String] = [:]
    let bytes = (try? Files.read("/proc/self/environ")) ?? []
    for entry in bytes.split(separator: 0) {
      let parts = entry.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      variables[String(decoding: parts[0], as: UTF8.self)] = String(
        decoding: parts[1], as: UTF8.self)
    }
    let path = variables["PATH"].map { ":" + $0 } ?? ""
    variables["PATH"] = toolchain.root + "/bin" + path
    // What a surrounding build or test run says of itself is not meant for this build.
    for name in variables.keys where name.hasPrefix("SWIFTPM_") || name.hasPrefix("LLVM_PROFILE") {
      variables[name] = nil
    }
    return variables
  }
}
