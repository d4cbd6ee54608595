import Backprop
import Testing

/// No optimizer takes a setting with which its steps would lead nowhere.
@Suite struct OptimizerSettingsTests {
  private static let settings = [
    "SGD learning rate", "Momentum learning rate", "NesterovMomentum learning rate",
    "AveragedMomentum learning rate", "AdaGrad learning rate", "RMSProp learning rate",
    "Adam learning rate", "AdamW learning rate", "Momentum momentum", "NesterovMomentum momentum",
    "AveragedMomentum momentum", "Adam momentum", "AdamW momentum", "RMSProp decay", "Adam decay",
    "AdamW decay", "AdaGrad epsilon", "RMSProp epsilon", "Adam epsilon", "AdamW epsilon",
    "AdamW weight decay",
  ]

  @Test(arguments: settings, ["-1.0", "nan", "inf", "-inf"])
  func aSettingThatCantBeIsNamedWithTheCallersFile(setting: String, value: String) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [setting, value] in OptimizerSettingsTests.make(setting, Double(value)!) }
    let name = setting.drop { $0 != " " }.dropFirst()
    let sentence =
      name == "momentum" || name == "decay"
      ? "The \(name) of an average, its weight so far, is in 0..<1, not \(value)."
      : "The \(name) is finite, and 0 or more, not \(value)."
    #expect(result.message.contains(sentence), "\(result.message)")
    #expect(result.message.contains("OptimizerSettingsTests.swift:"))
  }

  @Test func zerosAreTaken() {
    for setting in Self.settings { Self.make(setting, 0) }
  }

  private static func make(_ setting: String, _ value: Double) {
    switch setting {
    case "SGD learning rate": _ = SGD(learningRate: value)
    case "Momentum learning rate": _ = Momentum(learningRate: value)
    case "NesterovMomentum learning rate": _ = NesterovMomentum(learningRate: value)
    case "AveragedMomentum learning rate": _ = AveragedMomentum(learningRate: value)
    case "AdaGrad learning rate": _ = AdaGrad(learningRate: value)
    case "RMSProp learning rate": _ = RMSProp(learningRate: value)
    case "Adam learning rate": _ = Adam(learningRate: value)
    case "AdamW learning rate": _ = AdamW(learningRate: value)
    case "Momentum momentum": _ = Momentum(learningRate: 1, momentum: value)
    case "NesterovMomentum momentum": _ = NesterovMomentum(learningRate: 1, momentum: value)
    case "AveragedMomentum momentum": _ = AveragedMomentum(learningRate: 1, momentum: value)
    case "Adam momentum": _ = Adam(momentum: value)
    case "AdamW momentum": _ = AdamW(momentum: value)
    case "RMSProp decay": _ = RMSProp(decay: value)
    case "Adam decay": _ = Adam(decay: value)
    case "AdamW decay": _ = AdamW(decay: value)
    case "AdaGrad epsilon": _ = AdaGrad(epsilon: value)
    case "RMSProp epsilon": _ = RMSProp(epsilon: value)
    case "Adam epsilon": _ = Adam(epsilon: value)
    case "AdamW epsilon": _ = AdamW(epsilon: value)
    default: _ = AdamW(weightDecay: value)
    }
  }
}
