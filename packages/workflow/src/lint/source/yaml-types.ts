import { Schema } from "yaml";

const types = ["map", "seq", "str"].map((type) => `tag:yaml.org,2002:${type}`);

/**
 * The schema of all documents: every scalar is a string, which plain-scalar.ts converts like Argo's YAML library. Trying
 * the patterns of YAML's own types on each scalar takes longer, and so does a schema for each document.
 */
export const argoYamlSchema = new Schema({
  schema: "yaml-1.1",
  resolveKnownTags: false,
  customTags: (tags) => tags.filter((tag) => typeof tag !== "string" && types.includes(tag.tag)),
});
