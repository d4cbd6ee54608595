import FileSystem
import Glibc
import LessonFormat

/// The Swift toolchain, and the library as built: what lessons are compiled and run with.
public struct Toolchain: Sendable {
  /// The folder above `bin` and `lib`, such as `/usr`.
  public let root: String
  /// Holds the modules that lessons import.
  public internal(set) var modules: String
  /// The program that loads a lesson's program.
  public let host: String
  /// What else the compiler needs to import the library: where its modules of C and its macros
  /// are.
  let flags: [String]
  /// Ends its programs, and those made with it, from another thread.
  let cancellation: Cancellation

  /// The compiler without its driver.
  public var frontend: String { root + "/bin/swift-frontend" }
  var linker: String { root + "/bin/ld.lld" }
  var runtime: String { root + "/lib/swift/linux" }
  var libclang: String { root + "/lib/libclang.so" }
  var backtracer: String { root + "/libexec/swift/linux/swift-backtrace" }

  /// How the compiler finds the macros that come with it. It loads them into its own process when code
  /// uses one.
  var macros: [String] {
    let folder = root + "/lib/swift/host"
    let server = folder + "/libSwiftInProcPluginServer.so"
    guard Files.exists(server) else { return [] }
    return ["-in-process-plugin-server-path", server, "-plugin-path", folder + "/plugins"]
  }

  /// Where the modules of C and the macros lie that ``flags`` name.
  var includedPaths: [String] {
    flags.compactMap { flag in
      flag.firstIndex(of: "/").map { start in
        let path = String(flag[start...].prefix { $0 != "#" })
        // The headers of a module lie beside its map.
        return path.hasSuffix(".modulemap") ? Files.folder(of: path) : path
      }
    }
  }

  var startObject: String {
    #if arch(x86_64)
      runtime + "/x86_64/swiftrt.o"
    #else
      runtime + "/aarch64/swiftrt.o"
    #endif
  }

  /// Finds the toolchain by the `swiftc` on the path, and the library in `folder`: beside this
  /// program, if none is named.
  public static func find(
    library: String? = nil, cancellation: Cancellation = Cancellation()
  ) throws(MissingTool) -> Toolchain {
    guard let root = findRoot() else {
      throw .toolchain
    }
    let folder = library ?? Files.folder(of: Files.thisProgram)
    let flags = ((try? Files.read(folder + "/flags")) ?? []).split(separator: 10)
    let found = Toolchain(
      root: root, modules: folder + "/Modules", host: folder + "/lesson-host",
      flags: flags.map { String(decoding: $0, as: UTF8.self) }, cancellation: cancellation)
    guard Files.isExecutable(found.host), Files.exists(found.modules) else {
      throw .host(folder: folder)
    }
    guard Files.isExecutable(found.linker), Files.exists(found.startObject) else {
      throw .linker(toolchain: root)
    }
    return found
  }

  /// Sees that each module is there to be imported: built beside this program, or a part of the
  /// toolchain.
  func requireModules(_ imports: [String]) throws(MissingTool) {
    for name in imports where !Files.exists("\(modules)/\(name).swiftmodule") {
      if hasSystemModule(name) { continue }
      throw .module(
        name, folder: modules, nearest: Spelling.nearest(to: name, among: builtModules))
    }
  }

  /// The modules that were built with the library.
  var builtModules: [String] {
    Files.list(modules).filter { $0.hasSuffix(".swiftmodule") }
      .map { String($0.dropLast(".swiftmodule".count)) }
  }

  /// Whether a module is a part of the toolchain.
  func hasSystemModule(_ name: String) -> Bool { Files.exists("\(runtime)/\(name).swiftmodule") }

  /// What the program loads when it runs: dynamic libraries, and resources of the library's.
  var companions: [String] {
    let folder = Files.folder(of: host)
    guard Files.exists(folder + "/flags") else { return [] }
    return Files.list(folder).filter { $0.hasSuffix(".so") || $0.hasSuffix(".resources") }
      .map { "\(folder)/\($0)" }
  }

  private static func findRoot() -> String? {
    let path = Environment.value("PATH") ?? ""
    // Under sudo the path is often cut down to the system's own folders.
    let folders =
      path.split(separator: ":").map(String.init) + ["/usr/bin", "/opt/swift/usr/bin"]
    for folder in folders where Files.isExecutable(folder + "/swiftc") {
      let bin = Files.folder(of: Files.resolved(folder + "/swiftc"))
      if Files.isExecutable(bin + "/swift-frontend") { return Files.folder(of: bin) }
    }
    return nil
  }

  /// What can change a lesson's result, other than the lesson: this program, the library and the
  /// toolchain.
  func stamp(_ imports: [String]) -> [String] {
    let files =
      [Files.thisProgram, host] + (imports + ["LessonKit"]).map { "\(modules)/\($0).swiftmodule" }
    return files.map { Digest.ofFile($0) } + [Files.identity(frontend)] + flags
  }
}
