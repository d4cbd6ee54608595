import Testing

@testable import gradus

@Suite struct ArgumentsTests {
  @Test func optionsMayStandAnywhereAndOperandsKeepTheirOrder() throws {
    let arguments = try Arguments(["verify", "--strict", "a.md", "-j", "3", "b.md"])
    #expect(arguments.command?.name == "verify")
    #expect(arguments.operands == ["a.md", "b.md"])
    #expect(arguments.has(.strict))
    #expect(arguments.jobs == 3)
  }

  @Test func helpIsAnotherWordForTheOption() throws {
    #expect(try Arguments(["help"]).has(.help) && Arguments(["help"]).command == nil)
    for words in [["help", "verify"], ["verify", "--help"], ["help", "verify", "--help"]] {
      let arguments = try Arguments(words)
      #expect(arguments.has(.help) && arguments.command?.name == "verify")
    }
    #expect(try Arguments(["help", "help"]).command == nil)
    // Where an operand stands it is one.
    #expect(try Arguments(["verify", "help"]).operands == ["help"])
    for (words, meant) in [(["hlep"], "help"), (["help", "verfy"], "verify")] {
      #expect {
        _ = try Arguments(words)
      } throws: { error in
        guard case .unknownCommand(_, let nearest)? = error as? UsageError else { return false }
        return nearest == meant
      }
    }
  }

  @Test func behindTwoHyphensAllAreOperands() throws {
    #expect(try Arguments(["verify", "--", "--strict"]).operands == ["--strict"])
  }

  @Test func whatIsAskedOfACourseIsInItsSettings() throws {
    let settings = try Arguments([
      "build", "c", "--out=o", "--base-url", "u", "--strict", "--twice", "--no-cache", "--trust",
    ]).courseSettings
    #expect(settings.operands == ["c"])
    #expect(settings.output == "o")
    #expect(settings.baseURL == "u")
    #expect(settings.isStrict && settings.runsTwice && settings.trusts && !settings.usesCache)
  }

  @Test func withoutOperandsTheCourseIsLessons() throws {
    #expect(try Arguments(["verify"]).courseSettings.operands == ["lessons"])
  }

  @Test func aShardIsReadAndTimesNeedOne() throws {
    #expect(try Arguments(["verify", "--shard", "2/3"]).shard?.text == "2/3")
    #expect {
      _ = try Arguments(["verify", "--times", "f"])
    } throws: { error in
      if case .timesWithoutShard? = error as? UsageError { true } else { false }
    }
  }

  @Test func anErrorHoldsWhatWasWrittenAndWhatMayHaveBeenMeant() {
    #expect {
      _ = try Arguments(["biuld"])
    } throws: { error in
      if case .unknownCommand("biuld", nearest: "build")? = error as? UsageError {
        true
      } else {
        false
      }
    }
  }
}
