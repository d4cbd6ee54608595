import FileSystem

extension Course {
  /// Reads the course in a folder.
  ///
  /// A lesson that is listed twice counts once, and one that does not exist is left out; both
  /// are among the course's findings, as is a lesson that exists and is not listed.
  public static func load(_ folder: String) throws(CourseError) -> Course {
    let file: SourceFile
    do {
      file = try SourceFile.read(join(folder, "course.yaml"))
    } catch {
      throw .file(error)
    }
    var reader = CourseReader(folder: folder, file: file)
    return try reader.read()
  }
}

/// Reads a course file.
private struct CourseReader {
  let folder: String
  let file: SourceFile
  var decoder: YAMLDecoder

  init(folder: String, file: SourceFile) {
    self.folder = folder
    self.file = file
    decoder = YAMLDecoder(file: file)
  }

  mutating func read() throws(CourseError) -> Course {
    var course = Course(folder: folder, title: "")
    course.file = file
    let node: YAMLNode?
    do {
      node = try YAMLReader.read(file.text)
    } catch {
      decoder.note(
        "the course file can't be read: \(error.message)",
        at: error.position.clamped(to: file, last: file.lines.count),
        remedy: error.remedy)
      throw .invalid(file: file, findings: decoder.findings)
    }
    let start = SourcePosition(line: 1, column: 1)
    let entries = decoder.entries(
      of: node ?? YAMLNode(content: .mapping([]), position: start),
      known: [
        "title", "description", "library", "limits", "parts", "language", "html", "glossary",
        "coverage", "edit",
      ], name: "the course file")
    for key in ["title", "parts"] where entries[key] == nil && decoder.findings.isEmpty {
      decoder.note(
        "the course file has no `\(key)`", at: start,
        remedy: key == "title"
          ? "write `title: …`" : "write `parts:` and a list of `title` and `lessons`")
    }
    course.title = decoder.text(entries["title"]) ?? ""
    if entries["description"] != nil {
      course.description = decoder.text(entries["description"]) ?? ""
    }
    if let library = entries["library"] {
      course.libraryPlaces.library = library.keyPosition
      readLibrary(library.value, into: &course)
    }
    if let limits = entries["limits"] { readLimits(limits.value, into: &course.limits) }
    readSettings(entries, into: &course)
    let listed = readParts(entries["parts"])
    guard decoder.findings.isEmpty else {
      throw .invalid(file: file, findings: decoder.findings)
    }
    readCoverage(entries["coverage"], into: &course)
    course.parts = checked(listed, existing: try stems(), apart: course.coverage?.stem)
    checkGlossary(of: &course, entries["glossary"])
    course.findings = decoder.findings
    return course
  }

  private mutating func readLibrary(_ node: YAMLNode, into course: inout Course) {
    let entries = decoder.entries(
      of: node, known: ["package", "product", "imports"], name: "`library`")
    if let package = decoder.text(entries["package"]) {
      course.library.package = package
      course.libraryPlaces.package = entries["package"]?.value.position
    }
    if let product = decoder.text(entries["product"]) {
      course.library.product = product
      course.library.imports = [product]
      course.libraryPlaces.product = entries["product"]?.value.position
    }
    let imports = decoder.texts(entries["imports"])
    if !imports.isEmpty {
      course.library.imports = imports.map(\.text)
      course.libraryPlaces.imports = imports.map(\.position)
    }
  }

  private mutating func readLimits(_ node: YAMLNode, into limits: inout Course.Limits) {
    let entries = decoder.entries(
      of: node, known: ["seconds", "memory", "output"], name: "`limits`")
    limits.seconds = decoder.positiveNumber(entries["seconds"]) ?? limits.seconds
    limits.memory = size(entries["memory"]) ?? limits.memory
    limits.output = size(entries["output"]) ?? limits.output
  }

  // MARK: - Settings of the text

