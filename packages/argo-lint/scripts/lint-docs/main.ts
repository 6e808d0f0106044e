// Generates docs/lint.md from the rules and their tables: `npm run lint:docs`.
import { writeFileSync } from "node:fs";
import { lintDocs, pageFile } from "./page.js";

writeFileSync(pageFile, await lintDocs());
