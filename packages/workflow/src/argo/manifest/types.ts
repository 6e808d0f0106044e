/** Parts of manifests as this compiler writes them; Argo knows many more fields. */

export interface ManifestParameter {
  readonly name: string;
  readonly value?: string;
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly globalName?: string;
  readonly valueFrom?: Readonly<Record<string, unknown>>;
}

export interface ManifestArtifact {
  readonly name: string;
  readonly path?: string;
  readonly from?: string;
  readonly fromExpression?: string;
  readonly subPath?: string;
  readonly s3?: { readonly key: string; readonly [field: string]: unknown };
  readonly archive?: { readonly none: Record<string, never> };
  readonly optional?: boolean;
  readonly globalName?: string;
}

export interface ManifestPorts {
  readonly parameters?: readonly ManifestParameter[];
  readonly artifacts?: readonly ManifestArtifact[];
}

export interface ManifestTask {
  readonly name: string;
  readonly template?: string;
  readonly templateRef?: {
    readonly name: string;
    readonly template: string;
    readonly clusterScope?: boolean;
  };
  readonly depends?: string;
  readonly when?: string;
  readonly withItems?: readonly unknown[];
  readonly withParam?: string;
  readonly arguments?: ManifestPorts;
}

export interface ManifestTemplate {
  readonly name: string;
  readonly inputs?: ManifestPorts;
  readonly outputs?: ManifestPorts;
  readonly dag?: { readonly tasks: readonly ManifestTask[] };
  readonly [field: string]: unknown;
}

/** Ports without the lists that are empty; undefined where both are. */
export function portsOf(
  parameters: readonly ManifestParameter[],
  artifacts: readonly ManifestArtifact[],
): ManifestPorts | undefined {
  if (parameters.length === 0 && artifacts.length === 0) return undefined;
  return {
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(artifacts.length === 0 ? {} : { artifacts }),
  };
}
