/**
 * Shows only the rows in which all words of the filter occur: in the workflow, the run's name, its phase, changed parameters,
 * commit, note and tags. A workflow without such a row is hidden. What a row contains is read when it is asked for.
 */
export const filterScript = `
const filter = document.getElementById("filter");
if (filter !== null) {
  const output = filter.parentElement.querySelector("output");
  const textOf = (row) => {
    const cells = [...row.cells].filter((cell) => !cell.classList.contains("number"));
    const address = row.querySelector("a")?.getAttribute("href") ?? "";
    return cells.map((cell) => cell.textContent).join(" ") + " " + decodeURIComponent(address);
  };
  const readRows = () =>
    [...document.querySelectorAll("table.sortable")].flatMap((table) => {
      const section = table.closest("section");
      const workflow = section.querySelector("h2").textContent;
      return [...table.tBodies[0].rows].map((row) => ({ row, section, text: (workflow + " " + textOf(row)).toLowerCase() }));
    });
  let all;
  const apply = () => {
    all ??= readRows();
    const words = filter.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
    const matching = all.filter(({ text }) => words.every((word) => text.includes(word)));
    const rows = new Set(matching.map(({ row }) => row));
    const sections = new Set(matching.map(({ section }) => section));
    for (const { row, section } of all) {
      row.hidden = !rows.has(row);
      section.hidden = !sections.has(section);
    }
    output.textContent = words.length === 0 ? "" : matching.length + " of " + all.length + " runs";
  };
  filter.addEventListener("input", apply);
  filter.parentElement.hidden = false;
  if (filter.value !== "") apply();
}
`;
