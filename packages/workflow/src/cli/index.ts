/** The command line of a project: hand `main` the project's workflows. */
export { main } from "./main.js";
export type { Project } from "./project.js";