  private mutating func readSettings(
    _ entries: [String: YAMLNode.Entry], into course: inout Course
  ) {
    if let entry = entries["language"], let tag = decoder.text(entry) {
      if Self.isLanguageTag(tag) {
        course.language = tag
      } else {
        decoder.note(
          "`\(tag)` is no language tag", at: entry.value.position,
          width: tag.unicodeScalars.count, remedy: "write a tag of BCP 47, such as `en` or `pt-BR`")
      }
    }
    course.allowsHTML = decoder.flag(entries["html"]) ?? false
    course.glossary = decoder.text(entries["glossary"])
    if let entry = entries["edit"], let address = decoder.text(entry) {
      readEditAddress(address, at: entry.value.position, into: &course)
    }
  }

  /// Whether a text has the form of a tag of BCP 47: a language, and subtags behind hyphens.
  private static func isLanguageTag(_ text: String) -> Bool {
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    let areSubtags = subtags.allSatisfy { subtag in
      (1...8).contains(subtag.count)
        && subtag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    return areSubtags && subtags[0].count >= 2 && subtags[0].allSatisfy(\.isLetter)
  }

  private mutating func readEditAddress(
    _ text: String, at position: SourcePosition, into course: inout Course
  ) {
    var address = text
    while address.hasSuffix("/") { address.removeLast() }
    let schemes = ["https://", "http://"]
    guard let scheme = schemes.first(where: address.lowercased().hasPrefix),
      address.count > scheme.count,
      !address.contains(where: { $0.isWhitespace || "\"<>?#".contains($0) })
    else {
      return decoder.note(
        "`\(text)` is not the address of a folder on the web", at: position,
        width: text.unicodeScalars.count,
        remedy: "write the whole address at which the lessons' folder is edited, such as "
          + "`https://example.org/course/edit/main/lessons`")
    }
    course.editAddress = address
  }

  private mutating func readCoverage(_ entry: YAMLNode.Entry?, into course: inout Course) {
    guard let entry, let name = decoder.text(entry) else { return }
    let position = entry.value.position
    let path = Course.join(folder, name)
    do throws(SourceFileError) {
      let table = CoverageTable(try SourceFile.read(path), stem: Self.stem(ofFile: name))
      course.coverage = table
      guard table.rows.isEmpty else { return }
      decoder.note(
        "\(path) holds no table with ids in its first column", at: position,
        width: name.unicodeScalars.count,
        remedy: "write a pipe table: a row for each thing to teach, its id first",
        rule: .badFile)
    } catch {
      decoder.note(
        "\(path), which should hold what the course covers, can't be used: \(error.message)",
        at: position, width: name.unicodeScalars.count, remedy: error.remedy, rule: .badFile)
    }
  }

  /// The stem of a Markdown file that lies beside the lessons; nil for any other.
  private static func stem(ofFile name: String) -> String? {
    var name = name[...]
    while name.hasPrefix("./") { name = name.dropFirst(2) }
    return name.hasSuffix(".md") && !name.contains("/") ? String(name.dropLast(3)) : nil
  }

  private mutating func checkGlossary(of course: inout Course, _ entry: YAMLNode.Entry?) {
    guard let entry, let glossary = course.glossary, !course.lessons.contains(glossary) else {
      return
    }
    course.glossary = nil
    decoder.note(
      "the glossary `\(glossary)` is not a lesson of the course", at: entry.value.position,
      width: glossary.unicodeScalars.count, remedy: remedy(for: glossary, course.lessons),
      rule: .deadLink)
  }

  /// A number of bytes: `1 GB`, `512 MiB`, `1000000`.
  private mutating func size(_ entry: YAMLNode.Entry?) -> Int? {
    guard let entry, let text = decoder.text(entry) else { return nil }
    let units: [String: Double] = [
      "": 1, "b": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "kib": 1024, "mib": 1_048_576,
      "gib": 1_073_741_824,
    ]
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "_" }
    let unit = text.dropFirst(digits.count).filter { $0 != " " }.lowercased()
    guard let number = Double(digits.filter { $0 != "_" }), let factor = units[unit],
      number > 0, number * factor >= 1, number * factor < 1e15
    else {
      decoder.note(
        "`\(entry.key)` must be a size, not `\(text)`", at: entry.value.position,
        width: text.unicodeScalars.count, remedy: "write a size such as `1 GB` or `500 kB`")
      return nil
    }
    return Int(number * factor)
  }

