extension Dataset {
  /// The examples divided at random into `count` parts of equal size, but for one example: of each split one
  /// part is the validation data, and the others are training data. No example is in two validation parts.
  ///
  ///     for fold in data.folds(5, using: &generator) { … fold.training … fold.validation … }
  ///
  /// Traps for fewer than two parts, or more than there are examples.
  ///
  /// Source: M. Stone, "Cross-validatory choice and assessment of statistical predictions", Journal of the
  /// Royal Statistical Society B 36 (1974).
  public func folds(
    _ count: Int, using generator: inout RandomNumbers, file: StaticString = #fileID,
    line: UInt = #line
  ) -> [DataSplit<S>] {
    require(
      count >= 2 && count <= self.count,
      "\(self.count) examples are not divided into \(count) folds.",
      file: file, line: line)
    let order = generator.permutation(of: self.count)
    var start = 0
    return (0..<count).map { fold in
      let size = self.count / count + (fold < self.count % count ? 1 : 0)
      let end = start + size
      defer { start = end }
      return DataSplit(
        training: selecting(Array(order[..<start]) + Array(order[end...])),
        validation: selecting(Array(order[start..<end])), test: selecting([]))
    }
  }
}
