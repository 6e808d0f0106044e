/** A package's `repository` in package.json. */
export interface SourceRepository {
  readonly type: "git";
  readonly url: string;
  readonly directory: string;
}

/**
 * The repository that a job of GitHub Actions packs; undefined elsewhere. npm accepts the provenance of a package only if it
 * names the repository of the job.
 * @param name of the package; its folder below `packages/` is named likewise
 */
export function sourceRepository(
  name: string,
  { GITHUB_SERVER_URL, GITHUB_REPOSITORY }: Readonly<Record<string, string | undefined>>,
): SourceRepository | undefined {
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY) return undefined;
  return {
    type: "git",
    url: `git+${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}.git`,
    directory: `packages/${name.replace(/^.*\//, "")}`,
  };
}
