/// Sums of products over axes that have letters: Einstein's notation.
///
///     einsum("ij,jk->ik", a, b)        // the matrix product
///     einsum("bqd,bkd->bqk", q, k)     // a product for each b
///     einsum("ii->", a)                // the trace
///     einsum("ij->ji", a)              // transposed
///
/// Each operand has a letter for each axis, separated by commas; after `->` stand the letters of the
/// result in its order. What has a letter that the result lacks is summed over; a letter twice in an
/// operand takes its diagonal. Spaces count for nothing. Operands are joined from left to right, two at a
/// time, each time by a product of matrices.
///
/// Traps, and names the letter, where lengths differ, a letter is none, or the result's is unknown or
/// there twice; and where operands and their letters are not as many.
///
/// Source: A. Einstein, "Die Grundlage der allgemeinen Relativitätstheorie", Annalen der Physik 354
/// (1916), as NumPy's `einsum` writes it.
public func einsum<S: Scalar>(
  _ specification: String, _ operands: Tensor<S>..., file: StaticString = #fileID,
  line: UInt = #line
) -> Tensor<S> {
  let sum = EinsteinSum(specification, operands.map { $0.shape }, file: file, line: line)
  var terms = zip(sum.inputs, operands).map { Term(letters: $0, value: $1).withDiagonals }
  var result = terms.removeFirst()
  while true {
    let wanted = sum.output + terms.flatMap { $0.letters }
    if terms.isEmpty { break }
    let next = terms.removeFirst()
    let later = sum.output + terms.flatMap { $0.letters }
    let left = result.summed(keeping: { wanted.contains($0) })
    let right = next.summed(keeping: { later.contains($0) || left.letters.contains($0) })
    result = left.product(right, keeping: { later.contains($0) })
  }
  return result.summed(keeping: { sum.output.contains($0) }).arranged(sum.output).value
}

/// What a specification says, checked against the shapes.
private struct EinsteinSum {
  var inputs: [[UInt8]] = []
  var output: [UInt8] = []

  init(_ text: String, _ shapes: [[Int]], file: StaticString, line: UInt) {
    func name(_ letter: UInt8) -> String { String(Unicode.Scalar(letter)) }
    let characters = text.utf8.filter { $0 != 0x20 }
    let arrow = characters.indices.dropLast().first {
      characters[$0] == 0x2D && characters[$0 + 1] == 0x3E
    }
    guard let arrow else {
      fail("einsum of \"\(text)\": there is no -> before the result.", file: file, line: line)
    }
    inputs = characters[..<arrow].split(separator: 0x2C, omittingEmptySubsequences: false)
      .map { Array($0) }
    output = Array(characters[(arrow + 2)...])
    require(
      inputs.count == shapes.count,
      "einsum of \"\(text)\": letters for \(inputs.count) operands, and \(shapes.count) operands.",
      file: file, line: line)
    var lengths = [Int?](repeating: nil, count: 256)
    for (letters, shape) in zip(inputs, shapes) {
      require(
        letters.count == shape.count,
        "einsum of \"\(text)\": \(letters.count) letters for an operand of shape \(shape).",
        file: file, line: line)
      for (letter, length) in zip(letters, shape) {
        require(
          (0x41...0x5A).contains(letter) || (0x61...0x7A).contains(letter),
          "einsum of \"\(text)\": \(name(letter)) is no letter.", file: file, line: line)
        let known = lengths[Int(letter)] ?? length
        require(
          known == length,
          "einsum of \"\(text)\": \(name(letter)) has the lengths \(known) and \(length).",
          file: file, line: line)
        lengths[Int(letter)] = length
      }
    }
    for (place, letter) in output.enumerated() {
      require(
        lengths[Int(letter)] != nil,
        "einsum of \"\(text)\": the result's \(name(letter)) is in no operand.", file: file,
        line: line)
      require(
        !output[..<place].contains(letter),
        "einsum of \"\(text)\": \(name(letter)) is twice in the result.", file: file, line: line)
    }
  }
}

/// A tensor with a letter for each axis.
private struct Term<S: Scalar> {
  var letters: [UInt8]
  var value: Tensor<S>

  func length(_ letter: UInt8) -> Int { value.shape[letters.firstIndex(of: letter)!] }

  /// The term with each letter once, its axes replaced by their diagonal.
  var withDiagonals: Term {
    for (place, letter) in letters.enumerated() {
      guard let second = letters[(place + 1)...].firstIndex(of: letter) else { continue }
      // Both axes first; of their places every one after a row and a column is on the diagonal.
      let rest = letters.indices.filter { $0 != place && $0 != second }
      let length = value.shape[place]
      let others = rest.map { value.shape[$0] }
      let rows = value.permuted([place, second] + rest).reshaped([length * length] + others)
      let diagonal = Tensor<S>(
        unchecked: [length], (0..<length).map { S($0 * (length + 1)) })
      return Term(letters: [letter] + rest.map { letters[$0] }, value: gather(rows, diagonal))
        .withDiagonals
    }
    return self
  }

  /// The sums over the letters that are not kept.
  func summed(keeping isKept: (UInt8) -> Bool) -> Term {
    var term = self
    for axis in letters.indices.reversed() where !isKept(letters[axis]) {
      term.value = term.value.sum(axis: axis)
      term.letters.remove(at: axis)
    }
    return term
  }

  /// The term with its axes in another order.
  func arranged(_ order: [UInt8]) -> Term {
    if order == letters { return self }
    return Term(letters: order, value: value.permuted(order.map { letters.firstIndex(of: $0)! }))
  }

  /// The products with another term, summed over the letters of both that are not kept.
  func product(_ other: Term, keeping isKept: (UInt8) -> Bool) -> Term {
    let shared = letters.filter { other.letters.contains($0) }
    let (batch, contracted) = (shared.filter(isKept), shared.filter { !isKept($0) })
    let left = letters.filter { !shared.contains($0) }
    let right = other.letters.filter { !shared.contains($0) }
    func lengths(_ letters: [UInt8], _ term: Term) -> [Int] { letters.map { term.length($0) } }
    let sizes = (
      lengths(batch, self), lengths(left, self), lengths(contracted, self), lengths(right, other)
    )
    let (b, m) = (elementCount(sizes.0), elementCount(sizes.1))
    let (depth, n) = (elementCount(sizes.2), elementCount(sizes.3))
    let a = arranged(batch + left + contracted).value.reshaped([b, m, depth])
    let c = other.arranged(batch + contracted + right).value.reshaped([b, depth, n])
    let product = apply(.matrixProduct(transposeLeft: false, transposeRight: false), a, c)
    return Term(
      letters: batch + left + right, value: product.reshaped(sizes.0 + sizes.1 + sizes.3))
  }
}
