import type { Evaluation } from "../evaluation.js";
import { type Html, markup } from "../html.js";

/** The warnings; undefined if there are none. */
export function warningsBox({ warnings = [] }: Evaluation): Html | undefined {
  if (warnings.length === 0) return undefined;
  return markup`<aside class="warnings" aria-label="Warnings">
<p><strong>${warnings.length === 1 ? "Please note" : "Please note these points"}</strong></p>
<ul>${warnings.map((warning) => markup`<li>${warning}</li>`)}</ul>
</aside>`;
}

/** The parameters of the run. */
export function parametersSection({ parameters }: Evaluation): Html | undefined {
  if (parameters.length === 0) return undefined;
  return markup`<section>
<h2>How the model was made</h2>
<div class="panel">
<table class="parameters">
<caption>Parameters of the run</caption>
<thead><tr><th scope="col">Parameter</th><th scope="col">Value</th></tr></thead>
<tbody>
${parameters.map(({ name, value }) => markup`<tr><th scope="row">${name}</th><td>${String(value)}</td></tr>\n`)}</tbody>
</table>
</div>
</section>`;
}

/** Methods and limits, which the figures do not show. */
export function notesSection({ notes = [] }: Evaluation): Html | undefined {
  if (notes.length === 0) return undefined;
  return markup`<section>
<h2>Notes and limits</h2>
<ul class="notes">${notes.map((note) => markup`<li>${note}</li>`)}</ul>
</section>`;
}
