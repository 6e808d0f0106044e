import { type Html, markup } from "../html.js";

/** What the run was made with, and what must be known about it. */
export interface Remarks {
  /** The parameters of the run, in display order. */
  readonly parameters: readonly { readonly name: string; readonly value: string | number | boolean }[];
  /** How the intervals were computed, limits of the study, what the page must not be used for. Shown at the end. */
  readonly notes?: readonly string[] | undefined;
}

/** The warnings; undefined if there are none. */
export function warningsBox({
  warnings = [],
}: {
  readonly warnings?: readonly string[] | undefined;
}): Html | undefined {
  if (warnings.length === 0) return undefined;
  return markup`<aside class="warnings" aria-label="Warnings">
<p><strong>${warnings.length === 1 ? "Please note" : "Please note these points"}</strong></p>
<ul>${warnings.map((warning) => markup`<li>${warning}</li>`)}</ul>
</aside>`;
}

/** The parameters of the run. */
export function parametersSection({ parameters }: Remarks): Html | undefined {
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
export function notesSection({ notes = [] }: Remarks): Html | undefined {
  if (notes.length === 0) return undefined;
  return markup`<section>
<h2>Notes and limits</h2>
<ul class="notes">${notes.map((note) => markup`<li>${note}</li>`)}</ul>
</section>`;
}
