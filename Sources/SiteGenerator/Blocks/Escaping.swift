extension StringProtocol {
  /// The text with what HTML reads as markup written as character references. It can stand in an
  /// element or in an attribute between double quotes.
  var escapedForPage: String { HTMLText.escape(self) }
}
