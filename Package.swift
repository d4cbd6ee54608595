// swift-tools-version: 6.0
import Foundation
import PackageDescription

/// The folder of SwiftSyntax as the toolchain ships it, next to the `swiftc` on the path; nil if there is none.
/// A package that depends on the libraries alone needs none.
let swiftSyntaxFolder: String? = {
  let environment = ProcessInfo.processInfo.environment
  for folder in (environment["PATH"] ?? "").split(separator: ":") {
    let compiler = URL(fileURLWithPath: String(folder)).appendingPathComponent("swiftc")
    guard FileManager.default.isExecutableFile(atPath: compiler.path) else { continue }
    let toolchain = compiler.resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent()
    let host = toolchain.appendingPathComponent("lib/swift/host").path
    if FileManager.default.fileExists(atPath: host + "/SwiftSyntax.swiftmodule") { return host }
  }
  return nil
}()

/// Compiling against SwiftSyntax; every target that imports one that does needs it too.
let seesSwiftSyntax: [SwiftSetting] = swiftSyntaxFolder.map { [.unsafeFlags(["-I", $0])] } ?? []

/// Linking with SwiftSyntax.
let linksSwiftSyntax: [LinkerSetting] =
  swiftSyntaxFolder.map { folder in
    [
      .unsafeFlags([
        "-L", folder, "-lSwiftSyntax", "-lSwiftParser", "-lSwiftOperators", "-lSwiftIDEUtils",
        "-Xlinker", "-rpath", "-Xlinker", folder,
      ])
    ]
  } ?? []

/// How the training library is optimised: for the vectors of the machine that builds it if GRADUS_VECTORS is
/// `native`, as the scripts set it. The numbers that come out are the same. No vector stands in a public
/// declaration, so that what is compiled against the library need not know.
///
/// Otherwise there are no flags: the package manager takes a package by address and version only if what it
/// uses of it has no unsafe ones.
let settingsOfTheTrainingLibrary: [SwiftSetting] = {
  guard ProcessInfo.processInfo.environment["GRADUS_VECTORS"] == "native" else { return [] }
  // Its square roots need no error number, and its classes no watch over overlapping accesses.
  let flags = [
    "-Xcc", "-fno-math-errno", "-enforce-exclusivity=unchecked", "-Xcc", "-march=native",
  ]
  var settings: [SwiftSetting] = [.unsafeFlags(flags, .when(configuration: .release))]
  let processor = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
  let abilities = Set(processor.split(whereSeparator: { $0.isWhitespace }))
  if abilities.isSuperset(of: ["avx512f", "avx512vl", "avx512dq"]) {
    settings.append(.define("AVX512", .when(configuration: .release)))
  } else if abilities.contains("avx2") {
    settings.append(.define("AVX", .when(configuration: .release)))
  }
  return settings
}()

