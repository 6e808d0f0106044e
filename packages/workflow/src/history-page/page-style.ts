/**
 * The pages' CSS. Colours are those of Okabe and Ito, darker on white and lighter on black; text meets WCAG AA on its
 * background. Dark mode is for the screen only, paper stays white.
 */
export const pageStyle = `
:root {
  --page: #f4f6f8; --panel: #ffffff; --ink: #1b2733; --muted: #55626f; --line: #dbe1e7;
  --accent: #1f5fa6; --good: #1c6b3c; --bad: #b3400a; --busy: #1f5fa6; --chip: #e8eef5;
  --line-0: #1f5fa6; --line-1: #c2570c; --line-2: #0a7a5c; --line-3: #a03c78;
  --line-4: #5b4bb0; --line-5: #8a6100; --line-6: #12788f; --line-7: #3d4752;
  --on-mark: #ffffff;
}
@media screen { :root { color-scheme: light dark; } }
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #11171d; --panel: #1a222b; --ink: #e6ebf0; --muted: #a3b0bd; --line: #33404c;
    --accent: #6fb1f2; --good: #6fcf97; --bad: #f0a05a; --busy: #6fb1f2; --chip: #25323f;
    --line-0: #6fb1f2; --line-1: #f0a05a; --line-2: #4fd0a5; --line-3: #e58cc0;
    --line-4: #ada0f5; --line-5: #e0b83c; --line-6: #6fd0e6; --line-7: #c8d2dc;
    --on-mark: #11171d;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif;
  overflow-wrap: anywhere; print-color-adjust: exact; -webkit-print-color-adjust: exact;
}
main { max-width: 1200px; margin: 0 auto; padding: 40px 24px 64px; }
h1, h2, h3, p, ul { margin: 0; }
ul { padding: 0; list-style: none; }
h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -0.015em; }
h2 { font-size: 1.25rem; line-height: 1.3; margin-bottom: 12px; }
h3 { font-size: 0.9375rem; line-height: 1.4; }
section { margin-top: 36px; }
section > p { margin-bottom: 10px; max-width: 75ch; }
a { color: var(--accent); }
a:focus-visible, button:focus-visible, input:focus-visible, .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
code { font: 0.875em ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
.subtitle { margin-top: 6px; color: var(--muted); }
.action { display: inline-block; margin-top: 12px; }
.filter { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; margin-top: 14px; }
.filter input {
  font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--muted); border-radius: 6px;
  padding: 4px 10px; width: 26em; max-width: 100%;
}
.filter output { color: var(--muted); font-size: 0.875rem; }
h1 + .subtitle + p { margin-top: 2px; }
.muted { color: var(--muted); font-weight: 400; }
.small, .interval { font-size: 0.8125rem; }
.empty { margin-top: 32px; }
.nowrap { white-space: nowrap; }
.panel, .card { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; break-inside: avoid; }
.panel { padding: 16px 20px; }
.scroll { overflow-x: auto; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(215px, 1fr)); gap: 14px; margin-bottom: 16px; }
.card { padding: 12px 16px; }
.figure { font-size: 1.6rem; line-height: 1.25; font-weight: 650; letter-spacing: -0.01em; font-variant-numeric: tabular-nums; }
.sparkline { display: block; width: 100%; height: auto; margin-top: 6px; }
.sparkline polyline { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; stroke-opacity: 0.75; }
.sparkline .dot { fill: var(--accent); }
.sparkline .ring { fill: var(--panel); stroke: var(--accent); stroke-width: 2; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; overflow-wrap: break-word; }
caption { text-align: left; padding-bottom: 8px; color: var(--muted); font-size: 0.875rem; }
th, td { padding: 8px 10px; text-align: left; vertical-align: top; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
thead th { font-size: 0.8125rem; font-weight: 600; color: var(--muted); vertical-align: bottom; }
tbody th { font-weight: 500; }
tbody th, tbody td { border-top: 1px solid var(--line); }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.run { white-space: nowrap; }
.run .small, .legend p .small { white-space: nowrap; }
.run .small { display: block; }
.note { min-width: 14em; }
.commit, .sortable thead th { white-space: nowrap; }
.commit .small { display: block; }
.sortable td code { overflow-wrap: anywhere; }
.none { color: var(--muted); }
.message { display: block; max-width: 22em; overflow-wrap: anywhere; }
.sortable thead button {
  font: inherit; color: inherit; background: none; border: 0; padding: 2px 0; cursor: pointer; text-align: inherit;
}
.sortable thead button::after { content: "\\2195"; margin-left: 4px; opacity: 0.55; }
.sortable thead [aria-sort] button { color: var(--ink); }
.sortable thead [aria-sort="ascending"] button::after { content: "\\2191"; opacity: 1; }
.sortable thead [aria-sort="descending"] button::after { content: "\\2193"; opacity: 1; }
.phase { font-weight: 600; white-space: nowrap; }
.phase::before { content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-right: 0.4em; border-radius: 50%; background: currentColor; }
.phase.bad::before { border-radius: 0; }
.good { color: var(--good); }
.bad { color: var(--bad); }
.busy { color: var(--busy); }
.tag { display: inline-block; padding: 0 8px; border-radius: 999px; background: var(--chip); font-size: 0.8125rem; }
.legend { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 12px 24px; margin-top: 24px; }
.legend li { display: grid; grid-template-columns: auto 48px 1fr; gap: 10px; align-items: baseline; break-inside: avoid; }
.swatch { width: 48px; height: 10px; align-self: start; margin-top: 0.45em; overflow: visible; }
.mark {
  display: inline-block; min-width: 1.5em; padding: 0 0.3em; border-radius: 999px; text-align: center;
  background: var(--own); color: var(--on-mark); font-weight: 650; font-size: 0.875rem;
}
.line-0 { --own: var(--line-0); } .line-1 { --own: var(--line-1); } .line-2 { --own: var(--line-2); } .line-3 { --own: var(--line-3); }
.line-4 { --own: var(--line-4); } .line-5 { --own: var(--line-5); } .line-6 { --own: var(--line-6); } .line-7 { --own: var(--line-7); }
.figures { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 16px; align-items: start; }
.chart { display: block; width: 100%; max-width: 560px; margin: 0 auto; font-size: 12px; font-variant-numeric: tabular-nums; }
.chart text { fill: var(--muted); }
.chart .axis { fill: var(--ink); }
.grid { stroke: var(--line); fill: none; }
.chance { stroke: var(--muted); stroke-width: 1; fill: none; stroke-opacity: 0.6; }
.curve { fill: none; stroke: var(--own); stroke-width: 2.25; stroke-linejoin: round; }
.letter-back { fill: var(--own); stroke: var(--panel); stroke-width: 2; }
.chart .letter { fill: var(--on-mark); font-weight: 650; }
.differences h3 { margin-bottom: 8px; }
.pair + .pair { border-top: 1px solid var(--line); }
.pair { padding: 10px 0; }
.by-run th, .by-run td { padding-right: 28px; }
.by-run td { min-width: 7em; font-variant-numeric: tabular-nums; }
.by-run th:first-child { min-width: 9em; }
.interval { display: block; color: var(--muted); white-space: nowrap; }
.equal { font-size: 0.875rem; line-height: 1.7; }
.equal > span + span { margin-right: 14px; }
table + .equal { margin-top: 12px; padding-top: 10px; border-top: 1px solid var(--line); }
@media screen and (max-width: 760px) {
  main { padding: 24px 14px 40px; }
  h1 { font-size: 1.6rem; }
  section { margin-top: 28px; }
  .panel { padding: 12px 14px; }
  .figures { grid-template-columns: minmax(0, 1fr); }
  .chart { font-size: 15px; }
  .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 10px; }
  .card { padding: 10px 12px; }
  .figure { font-size: 1.35rem; }
  .legend { grid-template-columns: minmax(0, 1fr); }
  .by-run { font-size: 0.875rem; }
  .by-run th, .by-run td { padding-right: 12px; }
  .by-run td { min-width: 6em; }
  .by-run th:first-child { min-width: 7em; position: sticky; left: -14px; padding-left: 0; background: var(--panel); }
  .interval { font-size: 0.75rem; }
  .sortable, .sortable tbody, .sortable caption { display: block; }
  .sortable thead { display: block; margin-bottom: 6px; }
  .sortable thead tr { display: flex; flex-wrap: wrap; gap: 6px; }
  .sortable thead th { padding: 0; text-align: left; min-width: 0; }
  .sortable thead button { padding: 5px 10px; border: 1px solid var(--line); border-radius: 999px; }
  .sortable tbody tr { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 4px 12px; padding: 12px 0; border-top: 1px solid var(--line); }
  .sortable tbody th, .sortable tbody td { border: 0; padding: 0; min-width: 0; text-align: left; white-space: normal; }
  .sortable tbody th { grid-column: 1 / 3; }
  .sortable tbody td.none { display: none; }
  .sortable tbody .words:nth-child(n + 3) { grid-column: 1 / -1; }
  .sortable tbody .number::before { content: attr(data-label); display: block; font-size: 0.75rem; color: var(--muted); }
  .sortable .phase { font-size: 0.875rem; }
  .run .small, .commit .small { display: inline; }
  .sortable tbody .commit::before { content: attr(data-label) " "; font-size: 0.75rem; color: var(--muted); }
  .sortable tbody .commit { grid-column: 2 / -1; align-self: end; }
}
@page { size: A4; margin: 13mm; }
@media print {
  :root { font-size: 11.5px; }
  body { background: none; font-size: 1rem; line-height: 1.4; }
  main { max-width: none; padding: 0; }
  section { margin-top: 20px; }
  h2 { break-after: avoid; margin-bottom: 8px; }
  a { color: inherit; text-decoration: none; }
  .screen, .sortable thead button::after { display: none; }
  .panel { padding: 10px 12px; }
  .scroll { overflow: visible; break-inside: auto; }
  .cards { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 8px; }
  .card { padding: 8px 10px; }
  .legend { grid-template-columns: repeat(2, minmax(0, 1fr)); margin-top: 14px; }
  th, td { padding: 4px 6px; }
  .sortable { font-size: 0.875rem; }
  .run, .note { min-width: 0; white-space: normal; }
  .note { overflow-wrap: anywhere; }
  tr { break-inside: avoid; }
}
`;
