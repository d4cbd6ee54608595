import LessonRunner
import Markup

/// A figure on the page, with its number and caption.
struct FigureView {
  let figure: ShownFigure
  /// The number among the figures of the page, from 1.
  let number: Int
  /// Empty for none.
  let caption: HTML<Phrasing>

  var html: HTML<Flow> {
    // The width for which the figure is drawn tells the style sheet how small it may become.
    let width: [HTMLAttribute<HTMLElement.Plain>] =
      figure.width.map { [.property("drawn", Int($0))] } ?? []
    return .figure(
      [.class("figure")] + (figure.name.map { [.id("figure.\($0)")] } ?? []),
      .scroll("drawing", label: "Figure \(number)", attributes: width, .trusted(figure.svg)),
      .figcaption(
        [], .b([], "Figure \(number)."), " ", .span([.class("title")], .text(title)),
        HTML(caption.isEmpty ? "" : " " + caption), table)) + "\n"
  }

  /// The numbers, folded away beneath. They are part of the caption, which HTML wants last.
  private var table: HTML<Flow> {
    guard let table = figure.table else { return HTML() }
    return .details(
      [.class("numbers")], .summary([], "Numbers"),
      .scroll(
        "table", label: "The numbers of figure \(number)",
        .table([], TableView.content(of: table))))
  }

  private var title: String {
    guard let last = figure.title.last, !".?!".contains(last) else { return figure.title }
    return figure.title + "."
  }
}
