import FileSystem
import LessonFormat

/// Holds the relative links of lessons to what they lead to: other lessons of the course, anchors
/// in them, files beside them. Links to other hosts are not checked.
package final class LinkJudge {
  /// The stems of the course's lessons; nil when lessons stand alone.
  private let listed: [String]?
  private let listedStems: Set<String>
  private let allowsHTML: Bool
  /// The anchors of a lesson, by its path; none for a file that is not there.
  private var anchors: [String: Anchors] = [:]
  /// What is in folders that dead links lead to: one folder may be meant by many.
  private var listings: [String: [String]] = [:]
  /// How often a name of the lesson was compared with another to find what is meant.
  private var comparisons = 0
  private static let mostComparisons = 200_000
  /// What is wrong with links, by folder and destination.
  private var faults: [[String]: Fault?] = [:]
  /// The stems of lessons that were called otherwise before, by those names.
  private let renamed: [String: String]

  /// A judge of links between these lessons.
  ///
  /// - Parameters:
  ///   - listed: The stems of the course's lessons; nil when lessons stand alone.
  ///   - allowsHTML: Whether raw HTML comes to pages, with the anchors in it.
  package init(lessons: [Lesson], listed: [String]?, allowsHTML: Bool = false) {
    self.listed = listed
    listedStems = Set(listed ?? [])
    self.allowsHTML = allowsHTML
    renamed = Dictionary(
      lessons.flatMap { lesson in lesson.frontMatter.formerly.map { ($0.name, lesson.id) } }
    ) { first, _ in first }
    for lesson in lessons { anchors[lesson.file.path] = Anchors(of: lesson.document) }
  }

  /// One check for each relative link of a lesson.
  package func checks(of lesson: Lesson) -> [CheckResult] {
    comparisons = 0
    var checks: [CheckResult] = []
    lesson.document.visit { node in
      switch node.kind {
      case .link(let destination, _):
        if let check = check(destination, node.range, in: lesson) { checks.append(check) }
      case .image(let destination, _) where !destination.hasPrefix("figure:"):
        if let check = check(destination, node.range, in: lesson) { checks.append(check) }
      case .htmlBlock, .htmlInline:
        var search = SourceSearch(in: node.range, of: lesson.file, atMost: 50)
        for (sign, text) in node.destinations {
          let place = search.next(sign + text)
          if let check = check(inHTML: text, at: place, node, in: lesson) { checks.append(check) }
        }
      default: break
      }
      checks += undefinedReferences(in: node, of: lesson)
    }
    return checks
  }

  /// What is wrong with a link.
  private struct Fault {
    var rule: Rule
    var message: String
    var remedy: String
  }

  private func check(_ destination: String, _ range: SourceRange, in lesson: Lesson) -> CheckResult?
  {
    let link = LinkDestination(destination)
    let fault: Fault?
    if destination.isEmpty {
      fault = Self.leadsNowhere
    } else if link.startsAtRoot, listed != nil {
      fault = Self.atRoot(destination)
    } else if let scheme = link.scheme, !Self.schemes.contains(scheme) {
      fault = Self.foreignScheme(scheme)
    } else {
      guard link.isRelative else { return nil }
      let key = [lesson.file.path, destination]
      fault = faults[key] ?? self.fault(of: link, in: lesson)
      faults[key] = .some(fault)
    }
    return result(fault, of: destination, at: range.start, width: range.width, in: lesson)
  }

  /// What raw HTML leads to goes to the page as it is written, so that a lesson has the name of its page.
  private func check(
    inHTML destination: String, at place: SourcePosition?, _ node: Node, in lesson: Lesson
  ) -> CheckResult? {
    let link = LinkDestination(destination)
    guard link.isRelative || link.startsAtRoot && listed != nil else { return nil }
    let key = [lesson.file.path, "HTML", destination]
    let fault = faults[key] ?? self.fault(ofHTML: link, destination, in: lesson)
    faults[key] = .some(fault)
    // Behind the sign.
    let position = place.map { SourcePosition(line: $0.line, column: $0.column + 1) }
    return result(
      fault, of: destination, at: position ?? node.range.start,
      width: destination.unicodeScalars.count, in: lesson)
  }

  private func fault(
    ofHTML link: LinkDestination, _ destination: String, in lesson: Lesson
  ) -> Fault? {
    if link.startsAtRoot { return Self.atRoot(destination) }
    if link.path.hasSuffix(".html"), case let stem = String(link.path.dropLast(5)),
      listedStems.contains(stem)
    {
      let folder = lesson.file.path.contains("/") ? Files.folder(of: lesson.file.path) + "/" : ""
      let path = "\(folder)\(stem).md"
      return link.anchor.flatMap { fault(ofAnchor: $0, in: path, written: link.path) }
    }
    guard let stem = link.lessonStem, listedStems.contains(stem) else {
      return fault(of: link, in: lesson)
    }
    return Fault(
      rule: .deadLink, message: "on the site the page of this lesson is called `\(stem).html`",
      remedy: "write a Markdown link, `[text](\(destination))`, or `\(stem).html\(link.suffix)`")
  }

  private func result(
    _ fault: Fault?, of source: String, at position: SourcePosition, width: Int, in lesson: Lesson
  ) -> CheckResult {
    CheckResult(
      in: lesson, position: position, kind: .link, status: fault == nil ? .pass : .fail,
      rule: fault?.rule, source: source, expected: source, actual: fault?.message ?? "exists",
      message: fault?.message ?? "", remedy: fault?.remedy ?? "", width: width)
  }

  /// The schemes of addresses that a page leads to.
  private static let schemes: Set = ["http", "https", "mailto", "tel", "ftp"]

  private static func foreignScheme(_ scheme: String) -> Fault {
    Fault(
      rule: .deadLink, message: "a page leads to no address that starts with `\(scheme):`",
      remedy: scheme == "figure"
        ? "write `![what it shows](figure:name)`: only an image names a figure"
        : "write an address that starts with `https:`, or the path as seen from the lesson")
  }

  private static let leadsNowhere = Fault(
    rule: .deadLink, message: "nothing stands between the parentheses",
    remedy: "write where it leads, or take the brackets away")

  private func fault(of link: LinkDestination, in lesson: Lesson) -> Fault? {
    let path = link.path
    guard !path.isEmpty else {
      return link.anchor.flatMap { fault(ofAnchor: $0, in: lesson.file.path, written: "") }
    }
    let folder = Files.folder(of: lesson.file.path)
    let target = lesson.file.path.contains("/") ? "\(folder)/\(path)" : path
    guard let stem = link.lessonStem else {
      guard Files.exists(target) else { return missingFile(path, in: folder) }
      if let listed {
        guard !Course.isTaken(path: path, lessons: listed + renamed.keys) else {
          return takenFile(path)
        }
        guard link.isBelowLesson, !Files.isFolder(target) else { return fileLeftBehind(path) }
        guard Files.isPlainFile(target, within: folder) else { return foreignFile(path) }
        return allowsHTML || !ScriptableFile.isOne(target) ? nil : scriptableFile(path)
      }
      let isOurs =
        path.contains("..") || Files.isFolder(target) || Files.isPlainFile(target, within: folder)
      return isOurs ? nil : foreignFile(path)
    }
    let isListed = listed == nil ? Files.exists(target) : listedStems.contains(stem)
    guard isListed, let anchor = link.anchor else {
      return isListed ? nil : missingLesson(stem, in: folder)
    }
    return fault(ofAnchor: anchor, in: target, written: path)
  }

  // MARK: Faults

  private static func atRoot(_ destination: String) -> Fault {
    Fault(
      rule: .deadLink,
      message: "`\(destination)` starts at the root of a host, and the site may lie anywhere on it",
      remedy: "write the path as seen from the lesson, or the whole address")
  }

  private func fileLeftBehind(_ path: String) -> Fault {
    Fault(
      rule: .deadLink, message: "`\(path)` does not go along to the site",
      remedy:
        "link to a file in the lessons' folder or below it that is not hidden, or to the whole "
        + "address of what lies elsewhere")
  }

  private func takenFile(_ path: String) -> Fault {
    Fault(
      rule: .deadLink, message: "the site has something of its own at `\(path)`",
      remedy: "give the file another name, or put it in a folder such as `data`")
  }

  private func missingLesson(_ stem: String, in folder: String) -> Fault {
    let candidates = listed ?? names(in: folder, suffix: ".md")
    let name = Files.name(of: stem)
    // All lessons lie in one folder.
    let isElsewhere = name != stem && candidates.contains(name)
    let nearest = renamed[stem] ?? (isElsewhere ? name : self.nearest(to: stem, among: candidates))
    return Fault(
      rule: .deadLink,
      message: listed == nil
        ? "there is no file `\(stem).md` beside this one"
        : "no lesson of this course is `\(stem).md`",
      remedy: nearest.map { "did you mean `\($0).md`?" }
        ?? "link to a lesson that course.yaml lists")
  }

  /// The site is given to others, and takes along only what the author has put beside the lessons.
  private func foreignFile(_ path: String) -> Fault {
    Fault(
      rule: .deadLink,
      message: "`\(path)` is not a plain file, or is a link that leads out of the lesson's folder",
      remedy: "put the file itself there: what lies elsewhere does not go along to the site")
  }

  private func scriptableFile(_ path: String) -> Fault {
    Fault(
      rule: .deadLink,
      message:
        "`\(path)` may run scripts, and does not go along to the site of a course without `html: true`",
      remedy:
        "take the scripts out, or write `html: true` in course.yaml: whoever writes the lessons may "
        + "then do anything on their site")
  }

  private func missingFile(_ path: String, in folder: String) -> Fault {
    let parent = path.contains("/") ? Files.folder(of: path) + "/" : ""
    let name = self.nearest(
      to: Files.name(of: path), among: names(in: "\(folder)/\(parent)", suffix: ""))
    return Fault(
      rule: .deadLink, message: "there is no file `\(path)`",
      remedy: name.map { "did you mean `\(parent)\($0)`?" }
        ?? "put the file there, or fix the link; it is read from the lesson's folder")
  }

  private func fault(ofAnchor anchor: String, in path: String, written: String) -> Fault? {
    guard !anchor.isEmpty else { return nil }
    let anchors = liveAnchors(of: path)
    guard !anchors.names.contains(anchor) else { return nil }
    let live = anchors.inOrder
    let nearest = self.nearest(to: anchor, among: live)
    let place = written.isEmpty ? "this lesson" : "`\(written)`"
    return Fault(
      rule: .deadAnchor, message: "\(place) has no heading with the anchor `#\(anchor)`",
      remedy: nearest.map { "did you mean `\(written)#\($0)`?" }
        ?? (live.isEmpty
          ? "link to the whole lesson: it has no headings"
          : "its anchors are " + live.prefix(8).map { "`#\($0)`" }.joined(separator: ", ")))
  }

  // MARK: References

  private func undefinedReferences(in node: Node, of lesson: Lesson) -> [CheckResult] {
    var results: [CheckResult] = []
    var text = ""
    var source = SourceSearch(in: node.range, of: lesson.file)
    func end() {
      for reference in text.utf8.contains(UInt8(ascii: "[")) ? UndefinedReference.all(in: text) : []
      {
        // Of one that goes over a line's end, where it ends.
        let written = reference.written.split(separator: "\n").last.map(String.init) ?? ""
        guard let place = source.next(written) else { continue }
        results.append(
          result(
            Self.fault(of: reference), of: written, at: place,
            width: written.unicodeScalars.count, in: lesson))
      }
      text = ""
    }
    for child in node.children {
      switch child.kind {
      case .text(let more): text += more
      case .softBreak: text += "\n"
      default: end()
      }
    }
    end()
    return results
  }

  private static func fault(of reference: UndefinedReference) -> Fault {
    let label = reference.label
    return reference.isFootnote
      ? Fault(
        rule: .deadLink, message: "no footnote is called `\(label)`",
        remedy: "write its text on lines of their own, after `[^\(label)]:`")
      : Fault(
        rule: .deadLink, message: "no address is defined for `\(label)`",
        remedy: "define it on a line of its own, `[\(label)]: address`, or fix the name")
  }

  // MARK: What is there

  /// The name that is probably meant; nil also where a lesson has so many dead links, each of which any
  /// of many names may be, that looking for all would take time with their square.
  private func nearest(to name: String, among candidates: [String]) -> String? {
    comparisons += candidates.count
    guard comparisons <= Self.mostComparisons else { return nil }
    return Spelling.nearest(to: name, among: candidates)
  }

  private func liveAnchors(of path: String) -> Anchors {
    if let known = anchors[path] { return known }
    // A lesson of the course that is not verified now is read for its headings alone.
    let file = try? SourceFile.read(path)
    let found = file.map { file in
      let frontMatter = FrontMatter.read(from: file).frontMatter
      let document = MarkdownParser.parse(file, firstLine: frontMatter.lineCount + 1)
      return Anchors(of: allowsHTML ? document : HarmlessHTML.applied(to: document))
    }
    anchors[path] = found ?? Anchors()
    return found ?? Anchors()
  }

  /// The anchors of headings and exercises, and those that an author has set in HTML.
  private struct Anchors {
    var inOrder: [String] = []
    var names: Set<String> = []

    init() {}

    init(of document: Node) {
      document.visit { node in
        switch node.kind {
        case .heading(_, let id): inOrder.append(id)
        case .htmlBlock(let html), .htmlInline(let html):
          for mark in ["id=\"", "name=\""] {
            // An attribute such as `data-id` is no anchor.
            for place in html.ranges(of: mark)
            where html[..<place.lowerBound].last?.isWhitespace ?? false {
              inOrder.append(String(html[place.upperBound...].prefix { $0 != "\"" }))
            }
          }
        case .codeBlock: inOrder += [node.exerciseAnchor].compactMap { $0 }
        default: break
        }
      }
      names = Set(inOrder)
    }
  }

  private func names(in folder: String, suffix: String) -> [String] {
    let names = listings[folder] ?? Files.list(folder)
    listings[folder] = names
    return names.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }
      .map { String($0.dropLast(suffix.count)) }
  }
}
