@testable import Figures

/// A plot whose words do not matter.
func plot(
  x: Axis = Axis(), y: Axis = Axis(), width: Double = 520, aspect: Plot.Aspect = .automatic,
  legend: Plot.Legend = .automatic, @MarkBuilder marks: () -> [Plot.Layer]
) -> Plot {
  Plot("T", alt: "A.", x: x, y: y, width: width, aspect: aspect, legend: legend, marks: marks)
}
