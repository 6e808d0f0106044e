/** The project's program as JavaScript, bundled anew where a source has changed; gives its path. */
export function bundleProject(root: string): Promise<string>;
