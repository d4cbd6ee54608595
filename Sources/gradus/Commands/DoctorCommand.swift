import FileSystem
import LessonFormat
import LessonRunner
import SiteGenerator

/// `gradus doctor`: what this machine has and lacks, with the command that installs it.
struct DoctorCommand {
  let terminal: Terminal

  private struct Part {
    var name: String
    var purpose: String
    /// What was found; nil when it is missing.
    var found: String?
    var remedy: String
  }

  func run() throws(CommandFailure) -> Int32 {
    let parts = [toolchain, library, sandbox, node, katex, fonts, sources]
    let width = parts.map(\.name.count).max() ?? 0
    for part in parts {
      let name = part.name + String(repeating: " ", count: width - part.name.count)
      if let found = part.found {
        terminal.write("ok       \(name)  \(found)\n")
      } else {
        terminal.write("missing  \(name)  needed to \(part.purpose)\n")
        terminal.write("         \(String(repeating: " ", count: width))  \(part.remedy)\n")
      }
    }
    let missing = parts.count { $0.found == nil }
    terminal.say(
      missing == 0
        ? "nothing is missing"
        : "\(Count.of(missing, "part")) missing; scripts/setup "
          + "installs what Debian has")
    return missing == 0 ? ExitStatus.success : ExitStatus.somethingMissing
  }

  private var toolchain: Part {
    Part(
      name: "Swift", purpose: "compile lessons", found: InstalledTools.swift(),
      remedy: "install it from https://www.swift.org/install")
  }

  private var library: Part {
    let host = Files.folder(of: Files.thisProgram) + "/lesson-host"
    return Part(
      name: "lesson-host", purpose: "run lessons", found: Files.isExecutable(host) ? host : nil,
      remedy: "swift build -c release")
  }

  private var sandbox: Part {
    Part(
      name: "bubblewrap", purpose: "keep lessons from the rest of the machine",
      found: InstalledTools.sandbox(), remedy: "sudo apt-get install bubblewrap")
  }

  private var node: Part {
    Part(
      name: "Node", purpose: "typeset formulas", found: InstalledTools.node(),
      remedy: "sudo apt-get install nodejs")
  }

  private var katex: Part {
    file(
      "KaTeX", "typeset formulas", "/usr/share/javascript/katex/katex.js",
      "sudo apt-get install libjs-katex")
  }

  private var fonts: Part {
    file(
      "KaTeX fonts", "show formulas", "/usr/share/fonts/truetype/katex/KaTeX_Main-Regular.woff2",
      "sudo apt-get install fonts-katex")
  }

  private var sources: Part {
    Part(
      name: "site sources", purpose: "make pages", found: try? SiteSources.folder(),
      remedy: "run gradus from the checkout that it was built in, or install it: "
        + "scripts/install PREFIX")
  }

  private func file(_ name: String, _ purpose: String, _ path: String, _ remedy: String) -> Part {
    Part(name: name, purpose: purpose, found: Files.exists(path) ? path : nil, remedy: remedy)
  }
}
