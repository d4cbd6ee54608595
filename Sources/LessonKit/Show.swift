import Figures

/// Puts a figure on the page, after the block that shows it.
///
/// A figure with a name can be placed elsewhere by `![alt](figure:name)`.
public func show(_ figure: some Figure) {
  LessonRecorder.figure(
    name: figure.name, title: figure.title, alternative: figure.alternative,
    caption: figure.caption, svg: figure.svg, columns: figure.dataTable?.columns ?? [],
    rows: figure.dataTable?.rows ?? [])
}

/// Puts a table on the page, after the block that shows it.
public func show(_ table: Table) {
  LessonRecorder.table(title: table.title, columns: table.columns, rows: table.rows)
}