let package = Package(
  name: "gradus",
  products: [
    .library(name: "Backprop", targets: ["Backprop"]),
    .library(name: "BackpropFiles", targets: ["BackpropFiles"]),
    .library(name: "Figures", targets: ["Figures"]),
    .library(name: "Courseware", targets: ["Courseware"]),
    .executable(name: "gradus", targets: ["gradus"]),
    .executable(name: "lesson-host", targets: ["lesson-host"]),
  ],
  targets: [
    // What a lesson's program sees.
    .target(
      name: "Backprop", swiftSettings: settingsOfTheTrainingLibrary,
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "Figures"),
    .target(name: "LessonKit", dependencies: ["Figures"]),
    .target(name: "CLessonHost"),
    .executableTarget(
      name: "lesson-host",
      dependencies: ["Backprop", "Figures", "LessonKit", "CLessonHost"],
      linkerSettings: [
        .unsafeFlags([
          // A backtrace reads what debug information there is; the lesson's own is enough.
          "-Xlinker", "--export-dynamic", "-Xlinker", "--no-gc-sections", "-Xlinker",
          "--strip-debug",
          "-lswiftSwiftOnoneSupport",
        ])
      ]
    ),
    // Data sets, weights and checkpoints in files, kept apart so that Backprop needs no system.
    .target(name: "BackpropFiles", dependencies: ["Backprop", "FileSystem"]),
    // The Swift contestant of `scripts/bench training` and `figures`.
    .executableTarget(name: "gradus-bench", dependencies: ["Backprop", "Figures"]),
    // Sees that memory stays flat over a million steps.
    .executableTarget(name: "long-training", dependencies: ["Backprop"]),
    // Trainings and drawings that run natively and in WebAssembly, and what that lacks of C.
    .executableTarget(
      name: "web-training", dependencies: ["Backprop", "Figures", "CWebAssembly"]),
    .target(name: "CWebAssembly"),

    // What turns lessons into reports and pages.
    .systemLibrary(
      name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .target(name: "FileSystem", dependencies: ["CFileSystem"]),
    .target(name: "JSON"),
    .target(name: "Markup"),
    .target(
      name: "LessonFormat", dependencies: ["FileSystem", "CCommonMark", "CYAML"],
      swiftSettings: seesSwiftSyntax),
    .target(
      name: "LessonRunner",
      dependencies: [
        "LessonFormat", "FileSystem", "Figures", "JSON", "LessonKit", "Markup", "CLessonRunner",
        "CDigest",
      ],
      swiftSettings: seesSwiftSyntax),
    .target(name: "CLessonRunner"),
    .target(
      name: "SiteGenerator",
      dependencies: ["LessonFormat", "LessonRunner", "FileSystem", "Markup", "CFileSystem"],
      swiftSettings: seesSwiftSyntax),
    .target(name: "CFileSystem"),
    .target(
      name: "Courseware",
      dependencies: ["FileSystem", "LessonFormat", "LessonRunner", "SiteGenerator"],
      swiftSettings: seesSwiftSyntax),
    .executableTarget(
      name: "gradus",
      dependencies: [
        "Courseware", "FileSystem", "JSON", "LessonFormat", "LessonRunner", "SiteGenerator",
      ],
      swiftSettings: seesSwiftSyntax, linkerSettings: linksSwiftSyntax),
    // Gives the readers of all of these what nobody would write; `scripts/fuzz` runs it.
    .executableTarget(
      name: "gradus-fuzz",
      dependencies: [
        "Backprop", "BackpropFiles", "FileSystem", "JSON", "LessonFormat", "LessonRunner",
        "SiteGenerator",
      ],
      swiftSettings: seesSwiftSyntax, linkerSettings: linksSwiftSyntax),

    .testTarget(name: "BackpropTests", dependencies: ["Backprop"], exclude: ["Oracles"]),
    .testTarget(
      name: "BackpropFilesTests", dependencies: ["BackpropFiles", "FileSystem"],
      exclude: ["Fixtures", "Oracles"]),
    .testTarget(
      name: "FiguresTests", dependencies: ["Figures"], exclude: ["__Snapshots__", "Oracles"]),
    .testTarget(name: "LessonKitTests", dependencies: ["LessonKit"]),
    .testTarget(name: "FileSystemTests", dependencies: ["FileSystem"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
    .testTarget(
      name: "LessonFormatTests", dependencies: ["LessonFormat"],
      exclude: ["Fixtures", "Oracles"], swiftSettings: seesSwiftSyntax,
      linkerSettings: linksSwiftSyntax),
    .testTarget(
      name: "LessonRunnerTests",
      dependencies: [
        "LessonRunner", "FileSystem", "JSON", "LessonFormat", "LessonKit", "lesson-host",
      ],
      exclude: ["Courses", "Oracles"], swiftSettings: seesSwiftSyntax,
      linkerSettings: linksSwiftSyntax),
    .testTarget(
      name: "CoursewareTests",
      dependencies: ["Courseware", "FileSystem", "LessonRunner", "lesson-host"],
      swiftSettings: seesSwiftSyntax, linkerSettings: linksSwiftSyntax),
    .testTarget(
      name: "GradusTests",
      dependencies: ["gradus", "Courseware", "FileSystem", "LessonRunner", "lesson-host"],
      exclude: ["Courses"],
      swiftSettings: seesSwiftSyntax, linkerSettings: linksSwiftSyntax),
    .testTarget(
      name: "SiteGeneratorTests",
      dependencies: ["SiteGenerator", "LessonFormat", "LessonRunner", "Markup", "CCommonMark"],
      exclude: ["__Snapshots__", "Fixtures"], swiftSettings: seesSwiftSyntax,
      linkerSettings: linksSwiftSyntax),
  ]
)
