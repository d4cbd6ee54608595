extension Tensor {
  /// The part of each matrix on and below a diagonal, with zeros above: of the last two axes.
  ///
  /// - Parameter diagonal: Which one: 0 for the main diagonal, `k` for the one that begins at row 0 and
  ///   column `k`, `−k` for row `k` and column 0.
  ///
  ///     Tensor.ones([2, 2]).lowerTriangle()   // [[1.0, 0.0], [1.0, 1.0]]: which steps may see which
  ///
  /// Traps for fewer than two axes.
  public func lowerTriangle(
    diagonal: Int = 0, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    triangle(file: file, line: line) { row, column in column - row <= diagonal }
  }

  /// The part of each matrix on and above a diagonal, with zeros below: of the last two axes.
  ///
  /// - Parameter diagonal: As in ``lowerTriangle(diagonal:file:line:)``.
  ///
  /// Traps for fewer than two axes.
  public func upperTriangle(
    diagonal: Int = 0, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    triangle(file: file, line: line) { row, column in column - row >= diagonal }
  }

  /// Zeros, even in place of NaN, where a place is not kept.
  private func triangle(
    file: StaticString, line: UInt, _ isKept: (_ row: Int, _ column: Int) -> Bool
  ) -> Tensor {
    require(
      rank >= 2, "A triangle is a part of matrices; this tensor has shape \(shape).", file: file,
      line: line)
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    var mask = [S](repeating: 0, count: rows * columns)
    for row in 0..<rows {
      for column in 0..<columns where isKept(row, column) { mask[row * columns + column] = 1 }
    }
    return elementwise(.weigh, Tensor(unchecked: [rows, columns], mask), self)
  }
}
