/** The report's layout in Typst. The text comes in as data, so nothing in it can be read as markup. */
export const pdfTemplate = String.raw`
#let content = json(bytes(sys.inputs.content))
#let blue = rgb("#1f5673")
#let grey = rgb("#4a4a4a")

#set document(title: content.title + " – " + content.municipality, author: content.municipality, date: none)
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
  footer: context {
    set text(8.5pt, fill: grey)
    grid(columns: (1fr, auto), content.created, [Sida #counter(page).get().first() av #counter(page).final().first()])
  },
)
#show heading: set text(fill: rgb("#173f54"))
#show heading.where(level: 1): set text(15pt)
#show heading.where(level: 2): set text(12pt)
#show heading: set block(above: 1.7em, below: 0.8em, sticky: true)

#let refs(notes) = for number in notes {
  sym.space.nobreak.narrow
  super(link(label("not-" + str(number)), "[" + str(number) + "]"))
}
#let printed(part) = [#part.text#refs(part.notes)]

// Heads are broken into short lines, so that the column of row labels gets the room.
#let head(name) = {
  let lines = ("",)
  for word in name.split(" ") {
    let longer = (lines.last() + " " + word).trim()
    if lines.last() == "" or longer.clusters().len() <= 13 { lines.last() = longer } else { lines.push(word) }
  }
  strong(lines.join(linebreak()))
}

#let table-block(it) = {
  let strong-row(row) = row.at("kind", default: "") == "sum"
  let indent(row) = if row.at("kind", default: "") == "of-which" { 1em } else { 0em }
  let wide = it.columns.len() > 6
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
        columns: (1fr,) + (auto,) * it.columns.len(),
        align: (x, y) => if x == 0 { left + bottom } else { right + bottom },
        stroke: (x, y) => if y == 0 { (bottom: 1pt + blue) } else { (bottom: 0.4pt + rgb("#d0d0d0")) },
        inset: (x: 5pt, y: 4.2pt),
        table.header(
          table.cell(strong(it.rowHeading)),
          ..it.columns.map(name => table.cell(head(name))),
        ),
        ..it.rows.map(row => {
          let border = if strong-row(row) { (top: 1pt + blue, bottom: 1pt + blue) } else { (:) }
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
    image(bytes(it.picture), width: 100%, alt: it.description),
    caption: figure.caption(position: bottom, [#strong(printed(it.caption)) #it.description]),
    kind: "chart-block",
    supplement: none,
    numbering: none,
  )
}

#let show-block(it) = {
  if it.kind == "paragraph" { par(printed(it)) }
  else if it.kind == "list" { list(..it.items.map(printed), spacing: 0.7em) }
  else if it.kind == "reading-note" {
    block(width: 100%, inset: 9pt, sticky: true, fill: rgb("#eef4f7"), stroke: (left: 3pt + blue))[*Läsanvisning.* #it.text]
  }
  else if it.kind == "table" { table-block(it) }
  else { chart-block(it) }
}

#block(below: 0.6em, text(11pt, fill: grey, content.municipality))
#title(block(below: 0.5em, text(22pt, fill: rgb("#173f54"), content.title)))
#block(text(12pt, content.subtitle))
#line(length: 100%, stroke: 1.5pt + blue)

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
