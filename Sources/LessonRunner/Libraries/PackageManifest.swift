import FileSystem
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
      outcome = try PackageManager(toolchain, spareHome: scratch + "/home").run(
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

  /// The package in a folder, from what `swift package dump-package` writes.
  init(_ value: JSONValue, folder: String) {
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
