import { type Html, markup } from "./html.js";

/**
 * The page's CSS. Colours can be distinguished with every kind of colour vision (blue and orange, or by lightness alone), and
 * text meets WCAG AA on its background. Dark mode is for the screen only, paper stays white.
 */
export const style: Html = markup`<style>
:root {
  --page: #f4f6f8;
  --panel: #ffffff;
  --ink: #1b2733;
  --muted: #55626f;
  --line: #dbe1e7;
  --accent: #1f5fa6;
  --other: #768493;
  --wrong: #c2570c;
  --notice: #fdf3e7;
}
@media screen {
  :root { color-scheme: light dark; }
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #11171d;
    --panel: #1a222b;
    --ink: #e6ebf0;
    --muted: #a3b0bd;
    --line: #33404c;
    --accent: #6fb1f2;
    --other: #8795a3;
    --wrong: #f0a05a;
    --notice: #33281b;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--page);
  color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  overflow-wrap: anywhere;
  print-color-adjust: exact;
  -webkit-print-color-adjust: exact;
}
main { max-width: 1120px; margin: 0 auto; padding: 40px 24px 64px; }
h1, h2, h3, p, figure { margin: 0; }
h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -0.015em; }
h2 { font-size: 1.25rem; line-height: 1.3; margin-bottom: 12px; }
h3 { font-size: 1rem; line-height: 1.4; }
section { margin-top: 44px; }
section > p, header > p { max-width: 75ch; }
section > p { margin-bottom: 16px; color: var(--muted); }
.subtitle { margin-top: 6px; color: var(--muted); }
.verdict { margin: 22px 0 8px; font-size: 1.3rem; line-height: 1.45; }
.muted { color: var(--muted); font-weight: 400; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.warnings { margin-top: 20px; padding: 12px 18px; max-width: 75ch; background: var(--notice); border-left: 4px solid var(--wrong); border-radius: 4px; }
.warnings ul { margin: 4px 0 0; padding-left: 20px; }
.card, .panel { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; break-inside: avoid; }
.cards { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 16px; }
.card { padding: 16px 18px; }
.card h3 .muted { font-size: 0.8125rem; }
.card .figure { font-size: 1.9rem; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; margin-top: 4px; font-variant-numeric: tabular-nums; }
.card .interval { font-size: 0.8125rem; color: var(--muted); font-variant-numeric: tabular-nums; }
.card .explanation { font-size: 0.875rem; line-height: 1.45; color: var(--muted); }
.gauge { display: block; width: 100%; height: 14px; margin: 8px 0; overflow: visible; }
.gauge .track { stroke: var(--line); stroke-width: 4; stroke-linecap: round; }
.gauge .range { stroke: var(--accent); stroke-opacity: 0.45; stroke-width: 4; }
.figures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px; }
.panel { padding: 20px 22px; }
section > .panel + .panel { margin-top: 16px; }
.figures .panel { display: flex; flex-direction: column; gap: 16px; }
figcaption p { margin-top: 4px; font-size: 0.875rem; line-height: 1.45; color: var(--muted); }
.absent { padding: 32px 0; text-align: center; color: var(--muted); }
.chart { display: block; width: 100%; max-width: 520px; margin: 0 auto; font-size: 11.5px; font-variant-numeric: tabular-nums; }
.chart text, .forest-axis text { fill: var(--muted); }
.chart .axis-title { fill: var(--ink); }
.chart .label, .chart .panel-title { fill: var(--ink); font-weight: 600; }
.chart .label, .chart .note, .chart .figure, .chart .panel-title { paint-order: stroke; stroke: var(--panel); stroke-width: 4px; stroke-linejoin: round; }
.chart .figure { fill: var(--ink); font-size: 1.5em; font-weight: 650; }
.chart .count { font-size: 0.9em; }
.grid { stroke: var(--line); stroke-width: 1; }
.reference { fill: none; stroke: var(--muted); stroke-width: 1.25; stroke-dasharray: 5 4; }
.curve { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; }
.faint-curve { fill: none; stroke: var(--accent); stroke-width: 1.5; stroke-opacity: 0.45; }
.whisker { stroke: var(--accent); stroke-width: 2; stroke-opacity: 0.6; }
.point { fill: var(--accent); stroke: var(--panel); stroke-width: 1.5; }
.bar-accent { fill: var(--accent); }
.bar-other { fill: var(--other); }
.threshold { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 2 3; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
caption { text-align: left; font-weight: 600; padding-bottom: 8px; }
th, td { padding: 7px 10px; text-align: left; vertical-align: middle; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-size: 0.8125rem; font-weight: 600; color: var(--muted); vertical-align: bottom; }
tbody th { font-weight: 500; }
tbody th, tbody td { border-top: 1px solid var(--line); }
.numbers td, .numbers th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.numbers td { white-space: nowrap; }
.parameters th { width: 40%; }
.coefficients { table-layout: fixed; }
.coefficients th:first-child { width: 26%; }
.coefficients th:nth-child(4) { width: 16%; }
.coefficients .plot { width: 34%; text-align: center; position: relative; }
.coefficients thead th.plot { text-align: center; }
.coefficients td { white-space: normal; }
.coefficients tbody .plot, .coefficients tfoot .plot { padding: 0; }
.forest { position: absolute; inset: 0; display: block; width: 100%; height: 100%; overflow: visible; }
.forest .arrow { overflow: visible; }
.forest-axis { display: block; width: 100%; height: 22px; overflow: visible; font-size: 0.75rem; font-variant-numeric: tabular-nums; }
.confusion { flex: 1; table-layout: fixed; border-collapse: separate; border-spacing: 6px; margin: 0 -6px; width: calc(100% + 12px); text-align: center; }
.confusion th, .confusion td { padding: 10px 6px; border: 0; text-align: center; }
.confusion th:first-child, .confusion td:first-child { padding-left: 0; }
.confusion thead th, .confusion thead td { padding: 0 6px; }
.confusion thead th:not(.overline) { color: var(--ink); font-size: 0.9375rem; }
.confusion tbody th { width: 27%; text-align: left; font-weight: 600; line-height: 1.35; }
.confusion thead td { width: 27%; }
.confusion span { display: block; }
.overline { font-size: 0.8125rem; font-weight: 400; color: var(--muted); }
.confusion .muted { font-size: 0.8125rem; }
.confusion td { border-radius: 8px; }
.confusion .right { background: color-mix(in srgb, var(--accent) var(--strength), var(--panel)); }
.confusion .wrong { background: color-mix(in srgb, var(--wrong) var(--strength), var(--panel)); }
.confusion .count { font-size: 1.9rem; line-height: 1.2; font-weight: 650; font-variant-numeric: tabular-nums; }
.confusion .count.long { font-size: 1.15rem; }
.confusion .share { font-variant-numeric: tabular-nums; }
.confusion .name { font-size: 0.8125rem; }
details { font-size: 0.875rem; }
summary { cursor: pointer; color: var(--muted); }
details table { margin-top: 8px; font-size: 0.875rem; }
details th, details td { padding-top: 4px; padding-bottom: 4px; }
.notes { margin: 0; padding-left: 20px; max-width: 75ch; }
.notes li + li { margin-top: 6px; }
@media screen and (max-width: 900px) {
  .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .figures { grid-template-columns: minmax(0, 1fr); }
}
@media screen and (max-width: 560px) {
  main { padding: 24px 14px 40px; }
  h1 { font-size: 1.6rem; }
  .verdict { font-size: 1.15rem; }
  section { margin-top: 32px; }
  .cards, .figures { gap: 12px; }
  .card { padding: 12px 14px; }
  .card .figure { font-size: 1.5rem; }
  .panel { padding: 16px 14px; }
  .chart { font-size: 14px; }
  table { font-size: 0.8125rem; }
  thead th { font-size: 0.75rem; }
  th, td { padding: 7px 4px; }
  .log-odds { display: none; }
  .card .interval { font-size: 0.75rem; }
  .columns thead th:first-child, .coefficients thead th:first-child, .coefficients tfoot td:first-child { display: none; }
  .columns tr { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)) minmax(0, 1.15fr) minmax(0, 1fr); }
  .coefficients tr { display: grid; grid-template-columns: minmax(0, 8fr) minmax(0, 5fr) minmax(0, 6fr); }
  .columns tbody th, .coefficients tbody th { grid-column: 1 / -1; padding: 8px 0 0; font-weight: 600; }
  .coefficients th:nth-child(n), .coefficients .plot { width: auto; }
  .columns tbody td, .coefficients tbody td { border-top: 0; }
  .columns thead th, .columns tbody td { padding: 2px 0 8px; }
  .columns { font-size: 0.75rem; letter-spacing: -0.01em; }
  .confusion .count { font-size: 1.5rem; }
  .confusion .count.long { font-size: 0.9375rem; }
  .confusion .name { font-size: 0.75rem; }
  .confusion thead th:not(.overline), .confusion tbody th { font-size: 0.8125rem; hyphens: auto; }
}
@page { size: A4; margin: 14mm; }
@media print {
  :root { font-size: 12px; }
  body { background: none; font-size: 1rem; line-height: 1.4; }
  main { max-width: none; padding: 0; }
  .verdict { margin: 10px 0 4px; }
  h2 { break-after: avoid; margin-bottom: 8px; }
  section { margin-top: 20px; }
  section > p { break-after: avoid; margin-bottom: 10px; }
  .cards, .figures { gap: 10px; }
  .card { padding: 10px; }
  .panel { padding: 12px 14px; }
  section > .panel + .panel { margin-top: 10px; }
  .figures .panel { gap: 10px; }
  .chart { font-size: 12.5px; }
  .confusion td { padding: 4px; }
  th, td { padding-top: 4px; padding-bottom: 4px; }
  tr, li, .warnings { break-inside: avoid; }
  .panel:has(tr:nth-child(25)) { break-inside: auto; }
  details { display: none; }
}
</style>`;

/** CSS of the tables that have cells of text: columns of categories, and columns without an odds ratio. */
export const textTableStyle: Html = markup`<style>
section > .panel + p { margin-top: 20px; }
.numbers .reason, .numbers th.reason:not(:first-child) { text-align: left; white-space: normal; overflow-wrap: anywhere; }
@media screen and (max-width: 560px) {
  .categories thead th:first-child { display: none; }
  .categories tr { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) minmax(0, 5fr) minmax(0, 5fr); }
  .categories td { white-space: normal; }
  .categories tbody th { grid-column: 1 / -1; padding: 8px 0 0; font-weight: 600; }
  .categories tbody td { border-top: 0; }
  .categories thead th, .categories tbody td { padding: 2px 0 8px; }
  .categories .reason { padding-left: 8px; }
  .categories { font-size: 0.75rem; letter-spacing: -0.01em; }
}
</style>`;
