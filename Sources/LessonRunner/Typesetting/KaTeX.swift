import FileSystem
import JSON

/// Why formulas could not be typeset at all.
public enum TypesettingError: Error, Hashable, Sendable {
  /// Something of this machine is missing; `package` is what brings it on Debian.
  case missingTool(name: String, package: String)
  /// A file that typesetting needs can't be read.
  case unreadable(path: String, reason: String)
  /// Node can't do its work.
  case process(ProcessError)
  /// What Node wrote before it gave up.
  case failed(String)
  /// How Node ended, which wrote nothing.
  case ended(ChildProcess.Ending)
  /// Node answered some of the formulas.
  case unanswered(answered: Int, formulas: Int)
}

extension TypesettingError: CustomStringConvertible {
  /// The error in a sentence, with what to do.
  public var description: String {
    switch self {
    case .missingTool(let name, let package):
      "\(name) is missing on this machine: install it with `apt-get install \(package)`."
    case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)."
    case .process(let error): Self.notRendered("Node does not start: \(error.reason)")
    case .failed(let said): Self.notRendered(said)
    case .ended(let ending): Self.notRendered("Node ended as \(ending)")
    case .unanswered(let answered, let formulas):
      Self.notRendered("Node answered \(answered) of \(formulas) formulas.")
    }
  }

  private static func notRendered(_ reason: String) -> String {
    "The formulas could not be rendered: \(reason)"
  }
}

/// KaTeX as Debian ships it, run by Node: TeX in, HTML with MathML out.
public struct KaTeX: Sendable {
  /// The script of the site's sources that Node runs.
  let script: String
  /// The folder with `katex.js`, `katex.min.css` and `fonts/`.
  public let folder: String
  /// Ends Node from another thread.
  private let cancellation: Cancellation

  /// Where Debian puts it.
  public static let debianFolder = "/usr/share/javascript/katex"

  /// - Parameters:
  ///   - assets: the folder of the site's own sources.
  ///   - folder: the folder of KaTeX.
  ///   - cancellation: ends Node from another thread.
  public init(
    assets: String, folder: String = KaTeX.debianFolder,
    cancellation: Cancellation = Cancellation()
  ) {
    self.script = assets + "/katex-render.js"
    self.folder = folder
    self.cancellation = cancellation
  }

  /// Changes with the files that a typeset formula depends on.
  var version: String {
    "3 " + ["\(folder)/katex.js", script].map { Files.identity($0) }.joined(separator: " ")
  }

  /// Typesets all formulas in one process, in order. About 0.2 s to start, then 0.2 ms each.
  ///
  /// One that is nested too deeply, or grows too large or too long, is a mistake of its own. The script
  /// sees to that, but for what ends Node itself: then the next process begins behind it.
  func render(_ formulas: [Formula]) throws(TypesettingError) -> [TypesetFormula] {
    guard !formulas.isEmpty else { return [] }
    guard Files.exists(folder + "/katex.js") else {
      throw .missingTool(name: "KaTeX", package: "libjs-katex fonts-katex")
    }
    guard Files.exists(script) else {
      throw .unreadable(path: script, reason: "No such file")
    }
    var typeset: [TypesetFormula] = []
    var together = 50
    for _ in 0...Self.mostDeaths {
      let outcome = try run(formulas[typeset.count...], together: together)
      let before = typeset.count
      var replies = Replies(bytes: outcome.output)
      while typeset.count < formulas.count, let reply = replies.next() { typeset.append(reply) }
      if typeset.count == formulas.count { return typeset }
      let failure = NodeProcess.failure(of: outcome)
      guard outcome.isDeath else {
        throw failure ?? .unanswered(answered: typeset.count, formulas: formulas.count)
      }
      // Which of several it was is not known, nor whose time it was that others had used.
      let isItsOwn = outcome.ending != .timedOut || typeset.count == before
      if together == 1, isItsOwn {
        typeset.append(
          .mistake(message: "it takes more time or memory than a formula may", offset: nil))
      }
      together = 1
    }
    throw .unanswered(answered: typeset.count, formulas: formulas.count)
  }

  /// How often Node may end before something other than single formulas is to blame.
  private static let mostDeaths = 20

  private func run(
    _ formulas: ArraySlice<Formula>, together: Int
  ) throws(TypesettingError) -> ChildProcess.Outcome {
    var input = ""
    for formula in formulas {
      var request = JSONObject()
      request.add("tex", formula.tex)
      request.add("display", formula.display)
      input += request.text + "\n"
    }
    return try NodeProcess.run(
      script, [folder + "/katex.js", String(together)], input: Array(input.utf8),
      cancellation: cancellation)
  }
}

extension ChildProcess.Outcome {
  /// Whether Node was ended, such as by itself for its memory, rather than ending with an error.
  fileprivate var isDeath: Bool {
    switch ending {
    case .signalled, .timedOut, .wroteTooMuch, .tookTooMuch: true
    case .exited(let status): status > 128
    }
  }
}

/// The replies of the script: a line with the kind and lengths, then the bytes.
private struct Replies {
  let bytes: [UInt8]
  var offset = 0

  mutating func next() -> TypesetFormula? {
    guard let end = bytes[offset...].firstIndex(of: 10) else { return nil }
    let words = String(decoding: bytes[offset..<end], as: UTF8.self).split(separator: " ")
    offset = end + 1
    guard words.count >= 3, let length = Int(words[1]), let number = Int(words[2]),
      let first = text(length)
    else { return nil }
    if words[0] == "error" {
      return .mistake(message: first, offset: number >= 0 ? number : nil)
    }
    return text(number).map { .typeset(mathML: first, visible: $0) }
  }

  private mutating func text(_ length: Int) -> String? {
    guard length >= 0, offset + length <= bytes.count else { return nil }
    defer { offset += length }
    return String(decoding: bytes[offset..<offset + length], as: UTF8.self)
  }
}
