/** The environment variables that a training run needs, and where to get each. */
const required = {
  ARGO_SERVER: "variable: host and port of the Argo Server, such as argo.example.com:443",
  ARGO_NAMESPACE: "variable: the namespace that the workflow runs in",
  ARGO_TOKEN: 'secret: "Bearer " and the token of the service account that submits',
} as const;

/** The missing settings in Markdown; undefined if all are set. */
export function missingSettings(
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const missing = Object.entries(required).filter(([name]) => (environment[name] ?? "") === "");
  if (missing.length === 0) return undefined;
  return [
    "## No training run",
    "The image is built. To train with it, set these in the environment `training` (Settings, Environments):",
    missing.map(([name, what]) => `- \`${name}\`, ${what}`).join("\n"),
    "docs/how-to/from-github-to-a-cluster.md says where to get each.",
  ].join("\n\n");
}
