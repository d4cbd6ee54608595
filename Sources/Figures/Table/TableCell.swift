/// What a cell of a table holds. How it is written depends on the others of its column, of which two
/// that differ never read the same.
enum TableCell: Sendable {
  case text(String)
  /// A number with four significant digits or a text of its own, as long as these tell it from the
  /// others.
  case number(Double, text: String? = nil)
  /// A value of a function at some place. What differs beyond the twelfth digit is the rounding of its
  /// computation, and reads the same.
  case sample(Double)
  /// Seconds from the beginning of 1970, as a date.
  case moment(Double)

  /// A number, or a dash for NaN.
  static func numberOrDash(_ value: Double) -> TableCell {
    value == value ? .number(value) : .text("—")
  }

  /// The texts of a column.
  static func column(_ cells: [TableCell]) -> [String] {
    var result = [String](repeating: "", count: cells.count)
    var numbers: [Double] = []
    var numberTexts: [String] = []
    var numberPlaces: [Int] = []
    var moments: [Double] = []
    var momentPlaces: [Int] = []
    var limit = 17
    for (place, cell) in cells.enumerated() {
      switch cell {
      case .text(let text): result[place] = text
      case .number(let value, let text):
        numbers.append(value)
        numberTexts.append(text ?? numeral(value))
        numberPlaces.append(place)
      case .sample(let value):
        numbers.append(value)
        numberTexts.append(numeral(value))
        numberPlaces.append(place)
        limit = 12
      case .moment(let value):
        moments.append(value)
        momentPlaces.append(place)
      }
    }
    if !NumberText.tellApart(numbers, numberTexts) {
      numberTexts = NumberText.distinct(numbers, limit: limit)
    }
    for (place, text) in zip(numberPlaces, numberTexts) { result[place] = text }
    for (place, text) in zip(momentPlaces, CalendarTime.column(moments)) { result[place] = text }
    return result
  }
}
