/** The packages of the engine that a project depends on. The linter comes as a dependency of the workflow package. */
export const enginePackages = ["@tiphys/argo-lint", "@tiphys/ml", "@tiphys/workflow"] as const;

/** Name of this package. */
export const createPackage = "create-tiphys";

/** The file name that `npm pack` gives to a package. */
export function tarballName(name: string, version: string): string {
  return `${name.replace(/^@/, "").replace("/", "-")}-${version}.tgz`;
}

/** The tarballs in `vendor/` of a project that has no registry with the packages; with this package, an update can make the project's old form again. */
export function vendorTarballs(version: string): string[] {
  return [...enginePackages, createPackage].map((name) => tarballName(name, version));
}
