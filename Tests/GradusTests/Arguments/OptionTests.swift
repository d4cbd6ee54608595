import Testing

@testable import gradus

@Suite struct OptionTests {
  @Test func noTwoOptionsHaveOneLetter() {
    let letters = Option.allCases.compactMap(\.letter)
    #expect(Set(letters).count == letters.count)
  }

  @Test func everyOptionIsTakenByACommandOrByAll() {
    let taken = Set(Command.all.flatMap(\.options)).union(Option.common)
    #expect(taken == Set(Option.allCases))
  }

  @Test func aCommandNamesNoOptionTwiceAndNoneThatAllTake() {
    for command in Command.all {
      #expect(Set(command.options).count == command.options.count, "\(command.name)")
      #expect(Set(command.options).isDisjoint(with: Option.common), "\(command.name)")
    }
  }

  @Test func aNameIsOfLowerCaseLettersAndHyphensAndSaysSomething() {
    for option in Option.allCases {
      #expect(option.rawValue.hasPrefix("--"))
      #expect(option.rawValue.utf8.allSatisfy { $0 == 45 || (97...122).contains($0) })
      #expect(!option.summary.isEmpty && option.value?.isEmpty != true)
    }
  }
}
