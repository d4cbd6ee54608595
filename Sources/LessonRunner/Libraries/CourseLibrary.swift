import FileSystem
import LessonFormat

/// The library that lessons are about: the package and product that provide it.
public struct CourseLibrary: Sendable {
  enum Source: Hashable, Sendable {
    /// Backprop and Figures, as they were built with gradus.
    case own
    /// A package, by its folder; all of its libraries when no product is named.
    case package(folder: String, product: String?)
  }

  let source: Source

  /// The folder of the package; nil for gradus's own library.
  public var folder: String? {
    if case .package(let folder, _) = source { folder } else { nil }
  }
  /// The modules that every lesson imports; nil when the package's manifest has to be asked.
  public let imports: [String]?
  /// Where the course file names what it names.
  let places: Course.LibraryPlaces
  /// The package's folder, as the course file writes it.
  let writtenPackage: String
  /// The course's folder.
  let course: String

  private init(
    _ source: Source, imports: [String]?, places: Course.LibraryPlaces = .init(),
    writtenPackage: String = "", course: String = "."
  ) {
    self.source = source
    self.imports = imports
    self.places = places
    self.writtenPackage = writtenPackage
    self.course = course
  }

  /// Backprop and Figures, as they were built with gradus.
  public static let own = CourseLibrary(.own, imports: withFigures(["Backprop"]))

  /// The library that a course names; gradus's own when it names none.
  public init(_ course: Course) {
    let library = course.library
    let places = course.libraryPlaces
    let imports = Self.withFigures(library.imports)
    let folder = Files.resolved(Files.path(library.package, in: course.folder))
    let namesOther = places.package != nil || places.product != nil && library.product != "Backprop"
    guard namesOther, folder != Installation.checkout else {
      self.init(.own, imports: imports, places: places)
      return
    }
    self.init(
      .package(folder: folder, product: library.product), imports: imports, places: places,
      writtenPackage: library.package, course: course.folder)
  }

  /// The library that a file outside any course is about: that of the package it lies in. The
  /// course in the package's folder `lessons` says which, if there is one.
  public init(aroundFileIn folder: String) {
    guard let package = Files.nearestFolder(above: folder, holding: "Package.swift"),
      package != Installation.checkout
    else {
      self = .own
      return
    }
    if let course = try? Course.load(package + "/lessons"), course.libraryPlaces.package != nil,
      Files.resolved(Files.path(course.library.package, in: course.folder)) == package
    {
      self.init(course)
      return
    }
    self.init(.package(folder: package, product: nil), imports: nil, writtenPackage: package)
  }

  /// Whether two lessons can run in one go.
  public func isSame(as other: CourseLibrary) -> Bool {
    source == other.source && imports == other.imports
  }

  static func withFigures(_ imports: [String]) -> [String] {
    imports.contains("Figures") ? imports : imports + ["Figures"]
  }

  // MARK: The manifest

  /// The package as it describes itself, after seeing that there is one.
  static func manifest(
    of folder: String, for library: CourseLibrary, _ toolchain: Toolchain, scratch: String
  ) throws(LibraryFailure) -> PackageManifest {
    guard Files.exists(folder + "/Package.swift") else {
      throw .unknown(
        .package(
          library.writtenPackage, folder: folder, exists: Files.isFolder(folder),
          nearest: library.nearestPackage(to: folder)),
        place: library.places.package)
    }
    return try PackageManifest.read(folder, toolchain, scratch: scratch)
  }

  /// A package that the course file may have meant, as it would be written there.
  private func nearestPackage(to folder: String) -> String? {
    let parent = Files.folder(of: folder)
    let beside = Files.list(parent).filter { Files.exists("\(parent)/\($0)/Package.swift") }
    if let nearest = Spelling.nearest(to: Files.name(of: folder), among: beside) {
      let slash = writtenPackage.utf8.lastIndex(of: UInt8(ascii: "/"))
      return (slash.map { writtenPackage[...$0] } ?? "") + nearest
    }
    var path = ".."
    while Files.resolved("\(course)/\(path)") != "/" {
      if Files.exists("\(course)/\(path)/Package.swift") { return path }
      path += "/.."
    }
    return nil
  }

  /// The libraries to build, which the manifest must have.
  func products(_ manifest: PackageManifest) throws(LibraryFailure) -> [PackageManifest.Product] {
    guard case .package(let folder, let name?) = source else { return manifest.libraries }
    if let product = manifest.libraries.first(where: { $0.name == name }) { return [product] }
    throw .unknown(
      .product(
        name, package: folder, libraries: manifest.libraries.map(\.name),
        isProgram: manifest.products.contains { $0.name == name }),
      place: places.product)
  }

  /// Sees that what lessons import is among the modules that were built.
  func requireImports(_ imports: [String], in toolchain: Toolchain) throws(LibraryFailure) {
    guard case .package(let folder, _) = source else { return }
    let built = toolchain.builtModules
    for (index, name) in imports.enumerated()
    where !built.contains(name) && !toolchain.hasSystemModule(name) {
      throw .unknown(
        .module(
          name, package: folder,
          modules: built.filter { !["LessonKit", "lesson_host"].contains($0) }),
        place: places.imports.indices.contains(index) ? places.imports[index] : places.product)
    }
  }
}
