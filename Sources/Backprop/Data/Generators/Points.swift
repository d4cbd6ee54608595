// What the generators of data sets share.

/// How many of `count` examples each class has: as many, except for one more of the first ones.
func classSizes(_ count: Int, classes: Int) -> [Int] {
  (0..<classes).map { count / classes + ($0 < count % classes ? 1 : 0) }
}

/// The points `[n, 2]` of classes, with noise added to each coordinate.
func points(
  _ classes: [[(Double, Double)]], noise: Double, using generator: inout RandomNumbers,
  file: StaticString, line: UInt
) -> Dataset<Double> {
  requireNoise(noise, file: file, line: line)
  var coordinates: [Double] = []
  var labels: [Int] = []
  for (label, points) in classes.enumerated() {
    for (x, y) in points {
      coordinates += [x, y]
      labels.append(label)
    }
  }
  let inputs = Tensor(unchecked: [labels.count, 2], coordinates)
  return Dataset(inputs: noisy(inputs, noise, using: &generator), labels: labels)
}

/// Numbers with noise of a normal distribution; without noise nothing is drawn.
func noisy(
  _ numbers: Tensor<Double>, _ noise: Double, using generator: inout RandomNumbers
) -> Tensor<Double> {
  noise == 0 ? numbers : numbers.withNoise(standardDeviation: noise, using: &generator)
}

func requireCount(_ count: Int, file: StaticString, line: UInt) {
  require(
    count >= 0, "A data set holds 0 or more examples, not \(count).", file: file, line: line)
}
