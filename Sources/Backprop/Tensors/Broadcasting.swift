/// The number of scalars in a tensor of a shape.
@inline(__always)
func elementCount(_ shape: [Int]) -> Int {
  var count = 1
  for length in shape { count *= length }
  return count
}

/// Stops the program where no tensor can have a shape.
func requireShape(_ shape: [Int], file: StaticString, line: UInt) {
  var (count, isTooLarge) = (1, false)
  for length in shape {
    require(
      length >= 0, "No tensor has the shape \(shape): a length is negative.", file: file, line: line
    )
    let (product, overflows) = count.multipliedReportingOverflow(by: length)
    (count, isTooLarge) = (product, isTooLarge || overflows)
  }
  require(
    !isTooLarge,
    "No tensor has the shape \(shape): that would be more numbers than can be counted.",
    file: file, line: line)
}

/// Stops the program where no layer can have the sizes.
func requireSizes(_ inputs: Int, _ outputs: Int, _ file: StaticString, _ line: UInt) {
  require(
    inputs >= 0 && outputs >= 0,
    "No layer leads from \(inputs) to \(outputs): sizes are 0 or more.", file: file, line: line)
}

/// The shape of an elementwise operation on two tensors, or nil where there is none.
///
/// NumPy's rule: shapes are aligned at their last axes; lengths must be equal, or one of them 1,
/// and missing axes count as 1.
func broadcastShape(_ a: [Int], _ b: [Int]) -> [Int]? {
  if a == b { return a }
  let longer = a.count >= b.count ? a : b
  let shorter = a.count >= b.count ? b : a
  var result = longer
  let missing = longer.count - shorter.count
  for axis in 0..<shorter.count {
    let (x, y) = (longer[missing + axis], shorter[axis])
    if x == y || y == 1 { continue }
    if x != 1 { return nil }
    result[missing + axis] = y
  }
  return result
}

/// The steps through a tensor of `shape` when it is read as one of shape `larger`: zero along
/// every axis where it is repeated.
func broadcastStrides(_ shape: [Int], to larger: [Int]) -> [Int] {
  var strides = [Int](repeating: 0, count: larger.count)
  var stride = 1
  let missing = larger.count - shape.count
  for axis in (0..<shape.count).reversed() {
    strides[missing + axis] = shape[axis] == 1 ? 0 : stride
    stride *= shape[axis]
  }
  return strides
}

/// Whether `shape` is what remains of `larger` when leading axes are left out.
@inline(__always)
func isSuffix(_ shape: [Int], of larger: [Int]) -> Bool {
  guard shape.count <= larger.count else { return false }
  let missing = larger.count - shape.count
  for axis in 0..<shape.count where shape[axis] != larger[missing + axis] { return false }
  return true
}

/// The offsets of a broadcast tensor's scalars, in the row-major order of the larger shape.
struct BroadcastOffsets {
  private let shape: [Int]
  private let strides: [Int]
  private var position: [Int]
  private(set) var offset = 0

  init(_ shape: [Int], to larger: [Int]) {
    self.shape = larger
    strides = broadcastStrides(shape, to: larger)
    position = Array(repeating: 0, count: larger.count)
  }

  mutating func advance() {
    var axis = shape.count - 1
    while axis >= 0 {
      position[axis] += 1
      offset += strides[axis]
      if position[axis] < shape[axis] { return }
      offset -= strides[axis] * shape[axis]
      position[axis] = 0
      axis -= 1
    }
  }
}
