import Courseware
import FileSystem
import LessonFormat
import LessonRunner
import SiteGenerator

extension CommandFailure {
  /// The failure in words; nil where there is nothing to say.
  var words: Words? {
    switch self {
    case .usage(let error): error.words
    case .courseware(let error): error.words
    case .report(let error): Words(message: error.message, remedy: error.remedy)
    case .unknownRule(let name, let nearest):
      Words(
        message: "`\(name)` is not a rule",
        remedy: nearest.map { "did you mean `\($0)`?" } ?? "gradus explain lists the rules")
    case .outputCut(let reason, _):
      Words(
        message: "standard output can't be written whole: \(reason)",
        remedy: "make room for it, or write it elsewhere")
    case .interrupted: nil
    }
  }

  /// What the program ends with.
  var status: ExitStatus {
    switch self {
    case .usage, .unknownRule: .wrongUsage
    case .courseware(let error): error.status
    case .report: .failed
    case .outputCut(_, let status): status == .success ? .failed : status
    case .interrupted(let signal): .interrupted(by: signal)
    }
  }
}

extension CoursewareError {
  fileprivate var words: Words? {
    switch self {
    case .noFolder(let path):
      Words(message: "`\(path)` is not a folder", remedy: "name a folder that holds a course.yaml")
    case .missing(let path):
      Words(message: "there is no file or folder `\(path)`", remedy: "check the name")
    case .otherCourse(let path, let first):
      Words(
        message: "`\(first)` and `\(path)` are not of one course",
        remedy: "name the lessons of one course at a time")
    case .otherLibrary(let path):
      Words(
        message: "`\(path)` is about another library than the files before it",
        remedy: "name the files of one package or course at a time")
    case .courseFile(let error):
      Words(
        message: "\(error.path): \(error.message)",
        remedy: error == .missing(path: error.path)
          ? "a course is a folder with a course.yaml; gradus new STEM \"Title\" starts one"
          : error.remedy)
    case .invalidCourse(let report):
      Words(
        message: "the course can't be read\n" + HumanReport(colors: false).text(report), remedy: "")
    case .noSiteSources(let program):
      Words(
        message: "the site's own sources (styles, scripts) are not to be found above \(program)",
        remedy: "run gradus from the checkout that it was built in, or install it: "
          + "scripts/install PREFIX")
    case .outputHolds(let path, let output):
      Words(
        message: "`\(output)` holds \(path), which a site can't take the place of",
        remedy: "name another folder with --out")
    case .source(let error):
      Words(message: "\(error.path): \(error.message)", remedy: error.remedy)
    case .library(let failure):
      Words(message: failure.words.message, remedy: failure.words.remedy)
    case .verification(let failure): failure.inWords
    case .report(let failure): Words(message: failure.message, remedy: failure.remedy)
    case .site(let error): Words(message: error.description, remedy: "")
    case .file(let error): error.words
    case .lesson(let problem): problem.words
    case .cacheRemains(let folder):
      Words(message: "\(folder) can't be removed whole", remedy: "remove it by hand")
    case .foreignCache(let folder):
      Words(
        message: "\(folder) is not a cache of gradus, and is left as it is",
        remedy: "name a cache in GRADUS_CACHE, or unset it")
    case .unusableCache(let folder, let entry):
      Words(
        message: "\(folder) can't be the cache: gradus has not made the `\(entry)` in it",
        remedy: "name a new or an empty folder in GRADUS_CACHE, or unset it")
    case .cancelled: nil
    }
  }

  fileprivate var status: ExitStatus {
    switch self {
    case .noFolder, .missing, .otherCourse, .otherLibrary, .outputHolds, .lesson(.badStem),
      .unusableCache:
      .wrongUsage
    case .noSiteSources: .somethingMissing
    case .library(.machine(.missing)), .library(.machine(.process)),
      .verification(.machine(.missing)), .verification(.machine(.process)):
      .somethingMissing
    case .verification(.typesetting(.missingTool)), .site(.typesetting(.missingTool)):
      .somethingMissing
    case .courseFile, .invalidCourse, .source, .library, .verification, .report, .site, .file,
      .lesson, .cacheRemains, .foreignCache, .cancelled:
      .failed
    }
  }
}

extension Verification.Failure {
  fileprivate var inWords: Words {
    switch self {
    case .machine(let failure):
      Words(message: failure.words.message, remedy: failure.words.remedy)
    case .typesetting(let error): Words(message: error.description, remedy: "")
    }
  }
}

extension NewLesson.Problem {
  fileprivate var words: Words {
    switch self {
    case .badStem(let stem) where Course.reservedStems.contains(stem):
      Words(
        message: "`\(stem)` can't be a lesson's address: the site has a page of that name",
        remedy: "choose another name")
    case .badStem(let stem):
      Words(
        message: "`\(stem)` can't be a lesson's address",
        remedy: "use lower-case letters, digits and hyphens, such as `saddle-points`")
    case .exists(let path):
      Words(message: "\(path) exists already", remedy: "choose another name")
    case .danglingLink(let path, let target):
      Words(
        message: "\(path) is a link to \(target), which does not exist",
        remedy: "remove the link, or make the file that it leads to")
    case .courseFile(let error):
      Words(message: "\(error.path): \(error.message)", remedy: error.remedy)
    }
  }
}

extension FileError {
  fileprivate var words: Words {
    Words(message: message, remedy: "nothing was changed; fix what is named and try again")
  }
}
