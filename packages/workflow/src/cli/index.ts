/** The command line of a project: pass the project's workflows to `main`. */
export { main } from "./main.js";
export type { Project } from "./project/project.js";
