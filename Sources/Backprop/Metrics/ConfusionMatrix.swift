/// How often each class was taken for each other: a row for each right class, a column for each
/// predicted one.
///
///     let matrix = ConfusionMatrix(predicted: predictedClasses(logits), labels: labels, classes: 3)
///     matrix.accuracy          // the part on the diagonal
///     matrix.recall(of: 2)     // of the examples of class 2, the part that was found
///
/// A quotient whose divisor is zero, such as the precision of a class that was never predicted, is
/// taken as zero.
///
/// Source of F1: C. J. van Rijsbergen, Information Retrieval (1979), chapter 7.
public struct ConfusionMatrix: Equatable, Sendable {
  /// How many examples of the class of the row were predicted to be of the class of the column.
  public let counts: [[Int]]

  /// Counts predictions beside the right classes, both from 0 on.
  ///
  /// Traps unless there are as many of both, and all are below `classes`.
  public init(
    predicted: [Int], labels: [Int], classes: Int, file: StaticString = #fileID,
    line: UInt = #line
  ) {
    require(
      predicted.count == labels.count,
      "\(predicted.count) predictions for \(labels.count) labels.", file: file, line: line)
    require(classes >= 0, "There are no \(classes) classes.", file: file, line: line)
    var counts = [[Int]](repeating: [Int](repeating: 0, count: classes), count: classes)
    for (guess, label) in zip(predicted, labels) {
      require(
        guess >= 0 && guess < classes && label >= 0 && label < classes,
        "The prediction \(guess) of the class \(label) is not one of \(classes) classes.",
        file: file, line: line)
      counts[label][guess] += 1
    }
    self.counts = counts
  }

  /// The number of examples.
  public var count: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// The part of all examples that was predicted right.
  public var accuracy: Double {
    quotient(counts.indices.reduce(0) { $0 + counts[$1][$1] }, count)
  }

  /// Of the examples predicted to be of a class, the part that was. Traps for no class.
  public func precision(
    of label: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    quotient(hits(label, file, line), predictions(of: label))
  }

  /// Of the examples of a class, the part that was predicted to be. Traps for no class.
  public func recall(
    of label: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    quotient(hits(label, file, line), examples(of: label))
  }

  /// The harmonic mean of a class's precision and recall, `2 P R / (P + R)`. Traps for no class.
  public func f1(of label: Int, file: StaticString = #fileID, line: UInt = #line) -> Double {
    quotient(2 * hits(label, file, line), predictions(of: label) + examples(of: label))
  }

  /// The mean of the classes' F1, each counting the same, however rare.
  public var macroF1: Double {
    if counts.isEmpty { return 0 }
    return counts.indices.reduce(0) { $0 + f1(of: $1) } / Double(counts.count)
  }

  private func hits(_ label: Int, _ file: StaticString, _ line: UInt) -> Int {
    require(
      counts.indices.contains(label), "\(label) is not one of \(counts.count) classes.",
      file: file, line: line)
    return counts[label][label]
  }

  private func predictions(of label: Int) -> Int { counts.reduce(0) { $0 + $1[label] } }

  private func examples(of label: Int) -> Int { counts[label].reduce(0, +) }

  private func quotient(_ part: Int, _ whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}

#if !hasFeature(Embedded)
  extension ConfusionMatrix: CustomStringConvertible {
    /// A table: a line for each right class, a column for each predicted one.
    ///
    ///     predicted   0  1
    ///     class 0    12  3
    ///     class 1     1  9
    public var description: String {
      func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
      }
      func right(_ number: Int, _ width: Int) -> String {
        let text = "\(number)"
        return String(repeating: " ", count: max(0, width - text.count)) + text
      }
      let classes = counts.indices
      let widths = classes.map { column in
        2 + classes.reduce("\(column)".count) { max($0, "\(counts[$1][column])".count) }
      }
      let width = max("predicted".count, "class \(counts.count)".count)
      var text = left("predicted", width)
      for column in classes { text += right(column, widths[column]) }
      for row in classes {
        text += "\n" + left("class \(row)", width)
        for column in classes { text += right(counts[row][column], widths[column]) }
      }
      return text
    }
  }
#endif
