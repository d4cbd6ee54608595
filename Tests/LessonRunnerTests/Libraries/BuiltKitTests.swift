import FileSystem
import Testing

@testable import LessonRunner

@Suite struct BuiltKitTests {
  /// A folder as the package manager leaves it, with an object of another module, and one that is no
  /// longer linked.
  private func fill(_ folder: String) throws {
    for name in BuiltKit.names {
      try Files.write("module \(name)", at: "\(folder)/Modules/\(name).swiftmodule")
      try Files.write("object", at: "\(folder)/\(name).build/A.swift.o")
      try Files.write("old", at: "\(folder)/\(name).build/Old.swift.o")
    }
    try Files.write("other", at: "\(folder)/Backprop.build/A.swift.o")
    let linked = ["Backprop", "Figures", "LessonKit"].map { "\(folder)/\($0).build/A.swift.o\n" }
    try Files.write(linked.joined(), at: "\(folder)/lesson-host.product/Objects.LinkFileList")
  }

  @Test func theObjectsAreThoseOfTheKitThatTheHostIsLinkedWith() throws {
    try withScratch { folder in
      try fill(folder)
      let kit = try #require(BuiltKit(in: folder))
      #expect(kit.modules == folder + "/Modules")
      #expect(kit.objects == BuiltKit.names.map { "\(folder)/\($0).build/A.swift.o" })
    }
  }

  @Test(arguments: [
    "Modules/LessonKit.swiftmodule", "Figures.build/A.swift.o",
    "lesson-host.product/Objects.LinkFileList",
  ])
  func aKitThatIsNotWholeIsNone(missing: String) throws {
    try withScratch { folder in
      try fill(folder)
      Files.remove("\(folder)/\(missing)")
      #expect(BuiltKit(in: folder) == nil)
    }
  }

  @Test func aCopyIsAsAKitThatIsInstalledAndStaysUntilTheKitChanges() throws {
    try withScratch { folder in
      try fill(folder + "/built")
      let parent = folder + "/kit"
      func copied() throws -> BuiltKit {
        try #require(BuiltKit(in: folder + "/built")).copied(to: parent)
      }
      let first = try copied()
      #expect(first.objects.map { Files.name(of: $0) } == ["A.swift.o", "A.swift.o"])
      #expect(first.objects.allSatisfy { $0.hasPrefix(parent) && Files.exists($0) })
      #expect(try copied() == first)

      try Files.write("a longer object", at: folder + "/built/Figures.build/A.swift.o")
      let second = try copied()
      #expect(second.modules != first.modules)
      #expect(Files.list(parent) == [Files.name(of: Files.folder(of: second.modules))])
    }
  }

  @Test func aCompilerReadsItsOwnModulesAndNoOthers() throws {
    try withScratch { folder in
      let toolchain = try Toolchain.find()
      let kit = try #require(BuiltKit(in: Installation.folder))
      #expect(try kit.isReadable(by: toolchain, scratch: folder + "/a"))
      try fill(folder)
      let foreign = try #require(BuiltKit(in: folder))
      #expect(try !foreign.isReadable(by: toolchain, scratch: folder + "/b"))
    }
  }
}
