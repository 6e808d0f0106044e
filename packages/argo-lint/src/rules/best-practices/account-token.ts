import { mainContainersOf } from "../../model/containers.js";
import { defineRule } from "../../rule.js";

export const accountToken = defineRule({
  name: "account-token",
  severity: "note",
  summary:
    "A workflow that names a service account sets automountServiceAccountToken, which says whether its containers get the account's token.",
  manifest({ spec, specPath, templates }, report) {
    const account = spec.serviceAccountName;
    const places = [spec, spec.templateDefaults, ...templates.map(({ template }) => template)];
    if (!account || places.some((place) => place?.automountServiceAccountToken !== undefined)) return;
    // A template that calls Kubernetes itself needs the token.
    const containers = templates
      .flatMap((node) => [...mainContainersOf(node)])
      .map(({ container }) => container);
    const callsKubernetes = /kubectl|argo|helm|kube/i.test(
      JSON.stringify([containers, templates.map(({ template }) => template.script?.source)]),
    );
    if (containers.length === 0 || callsKubernetes) return;
    report({
      at: [...specPath, "serviceAccountName"],
      message: `Every container gets the token of account "${account}", so third-party code in it has the rights of that account.`,
      fix: `Add automountServiceAccountToken: false and executor: {serviceAccountName: ${account}} to spec.`,
    });
  },
});
