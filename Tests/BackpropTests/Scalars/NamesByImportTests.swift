import Foundation
import Testing

import func Backprop.exp
import func Backprop.pow
import func Backprop.sin
import func Backprop.tanh

@testable import Backprop

/// What the documentation says of a file that imports both: a function imported by its name is called.
@Suite struct NamesByImportTests {
  @Test func aFunctionThatIsImportedByItsNameIsTheLibrarys() {
    for x in stride(from: -30.0, through: 30, by: 0.01) {
      #expect(exp(x) == Double.exp(x))
      #expect(tanh(x) == Double.tanh(x))
      #expect(sin(x) == Double.sin(x))
      #expect(pow(exp(x), 0.3) == Double.pow(Double.exp(x), 0.3))
      #expect(exp(Float(x)) == Float.exp(Float(x)))
    }
  }
}
