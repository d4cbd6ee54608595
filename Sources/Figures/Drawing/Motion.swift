/// Paths that draw themselves, by style rules alone. Where less motion is wished for, or the rules
/// are not understood, the figure stands still; in any case it ends as it was drawn. Pointing at the
/// figure plays it again.
package enum Motion {
  /// The rules, the same in every figure that moves, so that a page can hold any number of them.
  package static let styleSheet =
    "@media (prefers-reduced-motion:no-preference){"
    + ".figure-trace{animation:figure-trace var(--figure-time) var(--figure-pace)}"
    + ".figure-bead{animation:figure-bead var(--figure-time) var(--figure-pace)}"
    + ".figure-after{animation:figure-after var(--figure-time)}"
    + "svg:hover .figure-trace{animation:figure-trace var(--figure-time) var(--figure-pace),"
    + "figure-trace-again var(--figure-time) var(--figure-pace)}"
    + "svg:hover .figure-bead{animation:figure-bead var(--figure-time) var(--figure-pace),"
    + "figure-bead-again var(--figure-time) var(--figure-pace)}"
    + "svg:hover .figure-after{animation:figure-after var(--figure-time),"
    + "figure-after-again var(--figure-time)}"
    + "@keyframes figure-trace{from{stroke-dasharray:0 1}to{stroke-dasharray:1 0}}"
    + "@keyframes figure-trace-again{from{stroke-dasharray:0 1}to{stroke-dasharray:1 0}}"
    + "@keyframes figure-bead{from{opacity:1;stroke-dashoffset:0}"
    + "to{opacity:1;stroke-dashoffset:-1}}"
    + "@keyframes figure-bead-again{from{opacity:1;stroke-dashoffset:0}"
    + "to{opacity:1;stroke-dashoffset:-1}}"
    + "@keyframes figure-after{from{opacity:0}to{opacity:0}}"
    + "@keyframes figure-after-again{from{opacity:0}to{opacity:0}}}"

  /// The time and the pace of a way: as much time for each step, however long it is.
  static func variables(of way: [Pixel], seconds: Double) -> String {
    var lengths = [0.0]
    for index in way.indices.dropFirst() {
      lengths.append(lengths[index - 1] + PathArrows.distance(way[index - 1], way[index]))
    }
    let total = max(lengths[lengths.count - 1], 1e-9)
    let stops = min(lengths.count, 61)
    var pace = "linear("
    for stop in 0..<stops {
      let index = stop * (lengths.count - 1) / max(1, stops - 1)
      pace += (stop > 0 ? "," : "") + FixedPoint.text(lengths[index] / total)
    }
    return "--figure-time:" + FixedPoint.text(seconds) + "s;--figure-pace:" + pace + ")"
  }
}
