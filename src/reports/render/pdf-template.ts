/** The report's layout in Typst. The text comes in as data, so nothing in it can be read as markup. */
export const pdfTemplate = String.raw`
#let content = json(bytes(sys.inputs.content))
#let accent = rgb("#" + content.look.accent)
#let dark = rgb("#" + content.look.dark)
#let pale = rgb("#" + content.look.pale)
#let grey = rgb("#4a4a4a")

#set document(
  title: content.title + " – " + content.municipality,
  author: content.municipality,
  date: if content.day == none { none } else { datetime(year: content.day.at(0), month: content.day.at(1), day: content.day.at(2)) },
)
#set text(lang: "sv", region: "SE", font: "Libertinus Serif", size: 10.5pt, hyphenate: false)
#set par(leading: 0.65em, spacing: 0.95em)
#set page(
  paper: "a4",
  margin: (x: 2.3cm, top: 2.6cm, bottom: 2.2cm),
  header: context if counter(page).get().first() > 1 {
    set text(8.5pt, fill: grey)
    grid(columns: (1fr, auto), content.title, content.municipality)
    v(-6pt)
    line(length: 100%, stroke: 0.4pt + rgb("#b9c6cd"))
  },
  footer: context if not content.frontPage or counter(page).get().first() > 1 {
    set text(8.5pt, fill: grey)
    grid(columns: (1fr, auto), content.created, [Sida #counter(page).get().first() av #counter(page).final().first()])
  },
)
#show heading: set text(fill: dark)
#show heading.where(level: 1): set text(15pt)
#show heading.where(level: 2): set text(12pt)
#show heading.where(level: 3): set text(10.5pt)
#show heading: set block(above: 1.7em, below: 0.8em, sticky: true)

#let refs(notes) = for number in notes {
  sym.space.nobreak.narrow
  super(link(label("not-" + str(number)), "[" + str(number) + "]"))
}
#let run(part) = {
  let style = part.at("style", default: "")
  if style == "strong" { strong(part.text) } else if style == "emphasis" { emph(part.text) } else { part.text }
}
#let printed(part) = [#part.at("runs", default: ((text: part.text),)).map(run).join()#refs(part.notes)]

// Heads are broken into short lines, also after a dash, so that the column of row labels gets the room.
#let head(name, longest) = {
  let lines = ("",)
  for word in name.replace("–", "–\u{200b}").split(regex("[ \u{200b}]")) {
    let glue = if lines.last().ends-with("–") or lines.last() == "" { "" } else { " " }
    let longer = lines.last() + glue + word
    if lines.last() == "" or longer.clusters().len() <= longest { lines.last() = longer } else { lines.push(word) }
  }
  strong(lines.join(linebreak()))
}

#let table-block(it) = {
  let strong-row(row) = row.at("kind", default: "") == "sum"
  let indent(row) = if row.at("kind", default: "") == "of-which" { 1em } else { 0em }
  let wide = it.columns.len() > 6
  let edge = if it.textColumns.contains(true) { top } else { bottom }
  set text(if wide { 8.5pt } else { 9.5pt })
  set par(leading: 0.5em, spacing: 0.5em)
  show figure: set block(breakable: it.rows.len() > 15, above: 1.4em)
  show figure.caption: set align(left)
  show figure.caption: set text(weight: "bold", size: 10pt)
  show figure.caption: set block(sticky: true, below: 0.6em)
  figure(
    caption: figure.caption(position: top, printed(it.caption)),
    kind: "table-block",
    supplement: none,
    numbering: none,
    {
      set text(number-width: "tabular")
      table(
        columns: (1fr,) + it.textColumns.map(words => if words { 1.6fr } else { auto }),
        align: (x, y) => if x == 0 or it.textColumns.at(x - 1) { left + edge } else { right + edge },
        stroke: (x, y) => if y == 0 { (bottom: 1pt + accent) } else { (bottom: 0.4pt + rgb("#d0d0d0")) },
        inset: (x: if it.columns.len() > 4 { 3.5pt } else { 5pt }, y: 4.2pt),
        table.header(
          table.cell(strong(it.rowHeading)),
          ..it.columns.map(name => table.cell(head(name, if it.columns.len() > 4 { 9 } else { 13 }))),
        ),
        ..it.rows.map(row => {
          let border = if strong-row(row) { (top: 1pt + accent, bottom: 1pt + accent) } else { (:) }
          let shown(body) = if strong-row(row) { strong(body) } else { body }
          (table.cell(stroke: border, shown(pad(left: indent(row), printed(row.label)))),
            ..row.cells.map(cell => table.cell(stroke: border, shown(cell))))
        }).flatten()
      )
    },
  )
  if it.footnotes.len() > 0 {
    set text(8.5pt, fill: grey)
    block(above: 0.6em, for note in it.footnotes { par(note) })
  }
  v(0.5em)
}

#let chart-block(it) = {
  show figure.caption: set align(left)
  figure(
    image(bytes(it.picture), width: 100%, alt: it.alternative),
    caption: figure.caption(position: bottom, [#strong(printed(it.caption)) #it.description]),
    kind: "chart-block",
    supplement: none,
    numbering: none,
  )
  if it.marks.len() > 0 {
    set text(8.5pt)
    enum(..it.marks, spacing: 0.5em)
  }
}

#let show-block(it) = {
  if it.kind == "paragraph" { par(printed(it)) }
  else if it.kind == "list" {
    if it.at("ordered", default: false) { enum(..it.items.map(printed), spacing: 0.7em) }
    else { list(..it.items.map(printed), spacing: 0.7em) }
  }
  else if it.kind == "reading-note" {
    block(width: 100%, inset: 9pt, sticky: true, fill: pale, stroke: (left: 3pt + accent))[*Läsanvisning.* #it.text]
  }
  else if it.kind == "table" { table-block(it) }
  else { chart-block(it) }
}

#let from = (content.municipality, content.committee).filter(part => part != "").join(" · ")
#let logo = if content.logo != "" {
  image(bytes(content.logo), format: "svg", height: 1.9cm, fit: "contain", alt: content.logoAlt)
}

#if content.frontPage {
  logo
  v(1fr)
  block(below: 0.8em, text(13pt, fill: grey, from))
  title(block(below: 0.6em, text(30pt, fill: dark, content.title)))
  block(text(15pt, content.subtitle))
  line(length: 100%, stroke: 2pt + accent)
  v(2fr)
  set text(10pt, fill: grey)
  for part in (content.created, content.signed) { if part != "" { block(above: 0.6em, part) } }
  pagebreak()
  {
    show outline.entry.where(level: 1): set text(weight: "bold")
    show outline.entry.where(level: 1): set block(above: 1em)
    outline(title: content.contentsHeading, depth: 2, indent: 1.5em)
  }
  pagebreak()
} else {
  logo
  block(below: 0.6em, text(11pt, fill: grey, from))
  title(block(below: 0.5em, text(22pt, fill: dark, content.title)))
  block(text(12pt, content.subtitle))
  line(length: 100%, stroke: 1.5pt + accent)
  if content.signed != "" { block(text(9.5pt, fill: grey, content.signed)) }
}

#for section in content.sections {
  heading(level: section.level, section.heading)
  for it in section.blocks { show-block(it) }
}

#heading(level: 1, content.notesHeading)
#set text(9.5pt)
#for note in content.notes {
  block(below: 0.8em)[
    #grid(columns: (2em, 1fr), [#note.number.], [#par[*#note.name.* #note.text]])
    #label("not-" + str(note.number))
  ]
}
`
