import { type NeededFields, reportMissingFields } from "../../kubernetes/missing-fields.js";
import { locationsOf } from "../../model/artifact-locations.js";
import { hasLocation } from "../../model/has-location.js";
import { defineRule } from "../../rule.js";

/** Places below a template. Fields that `argo lint` or a pod requires have rules of their own. */
const inTemplates: NeededFields = {
  memoize: ["cache", "key", "maxAge"],
  "memoize.cache": ["configMap"],
  http: ["url"],
  "http.headers[]": ["name"],
  data: ["source", "transformation"],
  "data.transformation[]": ["expression"],
  "resource.manifestFrom": ["artifact"],
  "containerSet.retryStrategy": ["retries"],
};

const inSpecAndTemplates: NeededFields = {
  "synchronization.semaphores[].configMapKeyRef": ["key"],
  "synchronization.semaphores[].database": ["key"],
  "metrics.prometheus[].gauge": ["realtime"],
  "metrics.prometheus[].histogram": ["buckets"],
};

const inLocations: NeededFields = {
  artifactory: ["url"],
  azure: ["blob", "container", "endpoint"],
  gcs: ["key"],
  http: ["url"],
  oss: ["key"],
  plugin: ["key"],
  raw: ["data"],
};

/** For inputs and archive locations, other rules report these as refused by `argo lint`. */
const inOtherLocations: NeededFields = {
  ...inLocations,
  git: ["repo"],
  hdfs: ["path"],
};

const because = "and with Argo's full CRDs the API server refuses this";

/** Source: the lists called required in the CRDs of Argo 4.0.7, manifests/base/crds/full. The minimal CRDs have none. */
export const fieldOfFullCrds = defineRule({
  name: "field-of-full-crds",
  severity: "warning",
  summary:
    "The fields that Argo's full CRDs require are set. With its minimal CRDs the API server accepts a manifest without them.",
  manifest(manifest, report) {
    reportMissingFields(manifest.spec, inSpecAndTemplates, manifest.specPath, because, report);
    for (const { template, path } of manifest.templates) {
      reportMissingFields(template, inSpecAndTemplates, path, because, report);
      reportMissingFields(template, inTemplates, path, because, report);
    }
    for (const { location, at, place } of locationsOf(manifest)) {
      // The rule artifact-argument reports it already.
      if (place === "arguments" && !hasLocation(location)) continue;
      const isChecked = place === "inputs" || place === "archiveLocation";
      reportMissingFields(location, isChecked ? inLocations : inOtherLocations, at, because, report);
    }
  },
});
