import Backprop
import Figures

/// Times drawings of many numbers, and prints a line of JSON for each kind.
func raceDrawings(points count: Int) {
  var random = RandomNumbers(seed: 1)
  let noise = (0..<count).map { _ in random.normal() }
  var height = 0.0
  let walk = noise.map { step in
    height += step
    return height
  }
  let places = (0..<count).map { Double($0) }
  let other = (0..<count).map { _ in random.normal() }
  let side = Int(Double(count).squareRoot())
  let matrix = (0..<side).map { row in Array(walk[(row * side)..<((row + 1) * side)]) }

  time("line", count) { Plot("A walk", alt: "A walk.") { Line(walk) } }
  time("points", count) { Plot("A cloud", alt: "A cloud.") { Points(noise, other) } }
  time("area", count) { Plot("A walk", alt: "A walk.") { Area(places, walk) } }
  time("histogram", count) { Plot("Numbers", alt: "A bell.") { Histogram(noise) } }
  time("heat map", side * side) { Plot("A matrix", alt: "Clouds.") { HeatMap(matrix) } }
}

private func time(_ kind: String, _ count: Int, _ plot: () -> Plot) {
  let clock = ContinuousClock()
  var (seconds, bytes) = (Double.infinity, 0)
  for _ in 0..<3 {
    let took = clock.measure { bytes = plot().svg.utf8.count }
    seconds = min(seconds, took / .seconds(1))
  }
  print(#"{"kind":"\#(kind)","points":\#(count),"seconds":\#(seconds),"bytes":\#(bytes)}"#)
}
