import FileSystem
import LessonRunner

/// Something that gradus needs of this machine.
public struct MachinePart: Sendable {
  /// What it is called.
  public let name: String
  /// What it is needed to do, as an infinitive.
  public let purpose: String
  /// What was found; nil when it is missing.
  public let found: String?
  /// How to get it.
  public let remedy: String

  /// All that is needed, with what there is of it.
  public static func all() -> [MachinePart] {
    let host = Files.folder(of: Files.thisProgram) + "/lesson-host"
    return [
      MachinePart(
        name: "Swift", purpose: "compile lessons", found: InstalledTools.swift(),
        remedy: "install it from https://www.swift.org/install"),
      MachinePart(
        name: "lesson-host", purpose: "run lessons", found: Files.isExecutable(host) ? host : nil,
        remedy: "swift build -c release"),
      isolation,
      MachinePart(
        name: "Node", purpose: "typeset formulas", found: InstalledTools.node(),
        remedy: "sudo apt-get install nodejs"),
      file(
        "KaTeX", "typeset formulas", KaTeX.debianFolder + "/katex.js",
        "sudo apt-get install libjs-katex"),
      file(
        "KaTeX fonts", "show formulas", "/usr/share/fonts/truetype/katex/KaTeX_Main-Regular.woff2",
        "sudo apt-get install fonts-katex"),
      MachinePart(
        name: "site sources", purpose: "make pages", found: try? SiteSources.folder(),
        remedy: "run gradus from the checkout that it was built in, or install it: "
          + "scripts/install PREFIX"),
    ]
  }

  /// The way in which lessons are isolated here, and why it is not the first.
  private static var isolation: MachinePart {
    let way = InstalledTools.isolation()
    let shortfall = way.shortfall.map { "; \($0.what): see docs/isolation.md" } ?? ""
    return MachinePart(
      name: "isolation", purpose: "keep lessons from the rest of the machine",
      found: way.version.map { $0 + shortfall },
      remedy: way.shortfall?.remedy ?? "sudo apt-get install bubblewrap")
  }

  private static func file(
    _ name: String, _ purpose: String, _ path: String, _ remedy: String
  ) -> MachinePart {
    MachinePart(
      name: name, purpose: purpose, found: Files.exists(path) ? path : nil, remedy: remedy)
  }
}
