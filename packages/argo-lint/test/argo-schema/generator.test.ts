import { expect, test } from "vitest";
import { commentLines, jsDoc } from "../../scripts/argo-schema/field-comment.js";
import { jsonText } from "../../scripts/argo-schema/json-text.js";
import { readDefinitions } from "../../scripts/argo-schema/published-schema.js";
import { shortNames } from "../../scripts/argo-schema/short-names.js";

test("a comment is the first sentence of the description", () => {
  expect(commentLines({ description: "Image name, e.g. an OCI tag. Defaults to none.\n+optional" })).toEqual([
    "Image name, e.g. an OCI tag.",
  ]);
});

test("a comment says that a field is deprecated", () => {
  expect(
    commentLines({ description: "A Flocker volume. Deprecated: no longer supported. Use CSI." }),
  ).toEqual(["A Flocker volume.", "@deprecated no longer supported."]);
});

test("a cron pattern does not end the comment", () => {
  expect(jsDoc(commentLines({ description: "Schedule such as */5 * * * *" }))).toBe(
    "/** Schedule such as *\\/5 * * * *. */\n",
  );
});

test("a name of both Argo and Kubernetes belongs to Argo", () => {
  const names = shortNames(["io.argoproj.workflow.v1alpha1.HTTPHeader", "io.k8s.api.core.v1.HTTPHeader"]);
  expect([...names.values()]).toEqual(["HTTPHeader", "KubernetesHTTPHeader"]);
});

test("an unknown keyword stops the generator", () => {
  const schema = JSON.stringify({ definitions: { Odd: { type: "string", minLength: 1 } } });
  expect(() => readDefinitions(schema)).toThrow(/minLength/);
});

test("JSON that fits is written on one line", () => {
  const long = "x".repeat(100);
  expect(jsonText({ short: { type: "string" }, long: [long, "y"] })).toBe(
    `{\n  "short": { "type": "string" },\n  "long": [\n    "${long}",\n    "y"\n  ]\n}\n`,
  );
});
