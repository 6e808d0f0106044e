/** The template's files that a project is made from. */
export interface ProjectTemplate {
  readonly version: string;
  /** Text by path, with slashes. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The text of a file of the template.
 * @throws {Error} if the template does not contain it
 */
export function templateText({ files }: ProjectTemplate, path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`The template does not contain ${path}.`);
  return text;
}
