import FileSystem
import Glibc
import Testing

@testable import LessonRunner

@Suite struct ToolchainTests {
  @Test func theLibraryOfTheTestsIsFoundWithTheToolchainOnThePath() throws {
    let toolchain = try Toolchain.ofTests()
    #expect(Files.isExecutable(toolchain.frontend) && Files.isExecutable(toolchain.host))
    #expect(toolchain.builtModules.contains("LessonKit"))
    #expect(toolchain.hasSystemModule("Foundation") && !toolchain.hasSystemModule("Backprop"))
  }

  @Test func aFolderWithoutALibraryIsNamed() {
    #expect(throws: MissingTool.host(folder: "/nonexistent")) {
      try Toolchain.find(library: "/nonexistent")
    }
  }

  @Test func theMacrosOfTheToolchainAreFoundWhereItHasThem() throws {
    try withScratch { folder in
      let server = folder + "/lib/swift/host/libSwiftInProcPluginServer.so"
      #expect(Toolchain.sample(root: folder).macros == [])
      try Files.write("", at: server)
      #expect(
        Toolchain.sample(root: folder).macros == [
          "-in-process-plugin-server-path", server, "-plugin-path",
          folder + "/lib/swift/host/plugins",
        ])
    }
  }

  @Test func flagsThatStandBesideTheLibraryAreTakenOver() throws {
    try withScratch { folder in
      try Files.write("", at: folder + "/lesson-host")
      chmod(folder + "/lesson-host", 0o755)
      try Files.createFolder(folder + "/Modules")
      try Files.write("-Xcc\n-I/c", at: folder + "/flags")
      try Files.write("", at: folder + "/libC.so")
      try Files.createFolder(folder + "/P_T.resources")
      let toolchain = try Toolchain.find(library: folder)
      #expect(toolchain.flags == ["-Xcc", "-I/c"])
      #expect(
        toolchain.companions.sorted() == ["\(folder)/P_T.resources", "\(folder)/libC.so"])
    }
  }

  @Test func theFoldersThatFlagsNameAreKnown() {
    let flags = [
      "-Xcc", "-fmodule-map-file=/l/C/include/module.modulemap", "-Xcc", "-I", "-Xcc", "/l/D",
      "-load-plugin-executable", "/l/Macros-tool#Macros", "-DTRACE",
    ]
    #expect(
      Toolchain.sample(flags: flags).includedPaths == ["/l/C/include", "/l/D", "/l/Macros-tool"])
  }

  @Test func aModuleThatIsNotBuiltIsNamedWithTheNearest() throws {
    try withScratch { folder in
      try Files.write("", at: folder + "/Backprop.swiftmodule")
      let toolchain = Toolchain.sample(modules: folder)
      try toolchain.requireModules(["Backprop"])
      #expect(throws: MissingTool.module("Backprob", folder: folder, nearest: "Backprop")) {
        try toolchain.requireModules(["Backprop", "Backprob"])
      }
    }
  }
}
