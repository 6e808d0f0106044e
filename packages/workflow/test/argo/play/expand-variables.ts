/**
 * Expands the value of an environment variable as Kubernetes does: `$(NAME)` is an earlier variable, and `$$` a single
 * dollar.
 */
export function expandVariables(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(/\$(\$|\(([^)]*)\))/g, (found, _, name: string | undefined) =>
    name === undefined ? "$" : (variables.get(name) ?? found),
  );
}
