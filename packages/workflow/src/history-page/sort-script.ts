/**
 * Sorts a table by the column whose heading's button is pressed, again in the other direction. Rows without a value stay at
 * the end. Cells have their value in `data-sort`: a number, or a text.
 */
export const sortScript = `
"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = heading.querySelector("button");
    if (button === null) return;
    button.addEventListener("click", () => {
      const first = heading.dataset.first ?? "ascending";
      const other = first === "ascending" ? "descending" : "ascending";
      const order = heading.getAttribute("aria-sort") === first ? other : first;
      for (const each of headings) each.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", order);
      const sign = order === "ascending" ? 1 : -1;
      const numeric = heading.dataset.kind === "number";
      const valueOf = (row) => row.cells[column].dataset.sort ?? "";
      const compared = (a, b) =>
        numeric ? Number(a) - Number(b) : a.localeCompare(b, "en");
      const rows = [...body.rows].map((row) => [valueOf(row), row]);
      rows.sort(([a], [b]) => (a === "" || b === "" ? (a === "") - (b === "") : sign * compared(a, b)));
      body.append(...rows.map(([, row]) => row));
    });
  });
}
`;
