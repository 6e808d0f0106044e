import { readFileSync } from "node:fs";
import { request } from "node:https";
import { dirname, resolve } from "node:path";
import { parse } from "yaml";
import * as z from "zod";

/** An answer of Kubernetes: an object, or a Status with an error. */
export interface KubernetesAnswer {
  readonly code: number;
  readonly body: unknown;
}

/** The Kubernetes API, without the Argo server. */
export interface Kubernetes {
  readonly namespace: string;
  /**
   * @param path such as `/apis/argoproj.io/v1alpha1/namespaces/argo/workflows`
   * @throws {Error} if there is no answer within 20 s
   */
  call(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<KubernetesAnswer>;
}

const kubeconfig = z.object({
  "current-context": z.string(),
  contexts: z.array(
    z.object({
      name: z.string(),
      context: z.object({ cluster: z.string(), user: z.string(), namespace: z.string().optional() }),
    }),
  ),
  clusters: z.array(
    z.object({
      name: z.string(),
      cluster: z.object({
        server: z.url(),
        "certificate-authority": z.string().optional(),
        "certificate-authority-data": z.string().optional(),
      }),
    }),
  ),
  users: z.array(
    z.object({
      name: z.string(),
      user: z.object({
        token: z.string().optional(),
        "client-certificate": z.string().optional(),
        "client-certificate-data": z.string().optional(),
        "client-key": z.string().optional(),
        "client-key-data": z.string().optional(),
      }),
    }),
  ),
});

/** The cluster of a kubeconfig's current context, authenticated by the user's token or certificate. */
export function kubernetes(file: string): Kubernetes {
  const config = kubeconfig.parse(parse(readFileSync(file, "utf8")));
  const named = <T extends { readonly name: string }>(list: readonly T[], name: string): T => {
    const found = list.find((item) => item.name === name);
    if (found === undefined) throw new Error(`${file}: "${name}" is referenced, but not defined.`);
    return found;
  };
  const { context } = named(config.contexts, config["current-context"]);
  const { cluster } = named(config.clusters, context.cluster);
  const { user } = named(config.users, context.user);
  const content = (path: string | undefined, data: string | undefined): Buffer | undefined => {
    if (data !== undefined) return Buffer.from(data, "base64");
    return path === undefined ? undefined : readFileSync(resolve(dirname(file), path));
  };
  const tls = {
    ca: content(cluster["certificate-authority"], cluster["certificate-authority-data"]),
    cert: content(user["client-certificate"], user["client-certificate-data"]),
    key: content(user["client-key"], user["client-key-data"]),
  };
  const headers = {
    "content-type": "application/json",
    ...(user.token === undefined ? {} : { authorization: `Bearer ${user.token}` }),
  };
  return {
    namespace: context.namespace ?? "default",
    call: (method, path, body) =>
      new Promise((fulfil, reject) => {
        const url = new URL(path, cluster.server);
        const sent = request(url, { method, headers, ...tls, timeout: 20_000 }, (response) => {
          let text = "";
          response.setEncoding("utf8");
          response.on("data", (chunk) => {
            text += chunk;
          });
          response.on("error", reject);
          response.on("end", () => fulfil({ code: response.statusCode ?? 0, body: read(text) }));
        });
        sent.on("timeout", () => sent.destroy(new Error(`${method} ${url.pathname}: no answer in 20 s.`)));
        sent.on("error", reject);
        sent.end(body === undefined ? undefined : JSON.stringify(body));
      }),
  };
}

/** Most answers are JSON; some refusals are a line of text. */
function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text.trim() };
  }
}
