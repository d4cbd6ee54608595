extension String {
  /// Text of some scalars, one by one: many times as fast as by way of a view of them.
  package init(scalars: some Sequence<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.underestimatedCount)
    for scalar in scalars {
      if scalar.isASCII {
        bytes.append(UInt8(scalar.value))
      } else if let units = UTF8.encode(scalar) {
        bytes += units
      }
    }
    self = String(decoding: bytes, as: UTF8.self)
  }
}
