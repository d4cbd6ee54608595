// The elements of HTML that pages use, by where they may stand. Each takes its attributes in the order
// in which they are written, and then what stands in it.

// MARK: Among blocks

extension HTML where Context == Flow {
  /// A quotation.
  public static func blockquote(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("blockquote", attributes, content) }
  /// A part without a meaning of its own.
  public static func div(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("div", attributes, content) }
  /// A paragraph.
  public static func p(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("p", attributes, content) }
  /// Text whose blanks and lines stay as they are.
  public static func pre(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("pre", attributes, content) }
  /// A list whose order says nothing.
  public static func ul(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<ListItems>...
  ) -> HTML { element("ul", attributes, content) }
  /// A list in order.
  public static func ol(
    _ attributes: [HTMLAttribute<HTMLElement.OrderedList>] = [], _ content: HTML<ListItems>...
  ) -> HTML { element("ol", attributes, content) }
  /// Terms with their descriptions.
  public static func dl(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Descriptions>...
  ) -> HTML { element("dl", attributes, content) }
  /// A table.
  public static func table(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<TableParts>...
  ) -> HTML { element("table", attributes, content) }
  /// Something that the text refers to, with its caption.
  public static func figure(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("figure", attributes, content) }
  /// The caption of a figure.
  public static func figcaption(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("figcaption", attributes, content) }
  /// A part that is folded away under its summary.
  public static func details(
    _ attributes: [HTMLAttribute<HTMLElement.Details>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("details", attributes, content) }
  /// What stands for a part that is folded away.
  public static func summary(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("summary", attributes, content) }
  /// A part with a heading.
  public static func section(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("section", attributes, content) }
  /// A text that is complete in itself.
  public static func article(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("article", attributes, content) }
  /// What opens a page or a part.
  public static func header(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("header", attributes, content) }
  /// What closes a page or a part.
  public static func footer(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("footer", attributes, content) }
  /// What the page is there for.
  public static func main(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("main", attributes, content) }
  /// Links to pages or parts.
  public static func nav(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("nav", attributes, content) }
  /// Controls that belong together.
  public static func form(
    _ attributes: [HTMLAttribute<HTMLElement.FormElement>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("form", attributes, content) }
  /// Controls of a form that belong together.
  public static func fieldset(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("fieldset", attributes, content) }
  /// What stands where scripts do not run.
  public static func noscript(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("noscript", attributes, content) }

  /// A heading of a level from 1 to 6.
  public static func heading(
    _ level: Int, _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [],
    _ content: HTML<Phrasing>...
  ) -> HTML {
    switch level {
    case 1: element("h1", attributes, content)
    case 2: element("h2", attributes, content)
    case 3: element("h3", attributes, content)
    case 4: element("h4", attributes, content)
    case 5: element("h5", attributes, content)
    default: element("h6", attributes, content)
    }
  }

  /// A rule between parts of a text.
  public static func hr(_ ending: VoidEnding = .html) -> HTML {
    void("hr", [HTMLAttribute<HTMLElement.Plain>](), ending)
  }
}

// MARK: In lines of text

extension HTML where Context: AllowsPhrasing {
  /// A link, around anything that may stand where it stands.
  public static func a(
    _ attributes: [HTMLAttribute<HTMLElement.Anchor>] = [], _ content: HTML...
  ) -> HTML { element("a", attributes, content) }
  /// Words to be noticed.
  public static func b(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("b", attributes, content) }
  /// A button.
  public static func button(
    _ attributes: [HTMLAttribute<HTMLElement.Button>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("button", attributes, content) }
  /// Code.
  public static func code(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("code", attributes, content) }
  /// What is struck out.
  public static func del(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("del", attributes, content) }
  /// What is stressed.
  public static func em(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("em", attributes, content) }
  /// The name of a control.
  public static func label(
    _ attributes: [HTMLAttribute<HTMLElement.Label>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("label", attributes, content) }
  /// A selection of one option.
  public static func select(
    _ attributes: [HTMLAttribute<HTMLElement.Select>] = [], _ content: HTML<Options>...
  ) -> HTML { element("select", attributes, content) }
  /// A stretch of text without a meaning of its own.
  public static func span(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("span", attributes, content) }
  /// What matters.
  public static func strong(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("strong", attributes, content) }
  /// Raised text.
  public static func sup(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("sup", attributes, content) }

  /// A line break.
  public static func br(_ ending: VoidEnding = .html) -> HTML {
    void("br", [HTMLAttribute<HTMLElement.Plain>](), ending)
  }
  /// An image.
  public static func img(
    _ attributes: [HTMLAttribute<HTMLElement.Image>], _ ending: VoidEnding = .html
  ) -> HTML {
    void("img", attributes, ending)
  }
  /// A control that takes input.
  public static func input(_ attributes: [HTMLAttribute<HTMLElement.Input>]) -> HTML {
    void("input", attributes)
  }
}

// MARK: In lists and tables

extension HTML where Context == ListItems {
  /// An item of a list.
  public static func li(
    _ attributes: [HTMLAttribute<HTMLElement.Item>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("li", attributes, content) }
}

extension HTML where Context == Descriptions {
  /// A term.
  public static func dt(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("dt", attributes, content) }
  /// The description of a term.
  public static func dd(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("dd", attributes, content) }
}

extension HTML where Context == TableParts {
  /// The caption of a table.
  public static func caption(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("caption", attributes, content) }
  /// The head of a table.
  public static func thead(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<TableRows>...
  ) -> HTML { element("thead", attributes, content) }
  /// The body of a table.
  public static func tbody(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<TableRows>...
  ) -> HTML { element("tbody", attributes, content) }
}

extension HTML where Context == TableRows {
  /// A row of a table.
  public static func tr(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<TableCells>...
  ) -> HTML { element("tr", attributes, content) }
}

extension HTML where Context == TableCells {
  /// The head of a column or row.
  public static func th(
    _ attributes: [HTMLAttribute<HTMLElement.Cell>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("th", attributes, content) }
  /// A cell of a table.
  public static func td(
    _ attributes: [HTMLAttribute<HTMLElement.Cell>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("td", attributes, content) }
}

extension HTML where Context == Options {
  /// An option of a selection.
  public static func option(
    _ attributes: [HTMLAttribute<HTMLElement.Option>] = [], _ content: HTML<Phrasing>...
  ) -> HTML { element("option", attributes, content) }
}

// MARK: Documents

extension HTML where Context == Document {
  /// The whole of a document: the declaration of its type, and its root.
  public static func html(
    _ attributes: [HTMLAttribute<HTMLElement.Root>], _ content: HTML<Root>...
  ) -> HTML {
    .trusted("<!doctype html>\n") + element("html", attributes, content)
  }
}

extension HTML where Context == Root {
  /// What is known of the document and not shown.
  public static func head(_ content: HTML<Head>...) -> HTML {
    element("head", [HTMLAttribute<HTMLElement.Plain>](), content)
  }
  /// What is shown.
  public static func body(
    _ attributes: [HTMLAttribute<HTMLElement.Plain>] = [], _ content: HTML<Flow>...
  ) -> HTML { element("body", attributes, content) }
}

extension HTML where Context == Head {
  /// The name of the document.
  public static func title(_ text: String) -> HTML {
    element("title", [HTMLAttribute<HTMLElement.Plain>](), [HTML<Phrasing>.text(text)])
  }
  /// Something known of the document.
  public static func meta(_ attributes: [HTMLAttribute<HTMLElement.Meta>]) -> HTML {
    void("meta", attributes)
  }
  /// A file that belongs to the document.
  public static func link(_ attributes: [HTMLAttribute<HTMLElement.Link>]) -> HTML {
    void("link", attributes)
  }
  /// A script in a file of its own.
  public static func script(_ attributes: [HTMLAttribute<HTMLElement.Script>]) -> HTML {
    element("script", attributes, [HTML<Phrasing>]())
  }
}
