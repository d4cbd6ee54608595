import FileSystem
import Foundation
import LessonFormat
import LessonRunner
import SiteGenerator

/// A lesson: read, judged by records that are partly nonsense, reported, and made a page.
struct LessonInput {
  let bytes: [UInt8]
  let random: SplitMix64
  let scratch: String

  func run() throws {
    guard let file = try? SourceFile.decode(bytes, path: "\(scratch)/a.md") else { return }
    let lesson = LessonReader.read(file, id: "a", lessons: ["a", "b"])
    try checkPlaces(of: lesson)
    let program = LessonProgram.running(lesson, imports: ["Backprop"])
    try expect(program.source.hasSuffix("\n"), "the program's last line does not end")
    _ = LessonProgram.tangled(lesson, imports: ["Backprop"])
    let units = CompilationUnit.divide(lesson, lengths: 1...1) { BlockNames(of: $0) }
    let numbering = ProgramNumbering(lesson: lesson, units: units ?? [])
    let links = LinkJudge(lessons: [lesson], listed: ["a", "b"]).checks(of: lesson)
    let outcome = RunOutcome(records: records(for: lesson).map(numbering.read))
    let result = LessonJudge.judge(
      lesson, outcome, others: links, numbers: NumberJudge(isStrict: true))
    try checkReports(of: result)
    try checkPage(of: result)
  }

  private func checkPlaces(of lesson: Lesson) throws {
    let file = lesson.file
    try MarkdownInput.checkPlaces(lesson.document, file)
    let count = max(1, file.lines.count)
    for finding in lesson.findings {
      let (line, column) = (finding.position.line, finding.position.column)
      try expect(
        line >= 1 && line <= count + 1 && column >= 1
          && column <= file.line(line).unicodeScalars.count + 1,
        "`\(finding.message)` is at \(finding.position)")
      try expect(!finding.message.isEmpty && !finding.remedy.isEmpty, "a finding without words")
    }
    for (index, block) in lesson.blocks.enumerated() {
      try expect(block.index == index, "block \(index) is numbered \(block.index)")
    }
  }

  /// What a run of the lesson might say, and some that none would.
  private func records(for lesson: Lesson) -> [Record] {
    var random = random
    let odd = [-1, 7, Int.max, Int.min, 20_000, 20_150]
    var records: [Record] = []
    for block in lesson.blocks {
      records.append(.block(random.isOne(in: 9) ? random.pick(odd) : block.index))
      for (index, check) in block.checks.enumerated() {
        let text = random.isOne(in: 2) ? check.expectation.text : random.pick(ValueInput.values)
        records.append(.check(block: block.index, check: index, value: value(text, &random)))
      }
      if random.isOne(in: 3) { records.append(.text(block.output?.text ?? "a 1.5\u{0}\n")) }
      if random.isOne(in: 5) {
        records.append(
          .figure(
            name: random.pick(["", "a", "\"<"]), title: random.pick(["A", "", "<b>"]),
            alternative: "B", caption: random.pick(["", "*c*", "$d$"]),
            svg: random.pick(["<svg></svg>", "<svg><script>", ""]),
            table: random.isOne(in: 2)
              ? ShownTable(title: "A", columns: ["b"], rows: [["<"]]) : nil))
        records.append(.table(title: "A", columns: ["b", ""], rows: [["1", "<"], ["", "nan"]]))
      }
      if random.isOne(in: 6) {
        records += [
          .attemptBegan(random.below(3)),
          .check(block: block.index, check: 0, value: ComputedValue("1", .numbers(.exact))),
        ]
        records.append(.attemptEnded(random.pick(odd), status: 9, said: "a"))
      }
      if random.isOne(in: 6) {
        records.append(.trap(block: random.pick(odd), status: 5, said: "a"))
      }
    }
    for claim in lesson.claims {
      records.append(.claim(claim.index, value: value(random.pick(ValueInput.values), &random)))
    }
    return records + (random.isOne(in: 4) ? [] : [.end])
  }

  /// A value of this description and of any kind, also of one that does not fit it.
  private func value(_ text: String, _ random: inout SplitMix64) -> ComputedValue {
    let part = ComputedValue(text, random.isOne(in: 2) ? .text : .numbers(.double))
    let structures: [ComputedValue.Structure] = [
      .other, .other, .text, .numbers(.exact), .numbers(.single), .list([part, part]), .list([]),
      .set([part]), .optional(part), .dictionary([ComputedValue.Entry(key: part, value: part)]),
    ]
    return ComputedValue(text, random.pick(structures))
  }

  private func checkReports(of lesson: VerifiedLesson) throws {
    let result = FileReport(lesson)
    let summary = ReportSummary([result], seconds: 1)
    _ = HumanReport(colors: true, verbose: true).text(result)
    _ = MachineReport.github([result])
    for line in MachineReport.json([result], summary).split(separator: "\n") {
      let parsed = try? JSONSerialization.jsonObject(with: Data(line.utf8))
      try expect(parsed != nil, "a line of the report is not JSON: \(line)")
    }
    try TagBalance.check(
      MachineReport.junit([result], summary).replacing(/<\?xml[^>]*>/, with: ""))
  }

  /// The page of a lesson.
  private func checkPage(of lesson: VerifiedLesson) throws {
    guard bytes.count < 30_000 else { return }
    let course = Course(
      folder: "", title: "A course", parts: [.init(title: "One", lessons: ["a"])])
    let generator = SiteGenerator(course: course, assets: "site", cache: Cache(folder: nil))
    let site = try generator.site(of: [lesson])
    guard let page = site.files.first(where: { $0.path == "a.html" }) else {
      throw Broken(promise: "there is no page")
    }
    let html = String(decoding: page.bytes, as: UTF8.self)
    try expect(html.hasSuffix("</html>\n"), "the page does not end")
  }
}
