/// Why a table, or a column of it, can't be read.
public struct CSVError: Error, Hashable, Sendable {
  /// The file, as it was named.
  public let file: String
  /// Where in the file, if it is about a place.
  public let place: Place?
  /// What is wrong there.
  public let cause: Cause

  /// A line, and a column counted in characters, both from 1 on.
  public struct Place: Hashable, Sendable {
    /// The line.
    public let line: Int
    /// The column.
    public let column: Int
  }

  /// What is wrong.
  public enum Cause: Hashable, Sendable {
    /// The file can't be read, for the system's reason.
    case unreadable(reason: String)
    /// The file has no lines, not even one with the columns' names.
    case empty
    /// The file is larger than 4 GiB.
    case tooLarge
    /// A field is not UTF-8.
    case notText
    /// A field's opening quote is not closed before the file's end.
    case unclosedQuote
    /// A quote stands within a field that does not begin with one.
    case strayQuote
    /// Something other than a separator follows a closing quote.
    case textAfterQuote
    /// A line has more or fewer fields than the first.
    case fieldCount(expected: Int, found: Int)
    /// Two columns have one name.
    case duplicateColumn(String)
    /// No column has this name.
    case unknownColumn(String, columns: [String])
    /// A field of a column of numbers is not a number.
    case notNumber(String, column: String)
    /// A number has no finite value of double precision.
    case outOfRange(String, column: String)
    /// A whole number has so many digits that no number of the precision, `double` or `single`, has all of
    /// them.
    case inexact(String, column: String, precision: String)
    /// A class is missing.
    case missingClass(column: String)
    /// A field is not one of the classes that were named.
    case unknownClass(String, column: String, classes: [String])
  }
}

extension CSVError: CustomStringConvertible {
  /// The place, what is wrong, and what to do about it.
  public var description: String {
    let position = place.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(file)\(position): \(problem) \(remedy)"
  }

  private var problem: String {
    switch cause {
    case .unreadable(let reason): "The file can't be read: \(reason)."
    case .empty: "The file is empty."
    case .tooLarge: "The file is larger than 4 GiB."
    case .notText: "This field is not UTF-8."
    case .unclosedQuote: "The quote that opens this field is never closed."
    case .strayQuote: "A quote stands within a field that does not begin with one."
    case .textAfterQuote: "Text follows a closing quote."
    case .fieldCount(let expected, let found):
      "This line has \(found) field\(found == 1 ? "" : "s"), the first has \(expected)."
    case .duplicateColumn(let name): "Two columns have the name \"\(name)\"."
    case .unknownColumn(let name, _): "No column has the name \"\(name)\"."
    case .notNumber(let text, let column):
      "\"\(text)\" in the column \"\(column)\" is not a number."
    case .outOfRange(let text, let column):
      "\(text) in the column \"\(column)\" is too large for a number of double precision."
    case .inexact(let text, let column, let precision):
      "\(text) in the column \"\(column)\" has more digits than a number of \(precision) precision."
    case .missingClass(let column): "A class is missing in the column \"\(column)\"."
    case .unknownClass(let text, let column, _):
      "\"\(text)\" in the column \"\(column)\" is not one of the classes."
    }
  }

  private var remedy: String {
    switch cause {
    case .unreadable: "Check its name and permissions; names are relative to the working folder."
    case .empty: "Write the columns' names into the first line, or read it without a header."
    case .tooLarge: "Divide it."
    case .notText: "Convert the file to UTF-8."
    case .unclosedQuote: "Close it; a quote within quotes is written twice."
    case .strayQuote: "Put the whole field into quotes, and write this one twice."
    case .textAfterQuote: "Write a quote within quotes twice, and a separator after the last."
    case .fieldCount: "Put fields that hold the separator into quotes, or name another separator."
    case .duplicateColumn: "Rename one."
    case .unknownColumn(_, let columns):
      "There are " + columns.map { "\"\($0)\"" }.joined(separator: ", ") + "."
    case .notNumber(let text, _):
      text.contains(",")
        ? "Write the decimal point as a point."
        : "Correct it, or name it among the marks of missing values."
    case .outOfRange: "Correct it."
    case .inexact(_, _, let precision):
      precision == "single"
        ? "Read the column as numbers of double precision, or its texts if it names things."
        : "Read the column's texts if it names things, or write a point behind it if it measures."
    case .missingClass: "Fill it in, or leave the line out."
    case .unknownClass(_, _, let classes):
      "The classes are " + classes.map { "\"\($0)\"" }.joined(separator: ", ") + "."
    }
  }
}
