/// The timer behind the alarm, which a copy of the program does not inherit.
struct IntervalTimer {
  /// Seconds and microseconds: of the repetition, and to the next alarm.
  private var fields: [Int]

  init(seconds: Double) {
    let whole = Int(seconds)
    fields = [0, 0, whole, Int((seconds - Double(whole)) * 1e6)]
  }

  static var current: IntervalTimer {
    var timer = IntervalTimer(seconds: 0)
    systemReadTimer(0, &timer.fields)
    return timer
  }

  /// To the next alarm; a long time when none is set.
  var secondsLeft: Double {
    let seconds = Double(fields[2]) + Double(fields[3]) * 1e-6
    return seconds > 0 ? seconds : 3600
  }

  func start() {
    systemSetTimer(0, fields, nil)
  }
}
