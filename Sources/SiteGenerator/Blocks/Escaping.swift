extension StringProtocol {
  /// The text with what HTML reads as markup written as character references. It can stand in an
  /// element or in an attribute between double quotes.
  var escapedForPage: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
