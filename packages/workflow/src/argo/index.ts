/** Compiles workflows to manifests of Argo Workflows. */

export { keyParameter } from "./manifest/dag-ports.js";
export {
  type CronOptions,
  compileManifests,
  type EventOptions,
  type ManifestKind,
  type ManifestOptions,
} from "./manifest/manifest.js";
export {
  nodeOfRound,
  nodesOfTasks,
  workflowTemplateNames,
  wrapperTemplateName,
} from "./manifest/node-names.js";
export { toYaml } from "./manifest/to-yaml.js";
export type { ArgoManifest } from "./manifest/types.js";
