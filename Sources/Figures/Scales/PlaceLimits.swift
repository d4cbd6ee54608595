extension Double {
  /// The greatest magnitude of a value with a place on an axis. What is larger counts as infinite,
  /// so that differences and ratios of places stay finite.
  static var greatestPlace: Double { 1e300 }

  /// The least value with a place on a logarithmic axis, and the least threshold of a symmetric
  /// one.
  static var leastLogarithmicPlace: Double { 1e-300 }

  /// The magnitude, in seconds, from which on an axis of time shows numbers in place of dates: some
  /// three million years from 1970, within which seconds have decimals and days count exactly.
  static var endOfCalendar: Double { 1e14 }

  /// Whether the value has a place on an axis: it is neither NaN nor counts as infinite.
  var hasPlace: Bool { magnitude <= .greatestPlace }

  /// Whether the value counts as infinite; NaN does not.
  var isBeyondAxes: Bool { magnitude > .greatestPlace }

  /// Whether the value, in seconds from 1970, has a date.
  var hasDate: Bool { magnitude < .endOfCalendar }
}
