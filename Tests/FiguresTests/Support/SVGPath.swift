@testable import Figures

/// Reads the path data that the module writes: M, m, l, h, v and z.
enum SVGPath {
  /// The corners of a path of one piece.
  static func points(of text: String) -> [Pixel] {
    var result: [Pixel] = []
    var x = 0.0
    var y = 0.0
    var command: Character = "M"
    var numbers: [Double] = []
    var number = ""
    func flush() {
      if let value = Double(number) { numbers.append(value) }
      number = ""
    }
    func apply() {
      flush()
      switch command {
      case "M" where numbers.count == 2: (x, y) = (numbers[0], numbers[1])
      case "m" where numbers.count == 2, "l" where numbers.count == 2:
        x += numbers[0]
        y += numbers[1]
      case "h" where numbers.count == 1: x += numbers[0]
      case "v" where numbers.count == 1: y += numbers[0]
      default: return
      }
      result.append(Pixel(x: x, y: y))
      numbers = []
    }
    for character in text {
      switch character {
      case "M", "m", "l", "h", "v", "z":
        apply()
        command = character
        numbers = []
      case "-":
        flush()
        number = "-"
      case " ": flush()
      default: number.append(character)
      }
    }
    apply()
    return result
  }
}
