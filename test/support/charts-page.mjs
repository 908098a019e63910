/* global document, window */
/** What the chart journey runs in the browser: mounts a chart, and reads markup as the browser reads it. */
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { Chart } from '../../src/charts/Chart.tsx'

let mounted
window.drawIn = (place, props) => {
  mounted ??= createRoot(place)
  flushSync(() => mounted.render(null))
  flushSync(() => mounted.render(createElement(Chart, props)))
  return place.innerHTML
}
window.reread = (markup) => {
  const template = document.querySelector('template')
  template.innerHTML = markup
  return template.innerHTML
}
window.textsOutside = (svg) => {
  const frame = svg.getBoundingClientRect()
  return [...svg.querySelectorAll('text')]
    .filter((text) => {
      const box = text.getBoundingClientRect()
      return (
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1
      )
    })
    .map((text) => text.textContent)
}
