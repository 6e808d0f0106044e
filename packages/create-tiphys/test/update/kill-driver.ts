// Updates the project in a folder. The arguments are the folder, and two JSON files with the old and the new template.
import { readFileSync } from "node:fs";
import { updateProject } from "../../src/update/update-project.js";

const [folder = "", before = "", after = ""] = process.argv.slice(2);

function read(file: string): Map<string, string> {
  const entries: [string, string][] = JSON.parse(readFileSync(file, "utf8"));
  return new Map(entries);
}

updateProject(folder, { before: read(before), after: read(after), versions: { from: "0.1.0", to: "0.2.0" } });