  /// A part as it is listed, with the place of each lesson.
  private struct ListedPart {
    var title: String
    var lessons: [(text: String, position: SourcePosition)]
  }

  private mutating func readParts(_ entry: YAMLNode.Entry?) -> [ListedPart] {
    guard let entry else { return [] }
    guard case .sequence(let values) = entry.value.content else {
      decoder.note(
        "`parts` must be a list, not \(entry.value.kindName)", at: entry.value.position,
        remedy: "write each part as `- title: …` with `lessons: […]` under it")
      return []
    }
    return values.map { value in
      let entries = decoder.entries(of: value, known: ["title", "lessons"], name: "a part")
      return ListedPart(
        title: decoder.text(entries["title"]) ?? "", lessons: decoder.texts(entries["lessons"]))
    }
  }

  // MARK: - Lessons

  /// The parts with every lesson once, and only those that exist.
  ///
  /// - Parameter other: The stem of a Markdown file that need not be a lesson.
  private mutating func checked(
    _ listed: [ListedPart], existing: [String], apart other: String?
  ) -> [Course.Part] {
    var seen: [String: Int] = [:]
    var parts: [Course.Part] = []
    for part in listed {
      var lessons: [String] = []
      for (stem, position) in part.lessons {
        let width = stem.unicodeScalars.count
        if let line = seen[stem] {
          decoder.note(
            "the lesson `\(stem)` is listed twice, first in line \(line)", at: position,
            width: width, remedy: "keep one of the two", rule: .duplicateID)
          continue
        }
        seen[stem] = position.line
        if Course.reservedStems.contains(stem) {
          decoder.note(
            "a lesson can't be called `\(stem)`: the site has a page of that name", at: position,
            width: width, remedy: "give the lesson's file another name", rule: .duplicateID)
        } else if !existing.contains(stem) {
          decoder.note(
            "there is no lesson `\(stem)`: \(Course.join(folder, stem + ".md")) does not exist",
            at: position, width: width, remedy: remedy(for: stem, existing), rule: .deadLink)
        } else if Course.isStem(stem) {
          lessons.append(stem)
        } else {
          decoder.note(
            "`\(stem)` can't be a lesson's stem, which is a part of its page's address",
            at: position,
            width: width, remedy: "give the lesson's file another name: \(Course.stemRemedy)")
        }
      }
      parts.append(Course.Part(title: part.title, lessons: lessons))
    }
    for stem in existing where seen[stem] == nil && stem != "README" && stem != other {
      decoder.note(
        "\(Course.join(folder, stem + ".md")) is in no part of the course",
        at: SourcePosition(line: 1, column: 1),
        remedy: Course.reservedStems.contains(stem) || !Course.isStem(stem)
          ? "move the file elsewhere, or give it another name and list it"
          : "list `\(stem)` under `parts`, or move the file elsewhere")
    }
    return parts
  }

  private func remedy(for stem: String, _ existing: [String]) -> String {
    if stem.hasSuffix(".md") { return "leave out the `.md`" }
    let nearest = Spelling.nearest(to: stem, among: existing)
    if nearest == nil, !Course.isStem(stem) { return Course.stemRemedy }
    return nearest.map { "did you mean `\($0)`?" }
      ?? "write the lesson: `gradus new \(stem) \"Title\"`"
  }

  /// The stems of the Markdown files in the course's folder, in order.
  private func stems() throws(CourseError) -> [String] {
    let names: [String]
    do throws(FileError) {
      names = try Files.names(in: folder.isEmpty ? "." : folder)
    } catch {
      throw .file(.unreadable(path: error.path, reason: error.reason))
    }
    return names.filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }
      .map { String($0.dropLast(3)) }
  }
}
