/// Where HTML may stand. The types that conform have no values.
public protocol HTMLContext: Sendable, Hashable {}

/// Where text and its marks may stand.
public protocol AllowsPhrasing: HTMLContext {}

/// Among blocks: paragraphs, lists, tables, and text.
public enum Flow: AllowsPhrasing {}

/// In a line of text: links, code, emphasis.
public enum Phrasing: AllowsPhrasing {}

/// A whole document.
public enum Document: HTMLContext {}

/// In the `html` element.
public enum Root: HTMLContext {}

/// In the `head` element.
public enum Head: HTMLContext {}

/// In a list: its items.
public enum ListItems: HTMLContext {}

/// In a description list: terms and descriptions.
public enum Descriptions: HTMLContext {}

/// In a table: caption, head and body.
public enum TableParts: HTMLContext {}

/// In a head or body of a table: rows.
public enum TableRows: HTMLContext {}

/// In a row of a table: cells.
public enum TableCells: HTMLContext {}

/// In a selection: options.
public enum Options: HTMLContext {}
