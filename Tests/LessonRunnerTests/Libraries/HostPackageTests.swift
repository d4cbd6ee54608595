import FileSystem
import JSON
import Testing

@testable import LessonRunner

@Suite struct HostPackageTests {
  private func write(in folder: String, built: BuiltKit? = nil) throws {
    let library = PackageManifest(
      try JSONValue(#"{"products":[],"targets":[],"dependencies":[]}"#),
      folder: folder + "/my \"lib\"")
    let product = PackageManifest.Product(name: "A\\B", targets: ["A"], isLibrary: true)
    try HostPackage(folder: folder + "/package")
      .write(library: library, products: [product], kit: folder + "/kit", built: built)
  }

  private func fillKit(of folder: String) throws {
    for target in Installation.kit {
      try Files.write(target, at: "\(folder)/kit/\(target)/a.swift")
    }
  }

  @Test func thePackageLinksTheHostWithTheCoursesProduct() throws {
    try withScratch { folder in
      try fillKit(of: folder)
      try write(in: folder)
      let bytes = try Files.read(folder + "/package/Package.swift")
      let manifest = String(decoding: bytes, as: UTF8.self)
      #expect(manifest.contains(#".package(path: "\#(folder)/my \"lib\"")"#))
      #expect(manifest.contains(#".product(name: "A\\B", package: "my \"lib\"")"#))
      for target in Installation.kit {
        #expect(
          manifest.contains("(name: \"\(target)\"") || manifest.contains("name: \"\(target)\","))
        #expect(Files.exists("\(folder)/package/Sources/\(target)/a.swift"))
      }
    }
  }

  @Test func whatIsCompiledAlreadyIsLinkedAndNotCompiledAgain() throws {
    try withScratch { folder in
      try fillKit(of: folder)
      for name in BuiltKit.names {
        try Files.write("", at: "\(folder)/built/Modules/\(name).swiftmodule")
        try Files.write("", at: "\(folder)/built/Objects/\(name).build/A.swift.o")
      }
      try write(in: folder)
      let built = try #require(BuiltKit(in: folder + "/built") as BuiltKit?)
      try write(in: folder, built: built)
      let bytes = try Files.read(folder + "/package/Package.swift")
      let manifest = String(decoding: bytes, as: UTF8.self)
      #expect(manifest.contains("\"\(folder)/built/Modules\""))
      for name in BuiltKit.names {
        #expect(manifest.contains("\"\(folder)/built/Objects/\(name).build/A.swift.o\""))
        #expect(!manifest.contains("\"\(name)\""))
        #expect(!Files.exists("\(folder)/package/Sources/\(name)/a.swift"))
      }
      #expect(Files.exists("\(folder)/package/Sources/lesson-host/a.swift"))
    }
  }

  @Test func whatIsThereAsItShouldBeIsLeftAndWhatIsNoMoreIsRemoved() throws {
    try withScratch { folder in
      try fillKit(of: folder)
      try write(in: folder)
      let manifest = folder + "/package/Package.swift"
      let identity = Files.identity(manifest)
      try Files.write("b", at: folder + "/kit/Figures/b.swift")
      Files.remove(folder + "/kit/LessonKit/a.swift")
      try write(in: folder)
      #expect(Files.identity(manifest) == identity)
      #expect(Files.exists(folder + "/package/Sources/Figures/b.swift"))
      #expect(!Files.exists(folder + "/package/Sources/LessonKit/a.swift"))
    }
  }

  @Test func theVersionsThatTheLibraryIsTestedWithAreTakenOver() throws {
    try withScratch { folder in
      try fillKit(of: folder)
      try Files.write("pins", at: folder + "/my \"lib\"/Package.resolved")
      try write(in: folder)
      #expect(try Files.read(folder + "/package/Package.resolved") == Array("pins".utf8))
    }
  }
}
