/** The command line of a project: hand `main` the project's workflows. */
export { main, type Project } from "./main.js";
