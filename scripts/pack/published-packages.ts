/** Folders below `packages/` of the packages that are published, each after those that it depends on. */
export const publishedPackages = ["argo-lint", "ml", "workflow", "create-tiphys"] as const;
