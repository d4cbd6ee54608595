/// The forms in which a report is written.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// Findings for a person, with the line that each is about.
  case human
  /// JSON Lines: an object for each check, and one for the whole.
  case json
  /// JUnit's XML, which build servers read.
  case junit
  /// Commands that GitHub shows beside the lines of a change.
  case github
}
