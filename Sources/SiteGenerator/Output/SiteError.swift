import LessonRunner

/// Why a site could not be made.
public enum SiteError: Error, Hashable, Sendable {
  /// Formulas could not be typeset, or what they need to be shown is missing.
  case typesetting(TypesettingError)
  /// A file that the site is made of could not be read.
  case unreadable(path: String, reason: String)
  /// The output could not be written; what stood there before is as it was.
  case unwritable(path: String, reason: String)
  /// The output folder holds something that no build of a site has put there.
  case foreignOutput(path: String)
  /// A file in the output folder that no build has put there stands where the site has one.
  case foreignFile(path: String)
  /// A file in the output folder that no build has put there can't go along to the new site.
  case unkeepable(path: String, reason: String)
  /// The new site is in its place, and something that came into the old one meanwhile can't be moved
  /// to it; it is still in this folder.
  case leftBehind(in: String, reason: String)
}

extension SiteError: CustomStringConvertible {
  /// The error in a sentence, with what to do.
  public var description: String {
    switch self {
    case .typesetting(let error): error.description
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason)."
    case .unwritable(let path, let reason):
      "The site cannot be written to \(path): \(reason). What stood there before is unchanged."
    case .foreignOutput(let path):
      "\(path) is not a folder that a build of the site has written: name another with --out, or"
        + " remove it first."
    case .foreignFile(let path):
      "\(path) is in the way of a page or file of the site, and no build has written it: move it away"
        + " first. Nothing was changed."
    case .unkeepable(let path, let reason):
      "\(path), which no build has written, can't be kept beside the new site: \(reason). Move it"
        + " away first. Nothing was changed."
    case .leftBehind(let folder, let reason):
      "The new site is in its place, but what changed in the old one meanwhile can't go along:"
        + " \(reason). It is kept in \(folder)."
    }
  }
}
