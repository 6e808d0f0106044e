/**
 * A text of an environment variable, as Kubernetes reads it: `$(NAME)` is another variable that stands before, and `$$`
 * a single dollar.
 */
export function expandVariables(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(/\$(\$|\(([^)]*)\))/g, (found, _, name: string | undefined) =>
    name === undefined ? "$" : (variables.get(name) ?? found),
  );
}
