/** Bundles the project's program if a source has changed. @returns the path of the program */
export function bundleProject(root: string): Promise<string>;
