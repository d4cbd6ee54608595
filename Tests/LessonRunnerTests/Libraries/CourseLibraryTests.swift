import FileSystem
import JSON
import LessonFormat
import Testing

@testable import LessonRunner

@Suite struct CourseLibraryTests {
  private func library(_ text: String, in folder: String) throws -> CourseLibrary {
    try Files.write(
      "title: A\nparts: [{title: P, lessons: [a]}]\n" + text, at: folder + "/lessons/course.yaml")
    try Files.write("# A\n", at: folder + "/lessons/a.md")
    return CourseLibrary(try Course.load(folder + "/lessons"))
  }

  private func manifest(libraries: [String], programs: [String] = []) throws -> PackageManifest {
    let products =
      libraries.map { #"{"name":"\#($0)","targets":["\#($0)"],"type":{"library":["automatic"]}}"# }
      + programs.map { #"{"name":"\#($0)","targets":["\#($0)"],"type":{"executable":null}}"# }
    return PackageManifest(
      try JSONValue(#"{"products":[\#(products.joined(separator: ","))]}"#), folder: "/p")
  }

  @Test func aCourseThatNamesNoLibraryIsAboutGradussOwn() throws {
    try withScratch { folder in
      let library = try library("", in: folder)
      #expect(library.source == .own && library.imports == ["Backprop", "Figures"])
    }
  }

  @Test func aCourseThatNamesAPackageIsAboutIt() throws {
    try withScratch { folder in
      try Files.write("", at: folder + "/p/Package.swift")
      let library = try library(
        "library:\n  package: ../p\n  product: Fractions\n  imports: [Fractions]\n", in: folder)
      #expect(
        library.source
          == .package(folder: Files.resolved(folder) + "/p", product: "Fractions"))
      #expect(library.imports == ["Fractions", "Figures"])
      #expect(!library.isSame(as: .own) && library.isSame(as: library))
    }
  }

  @Test func aFileIsAboutThePackageThatItLiesIn() throws {
    try withScratch { folder in
      try Files.write("", at: folder + "/p/Package.swift")
      try Files.createFolder(folder + "/p/notes")
      let library = CourseLibrary(aroundFileIn: Files.resolved(folder) + "/p/notes")
      #expect(library.source == .package(folder: Files.resolved(folder) + "/p", product: nil))
      #expect(library.imports == nil)
    }
  }

  @Test func theProductIsTheOneThatIsNamedOrAllLibraries() throws {
    try withScratch { folder in
      let named = try library(
        "library:\n  package: ../p\n  product: B\n  imports: [B]\n", in: folder)
      let manifest = try manifest(libraries: ["A", "B"], programs: ["run"])
      #expect(try named.products(manifest).map(\.name) == ["B"])
      let other = try library(
        "library:\n  package: ../p\n  product: run\n  imports: [B]\n", in: folder)
      let failure = #expect(throws: LibraryFailure.self) { try other.products(manifest) }
      guard case .unknown(.product("run", _, ["A", "B"], isProgram: true), _)? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
    }
  }

  @Test func aPackageThatIsNotThereIsNamedWithTheNearest() throws {
    try withScratch { folder in
      let folder = Files.resolved(folder)
      try Files.write("", at: folder + "/fractions/Package.swift")
      let library = try library(
        "library:\n  package: ../fraction\n  product: F\n  imports: [F]\n", in: folder)
      let failure = #expect(throws: LibraryFailure.self) {
        try CourseLibrary.manifest(
          of: folder + "/fraction", for: library, .sample(), scratch: folder)
      }
      guard case .unknown(let name, let place)? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(
        name
          == .package(
            "../fraction", folder: folder + "/fraction", exists: false, nearest: "../fractions"))
      #expect(place?.line == 4)
    }
  }

  @Test func aModuleThatThePackageDoesNotHaveIsNamed() throws {
    try withScratch { folder in
      let library = try library(
        "library:\n  package: ../p\n  product: F\n  imports: [F, G]\n", in: folder)
      for name in ["F", "Figures", "LessonKit"] {
        try Files.write("", at: "\(folder)/Modules/\(name).swiftmodule")
      }
      let toolchain = Toolchain.sample(modules: folder + "/Modules")
      try library.requireImports(["F", "Figures"], in: toolchain)
      let failure = #expect(throws: LibraryFailure.self) {
        try library.requireImports(["F", "G"], in: toolchain)
      }
      guard case .unknown(.module("G", _, let modules), let place)? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(Set(modules) == ["F", "Figures"] && place?.line == 6)
    }
  }
}
