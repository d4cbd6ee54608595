import Glibc
import LessonFormat

/// Writes numbers as an author has written others.
enum NumberStyle {
  /// The number with the decimals, exponent and minus sign of another; with more decimals where
  /// these would round it out of the tolerance.
  static func format(
    _ number: WrittenNumber, like written: WrittenNumber,
    within tolerance: Expectation.Tolerance? = nil
  ) -> String {
    guard number.value.isFinite, written.value.isFinite, number.isDouble else { return number.text }
    let mantissa = written.text.prefix { $0 != "e" && $0 != "E" }
    let hasExponent = mantissa.count < written.text.count
    // As many digits before the point as no reader counts.
    if !hasExponent, abs(number.value) >= 1e16 { return number.text }
    let decimals =
      mantissa.firstIndex(of: ".").map {
        mantissa.distance(from: $0, to: mantissa.endIndex) - 1
      } ?? 0
    var text = print(number.value, decimals: decimals, exponent: hasExponent)
    if let tolerance {
      for more in 1...17 {
        if let rounded = WrittenNumber(text), Comparison.agree(rounded, number, tolerance) { break }
        text = print(number.value, decimals: decimals + more, exponent: hasExponent)
      }
    }
    if hasExponent { text = shortExponent(text) }
    return written.text.contains("−") ? text.replacing("-", with: "−") : text
  }

  private static func print(_ value: Double, decimals: Int, exponent: Bool) -> String {
    var buffer = [CChar](repeating: 0, count: 512)
    let format = exponent ? "%.*e" : "%.*f"
    _ = withVaList([Int32(min(decimals, 60)), value]) {
      vsnprintf(&buffer, buffer.count, format, $0)
    }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// `1.5e-07` as `1.5e-7`.
  private static func shortExponent(_ text: String) -> String {
    guard let e = text.firstIndex(of: "e"), let power = Int(text[text.index(after: e)...]) else {
      return text
    }
    return text[..<e] + "e\(power)"
  }

  /// A printed line whose numbers have the precision of those in another line, when the two
  /// agree in all else; otherwise the line as it is.
  static func line(_ printed: String, like written: String) -> String {
    let new = places(in: printed)
    let old = places(in: written)
    guard new.count == old.count else { return printed }
    var scalars = Array(printed.unicodeScalars)
    for (place, model) in zip(new, old).reversed() {
      let text =
        Comparison.agree(model.number, place.number)
        ? model.number.text : format(place.number, like: model.number)
      scalars.replaceSubrange(place.start..<place.end, with: Array(text.unicodeScalars))
    }
    let line = String(String.UnicodeScalarView(scalars))
    return Comparison.firstDifference(expected: line, actual: printed) == nil ? line : printed
  }

  /// The numbers in a text, with their places in Unicode scalars.
  static func places(in text: String) -> [(start: Int, end: Int, number: WrittenNumber)] {
    var offset = 0
    return Comparison.pieces(of: text).compactMap { piece, number in
      let start = offset
      offset += piece.unicodeScalars.count
      return number.map { (start, offset, $0) }
    }
  }
}
