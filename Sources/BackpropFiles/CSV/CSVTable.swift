import Backprop
import FileSystem

/// A table of comma-separated values.
///
///     let table = try CSVTable(contentsOf: "data/iris.csv")
///     let data = try table.dataset(
///       inputs: ["sepal length", "sepal width"], classes: "species")
///
/// Read by RFC 4180: a field may stand in quotes, within which separators and line breaks are text
/// and a quote is written twice. All lines have as many fields as the first; blank lines are
/// skipped. So are blanks around a number; those around text belong to it.
public struct CSVTable: Sendable {
  /// The file, as it was named.
  public let file: String
  /// The columns' names: the first line's fields, or `0`, `1` and so on without a header.
  public let columns: [String]
  /// The number of lines, without the header.
  public let count: Int
  /// What stands for a value that is missing.
  public let missingMarks: Set<String>

  private let reader: CSVReader
  private let fields: [CSVReader.Field]

  /// The marks of missing values unless others are named: an empty field, `NA`, `N/A`, `NaN`,
  /// `nan`, `null`, `NULL` and `None`.
  public static let usualMissingMarks: Set<String> = [
    "", "NA", "N/A", "NaN", "nan", "null", "NULL", "None",
  ]

  /// Reads a file. Throws, with the line and column, if it can't be read, is empty, has lines of
  /// different lengths or two columns of one name, or if its quotes don't match.
  ///
  /// - Parameters:
  ///   - path: The file's path.
  ///   - separator: What stands between fields: one ASCII character, such as `;` or a tab.
  ///   - hasHeader: Whether the first line holds the columns' names.
  ///   - missingMarks: The fields that stand for a missing value.
  public init(
    contentsOf path: String, separator: Unicode.Scalar = ",", hasHeader: Bool = true,
    missingMarks: Set<String> = usualMissingMarks
  ) throws(CSVError) {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path)
    } catch {
      throw CSVError(file: path, place: nil, cause: .unreadable(reason: error.reason))
    }
    try self.init(
      bytes: bytes, file: path, separator: separator, hasHeader: hasHeader,
      missingMarks: missingMarks)
  }

  /// Reads the text of a file. The parameters are those of
  /// ``init(contentsOf:separator:hasHeader:missingMarks:)``; the file's name is for errors. Throws
  /// for what is not a table.
  public init(
    text: String, file: String = "text", separator: Unicode.Scalar = ",", hasHeader: Bool = true,
    missingMarks: Set<String> = usualMissingMarks
  ) throws(CSVError) {
    try self.init(
      bytes: Array(text.utf8), file: file, separator: separator, hasHeader: hasHeader,
      missingMarks: missingMarks)
  }

  init(
    bytes: [UInt8], file: String, separator: Unicode.Scalar, hasHeader: Bool,
    missingMarks: Set<String>
  ) throws(CSVError) {
    if !separator.isASCII { fatalError("A separator is one ASCII character, not \(separator).") }
    var reader = try CSVReader(bytes, file: file, separator: UInt8(separator.value))
    var fields: [CSVReader.Field] = []
    guard let width = try reader.appendLine(to: &fields) else {
      throw CSVError(file: file, place: nil, cause: .empty)
    }
    while true {
      let start = fields.count
      guard let found = try reader.appendLine(to: &fields) else { break }
      if found != width {
        throw reader.error(
          .fieldCount(expected: width, found: found), at: Int(fields[start].start))
      }
    }
    var names: [String] = []
    for (index, field) in fields.prefix(width).enumerated() {
      let name = hasHeader ? try reader.text(field) : "\(index)"
      if names.contains(name) {
        throw reader.error(.duplicateColumn(name), at: Int(field.start))
      }
      names.append(name)
    }
    if hasHeader { fields.removeFirst(width) }
    self.file = file
    self.columns = names
    self.missingMarks = missingMarks
    self.reader = reader
    self.fields = fields
    count = fields.count / width
  }

  /// The fields of a column as text, missing ones too. Throws if there is no such column, or if a
  /// field is not UTF-8.
  public func texts(_ column: String) throws(CSVError) -> [String] {
    let index = try place(of: column)
    var result: [String] = []
    result.reserveCapacity(count)
    for row in 0..<count { result.append(try reader.text(field(row, index))) }
    return result
  }

  /// What a column holds.
  public enum ColumnType: Hashable, Sendable {
    /// Whole numbers, and perhaps missing values.
    case integers
    /// Numbers, and perhaps missing values.
    case numbers
    /// Text, some of which is neither a number nor a missing value.
    case text
    /// Missing values only.
    case missing
  }

  /// What a column holds, by all of its fields. Throws as ``texts(_:)`` does.
  public func type(of column: String) throws(CSVError) -> ColumnType {
    var type = ColumnType.missing
    for text in try texts(column) where !isMissing(text) {
      guard let number = Double(trimmed(text)) else { return .text }
      let isWhole = Int(exactly: number) != nil
      type = isWhole && type != .numbers ? .integers : .numbers
    }
    return type
  }

  /// A column's numbers; a missing value is NaN. Throws for what is neither.
  public func numbers(_ column: String) throws(CSVError) -> [Double] {
    let index = try place(of: column)
    var result: [Double] = []
    result.reserveCapacity(count)
    for row in 0..<count { result.append(try number(row, index)) }
    return result
  }

  /// The numbers of some columns, `[n, columns]`; a missing value is NaN. Throws for what is
  /// neither.
  public func tensor<S: Scalar>(
    _ columns: [String], of type: S.Type = Double.self
  ) throws(CSVError) -> Tensor<S> {
    var places: [Int] = []
    for column in columns { places.append(try place(of: column)) }
    var numbers: [Double] = []
    numbers.reserveCapacity(count * places.count)
    for row in 0..<count {
      for place in places {
        let number = try number(row, place)
        if number.isFinite, S(number).isFinite, Double(S(number)) != number, isWhole(row, place) {
          throw inexact(row, place, "single")
        }
        numbers.append(number)
      }
    }
    return Tensor(shape: [count, places.count], scalars: scalars(numbers))
  }

  /// A column's texts as classes: the number of each, and the classes' names.
  ///
  /// - Parameter classes: The names in the order of their numbers; nil for all texts that occur, in
  ///   the order of their characters' codes. Throws for a missing value, or a text that is not
  ///   among them.
  public func classes(
    _ column: String, named classes: [String]? = nil
  ) throws(CSVError) -> (labels: [Int], names: [String]) {
    let texts = try texts(column)
    let names =
      classes
      ?? Set(texts).sorted { a, b in a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars) }
    let numbers = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let index = try place(of: column)
    var labels: [Int] = []
    for (row, text) in texts.enumerated() {
      let start = Int(field(row, index).start)
      if isMissing(text) { throw reader.error(.missingClass(column: column), at: start) }
      guard let number = numbers[text] else {
        throw reader.error(.unknownClass(text, column: column, classes: names), at: start)
      }
      labels.append(number)
    }
    return (labels, names)
  }

  /// A column's classes as rows `[n, classes]` of zeros with a one at the class, in the order of
  /// ``classes(_:named:)``, so that they can be inputs. Throws as that does.
  public func oneHot<S: Scalar>(
    _ column: String, named classes: [String]? = nil, of type: S.Type = Double.self
  ) throws(CSVError) -> Tensor<S> {
    let (labels, names) = try self.classes(column, named: classes)
    let none = Tensor<S>.zeros([count, 0])
    return Dataset(inputs: none, labels: labels).withOneHotTargets(classes: names.count).targets
  }

  /// A data set: the inputs are the numbers of some columns, the targets those of another,
  /// `[n, 1]`. Throws if there is no such column, or if a field is neither a number nor missing.
  ///
  /// - Parameter inputs: The columns; nil for all but the target.
  public func dataset<S: Scalar>(
    inputs: [String]? = nil, target: String, of type: S.Type = Double.self
  ) throws(CSVError) -> Dataset<S> {
    Dataset(
      inputs: try tensor(inputs ?? columns.filter { $0 != target }, of: type),
      targets: try tensor([target], of: type))
  }

  /// A data set: the inputs are the numbers of some columns, the targets the class numbers that
  /// ``classes(_:named:)`` gives another. Throws as these do.
  ///
  /// - Parameter inputs: The columns; nil for all but the classes.
  public func dataset<S: Scalar>(
    inputs: [String]? = nil, classes: String, named names: [String]? = nil,
    of type: S.Type = Double.self
  ) throws(CSVError) -> Dataset<S> {
    Dataset(
      inputs: try tensor(inputs ?? columns.filter { $0 != classes }, of: type),
      labels: try self.classes(classes, named: names).labels)
  }

  private func place(of column: String) throws(CSVError) -> Int {
    guard let index = columns.firstIndex(of: column) else {
      throw CSVError(file: file, place: nil, cause: .unknownColumn(column, columns: columns))
    }
    return index
  }

  private func field(_ row: Int, _ column: Int) -> CSVReader.Field {
    fields[row * columns.count + column]
  }

  private func isMissing(_ text: String) -> Bool {
    missingMarks.contains(text) || missingMarks.contains(trimmed(text))
  }

  private func number(_ row: Int, _ column: Int) throws(CSVError) -> Double {
    let field = field(row, column)
    let text = try reader.text(field)
    if isMissing(text) { return .nan }
    guard let number = Double(trimmed(text)) else {
      throw reader.error(.notNumber(text, column: columns[column]), at: Int(field.start))
    }
    // Infinity is spelled out, unlike a number that is too large to be one.
    if number.isInfinite && text.contains(where: { $0.isNumber }) {
      throw reader.error(.outOfRange(text, column: columns[column]), at: Int(field.start))
    }
    if number.magnitude >= 0x1p53, isWhole(row, column), !isExact(number, trimmed(text)) {
      throw inexact(row, column, "double")
    }
    return number
  }

  /// Whether a field is a number that is written without a point or an exponent.
  private func isWhole(_ row: Int, _ column: Int) -> Bool {
    guard let text = try? reader.text(field(row, column)) else { return false }
    let digits = trimmed(text).drop { $0 == "-" || $0 == "+" }
    return !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) }
  }

  private func inexact(_ row: Int, _ column: Int, _ precision: String) -> CSVError {
    let field = field(row, column)
    let text = (try? reader.text(field)) ?? ""
    return reader.error(
      .inexact(text, column: columns[column], precision: precision), at: Int(field.start))
  }

  private func trimmed(_ text: String) -> String {
    guard text.utf8.first.map(isBlank) == true || text.utf8.last.map(isBlank) == true else {
      return text
    }
    let start = text.utf8.drop(while: isBlank)
    return String(decoding: start.reversed().drop(while: isBlank).reversed(), as: UTF8.self)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
