import type { RunSummary } from "../history/index.js";
import { runHeadings } from "./compared-run.js";
import { shownDuration, shownParameter } from "./format-values.js";
import { breakable, type PageMarkup, pageMarkup } from "./page-markup.js";

/** A row of values, one for each run. */
interface Row {
  readonly name: string;
  readonly values: readonly string[];
}

/** The parameters of some runs: those that differ, and the others behind a summary. */
export function comparedParameters(runs: readonly RunSummary[]): PageMarkup | undefined {
  const names = [...new Set(runs.flatMap(({ parameters }) => Object.keys(parameters)))];
  const rows = names.map((name) => ({
    name,
    values: runs.map((run) => shownParameter(run.parameters[name])),
  }));
  return section("Parameters", "Parameter", rows, runs);
}

/** Code, data and environment of some runs. Digests are cut to twelve digits. */
export function comparedOrigins(runs: readonly RunSummary[]): PageMarkup | undefined {
  const inputs = [...new Set(runs.flatMap((run) => Object.keys(run.inputs)))];
  const row = (name: string, of: (run: RunSummary) => string | undefined): Row => ({
    name,
    values: runs.map((run) => of(run) ?? "–"),
  });
  return section(
    "Code, data and environment",
    "What",
    [
      row("Git commit", ({ gitCommit, gitDirty }) =>
        gitCommit === undefined
          ? undefined
          : `${gitCommit.slice(0, 12)}${gitDirty === true ? " (changed)" : ""}`,
      ),
      row("Program", ({ code }) => code.sha256?.slice(0, 12)),
      ...inputs.map((name) =>
        row(`Input ${name}`, (run) => run.inputs[name]?.map(({ sha256 }) => sha256.slice(0, 12)).join(" ")),
      ),
      row("Image", ({ code }) => code.image),
      row("Node.js", ({ code }) => code.node),
      row("Platform", ({ code }) => code.platform),
      row("Duration", ({ durationSeconds }) =>
        durationSeconds === undefined ? undefined : shownDuration(durationSeconds),
      ),
    ].filter(({ values }) => values.some((value) => value !== "–")),
    runs,
  );
}

function section(
  title: string,
  first: string,
  rows: readonly Row[],
  runs: readonly RunSummary[],
): PageMarkup | undefined {
  if (rows.length === 0) return undefined;
  const differs = ({ values }: Row): boolean => values.some((value) => value !== values[0]);
  const [differing, equal] = [rows.filter(differs), rows.filter((row) => !differs(row))];
  return pageMarkup`<section>
<h2>${title}</h2>
<div class="panel scroll" tabindex="0" role="region" aria-label="${title}">
${
  differing.length === 0
    ? pageMarkup`<p class="muted">No difference.</p>`
    : pageMarkup`<table class="by-run">
${runHeadings(first, runs)}
<tbody>${differing.map(({ name, values }) => pageMarkup`<tr><th scope="row">${breakable(name)}</th>${values.map((value) => pageMarkup`<td>${value}</td>`)}</tr>`)}</tbody>
</table>`
}
${equal.length > 0 && pageMarkup`<p class="equal"><span class="muted">Equal in all runs:</span> ${equal.map(({ name, values: [value = ""] }) => pageMarkup`<span>${name} <code>${value}</code></span> `)}</p>`}
</div>
</section>`;
}
