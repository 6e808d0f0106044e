import { type Html, markup } from "./html.js";

/** CSS of the pages of several classes and of numbers, besides that of all pages. */
export const taskStyle: Html = markup`<style>
:root {
  --class-1: #1f5fa6; --class-2: #c2570c; --class-3: #1b7f5c; --class-4: #a8447f;
  --class-5: #a77800; --class-6: #2f8fc0; --class-7: #333c45; --class-8: #7d4a14;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --class-1: #6fb1f2; --class-2: #f0a05a; --class-3: #4fc59a; --class-4: #e08dbd;
    --class-5: #e3c04d; --class-6: #a5dcf7; --class-7: #e6ebf0; --class-8: #c79a6b;
  }
}
${[1, 2, 3, 4, 5, 6, 7, 8].map((i) => `.curve.class-${i} { stroke: var(--class-${i}); stroke-width: 2; }\n.swatch.class-${i} { background: var(--class-${i}); }\n`)}.curve.other-class { stroke: var(--other); stroke-width: 1; stroke-opacity: 0.55; }
.swatch.other-class { background: var(--other); opacity: 0.55; }
section > figure + .panel, section > .figures + .panel { margin-top: 16px; }
figure.panel { display: flex; flex-direction: column; gap: 16px; }
.card .interval + .explanation { margin-top: 8px; }
@media screen and (min-width: 901px) { .cards.three { grid-template-columns: repeat(3, minmax(0, 1fr)); } }
.figures.single { grid-template-columns: minmax(0, 1fr); }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0; padding: 0; list-style: none; font-size: 0.875rem; font-variant-numeric: tabular-nums; }
.legend li { display: flex; align-items: center; gap: 6px; min-width: 0; }
.swatch { flex: none; width: 18px; height: 4px; border-radius: 2px; }
.legend-text { margin-top: 14px; font-size: 0.875rem; line-height: 1.45; color: var(--muted); max-width: 90ch; }
.range-text { display: block; font-size: 0.8125rem; color: var(--muted); }
tfoot th, tfoot td { border-top: 1px solid var(--line); font-weight: 500; }
tfoot[aria-hidden] td { border-top: 0; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 2px solid var(--accent); }
.matrix { table-layout: fixed; border-collapse: separate; border-spacing: 2px; min-width: calc(9em + var(--classes) * 3.6em); text-align: center; line-height: 1.25; }
.matrix th, .matrix td { padding: 5px 2px; border: 0; text-align: center; }
.matrix tr > :first-child { width: 9em; text-align: left; padding-right: 6px; }
.matrix tbody th[scope="row"] { position: sticky; left: 0; background: var(--panel); font-size: 0.875rem; hyphens: auto; }
.matrix thead th { overflow-wrap: normal; }
.matrix abbr { text-decoration: none; }
.matrix td { border-radius: 4px; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.matrix td span { display: block; font-weight: 600; }
.matrix td .share { font-weight: 400; font-size: 0.75rem; }
.matrix .none { color: var(--muted); opacity: 0.6; }
.matrix .total { color: var(--muted); }
.matrix .right { background: color-mix(in srgb, var(--accent) var(--strength), var(--panel)); }
.matrix .wrong { background: color-mix(in srgb, var(--wrong) var(--strength), var(--panel)); }
.matrix.wide { font-size: 0.8125rem; min-width: calc(11em + var(--classes) * 2.9em); }
.matrix.wide tr > :first-child { width: 11em; }
.matrix.wide td .share { font-size: 0.6875rem; }
.matrix.many { font-size: 0.75rem; border-spacing: 1px; min-width: calc(10em + var(--classes) * 2.35em); }
.matrix.many tr > :first-child { width: 10em; }
.matrix.many th, .matrix.many td { padding: 3px 0; }
.dots { fill: none; stroke: var(--accent); stroke-width: 4.5; stroke-linecap: round; stroke-opacity: 0.5; }
.chart-note { margin: -8px 0 0; font-size: 0.8125rem; line-height: 1.4; color: var(--muted); text-align: center; }
.density { fill: var(--accent); }
@media screen and (max-width: 560px) {
  .per-class thead th:first-child { display: none; }
  .per-class tr { display: grid; grid-template-columns: minmax(0, 3fr) repeat(4, minmax(0, 4fr)); }
  .per-class th[scope="row"] { grid-column: 1 / -1; padding: 8px 0 0; font-weight: 600; }
  .per-class td { border-top: 0; padding: 2px 0 8px; }
  .per-class .range-text { font-size: 0.6875rem; }
  .deciles { font-size: 0.75rem; letter-spacing: -0.01em; }
  .deciles .wide-only { display: none; }
  .matrix, .matrix.wide { min-width: calc(7em + var(--classes) * 3em); }
  .matrix tr > :first-child, .matrix.wide tr > :first-child { width: 7em; }
}
@media print {
  .matrix, .matrix.wide { min-width: 0; }
  .matrix.wide { font-size: 0.75rem; }
  .matrix.many { font-size: 0.5625rem; }
  .matrix.wide td .share { font-size: 0.625rem; }
  .matrix.many td .share { font-size: 0.5rem; }
  .scroll { overflow: visible; }
  .cards.three { grid-template-columns: repeat(3, minmax(0, 1fr)); }
}
</style>`;
