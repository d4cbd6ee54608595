import Backprop
import Testing

/// Checks that a function is within so many ulp of 100 digits by mpmath at all points of the oracle
/// `Oracles/elementary_functions.py`.
func check(
  _ name: String, within bound: Double, sourceLocation: SourceLocation = #_sourceLocation,
  _ function: (_ x: Double, _ y: Double) -> Double
) {
  let points = Oracle.functionPoints.filter { $0.function == name }
  #expect(points.count >= 800, sourceLocation: sourceLocation)
  for point in points {
    let result = function(point.x, point.y)
    let ulps = (result - point.result) / point.result.ulp - point.remainder
    #expect(
      ulps.magnitude <= bound, "\(name)(\(point.x)) is \(result), \(ulps) ulp from the exact value",
      sourceLocation: sourceLocation)
  }
}

/// Checks that a function of `Float` is the rounded value of the one of `Double`.
func checkRounding(
  _ name: String, sourceLocation: SourceLocation = #_sourceLocation,
  _ single: (_ x: Float, _ y: Float) -> Float, _ double: (_ x: Double, _ y: Double) -> Double
) {
  for point in Oracle.functionPoints.filter({ $0.function == name }).prefix(200) {
    let (x, y) = (Float(point.x), Float(point.y))
    let (result, exact) = (single(x, y), Float(double(Double(x), Double(y))))
    #expect(result == exact || (result.isNaN && exact.isNaN), sourceLocation: sourceLocation)
  }
}
