extension Plot {
  /// A confusion matrix: how often each class (row) was predicted as each (column), shaded by their
  /// share of the row, so that classes of different sizes compare.
  ///
  /// ```swift
  /// Plot.confusionMatrix(
  ///   "What was confused", alt: "Most errors are 4s taken for 9s.", counts: counts,
  ///   classes: ["0", "1", "2"])
  /// ```
  ///
  /// - Parameters:
  ///   - title: What the figure is; traps if empty.
  ///   - alt: What it shows, for those who do not see it; traps if empty.
  ///   - caption: A sentence printed beneath.
  ///   - name: The name by which prose places it.
  ///   - counts: One row for each true class; traps if there is not one row and one column for each
  ///     class, or a count is negative.
  ///   - classes: Their names.
  public static func confusionMatrix(
    _ title: String, alt: String, caption: String = "", name: String? = nil, counts: [[Int]],
    classes: [String], file: StaticString = #fileID, line: UInt = #line
  ) -> Plot {
    var isSquare = counts.count == classes.count
    for row in counts where row.count != classes.count { isSquare = false }
    if !isSquare {
      refuse(
        "The confusion matrix “\(title)” needs a row and a column for each of its \(classes.count) "
          + "classes.", file: file, line: line)
    }
    var shares: [[Double]] = []
    for row in counts {
      var sum = 0
      for count in row {
        if count < 0 {
          refuse(
            "The confusion matrix “\(title)” has a negative count: \(count).", file: file,
            line: line)
        }
        sum += count
      }
      shares.append(row.map { sum == 0 ? 0 : Double($0) / Double(sum) })
    }
    return Plot(
      title, alt: alt, caption: caption, name: name, x: Axis("predicted"), y: Axis("true class"),
      file: file, line: line
    ) {
      HeatMap(
        shares, rows: classes, columns: classes, in: 0...1,
        texts: counts.map { $0.map { String($0) } })
    }
  }
}
