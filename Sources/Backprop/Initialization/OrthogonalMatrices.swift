/// The numbers of a random matrix whose rows, or columns if there are fewer, have length 1 and stand
/// at right angles; all such matrices are equally likely.
///
/// The `Q` of the factors `Q R` of a matrix of normally distributed numbers, with the diagonal of `R`
/// positive: vectors are drawn one after another, and each loses its parts along those before. Doing
/// that twice leaves no more than rounding.
///
/// Source: F. Mezzadri, "How to generate random matrices from the classical compact groups", Notices
/// of the American Mathematical Society 54 (2007).
func orthogonalValues(
  rows: Int, columns: Int, using generator: inout RandomNumbers
) -> [Double] {
  let (count, length) = (min(rows, columns), max(rows, columns))
  var vectors: [[Double]] = []
  while vectors.count < count {
    var vector = (0..<length).map { _ in generator.normal() }
    for _ in 0..<2 {
      for other in vectors {
        let part = innerProduct(other, vector)
        for i in vector.indices { vector[i] -= part * other[i] }
      }
    }
    let norm = innerProduct(vector, vector).squareRoot()
    // It all but lay in the space of those before, so that only rounding is left: another is drawn.
    if norm < 1e-8 { continue }
    scale(&vector, by: 1 / norm)
    vectors.append(vector)
  }
  if rows <= columns { return vectors.flatMap { $0 } }
  return (0..<rows).flatMap { row in vectors.map { $0[row] } }
}
