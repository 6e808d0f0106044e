import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { has } from "../../cli/program.js";
import { tempDir } from "../../temp-dir.js";
import { faultServer, json, serviceOf, workflow } from "./fault-server.js";

test("retries after a 5xx", async () => {
  let count = 0;
  const { url, asked } = await faultServer((response) => {
    count += 1;
    if (count < 3) response.writeHead(503).end("upstream is away");
    else json(response, workflow("1", "Running"));
  });
  const { status } = await serviceOf(url).getWorkflow("train");
  expect(status?.phase).toBe("Running");
  expect(asked).toHaveLength(3);
});

test("retries after an incomplete response", async () => {
  let count = 0;
  const { url } = await faultServer((response) => {
    count += 1;
    if (count > 1) return json(response, workflow("1", "Running"));
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"metadata":{"na', () => response.destroy());
  });
  expect((await serviceOf(url).getWorkflow("train")).metadata.name).toBe("train");
  expect(count).toBe(2);
});

test("reports an expired token, and does not retry", async () => {
  const { url, asked } = await faultServer((response) =>
    json(response, { code: 16, message: "token has expired" }, 401),
  );
  await expect(serviceOf(url).getWorkflow("train")).rejects.toMatchObject({
    refusal: "unauthenticated",
    message:
      "The workflow train cannot be read: token has expired. The token has expired: get a new one and set ARGO_TOKEN.",
  });
  expect(asked).toHaveLength(1);
});

test("reports for a page instead of JSON that the base href may be wrong", async () => {
  const { url, asked } = await faultServer((response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<html>Argo</html>");
  });
  await expect(serviceOf(url).getWorkflow("train")).rejects.toMatchObject({
    refusal: "not-argo",
    message: `The workflow train cannot be read: ${url} is not an Argo Server. It answered, but not with JSON. Check ARGO_SERVER (http or https?) and ARGO_BASE_HREF.`,
  });
  expect(asked).toHaveLength(1);
});

test("treats a proxy's 404 as a wrong address, not as a missing workflow", async () => {
  const { url } = await faultServer((response) => {
    response.writeHead(404, { "content-type": "text/html" }).end("<html>404</html>");
  });
  await expect(serviceOf(url).getWorkflow("train")).rejects.toMatchObject({ refusal: "not-argo" });
});

test("follows no redirect, because the token must not reach another server", async () => {
  const other = await faultServer((response) => json(response, workflow("1", "Running")));
  const { url } = await faultServer((response) => {
    response.writeHead(302, { location: `${other.url}/login?state=abc` }).end();
  });
  await expect(serviceOf(url).getWorkflow("train")).rejects.toThrow(
    `${url} is not an Argo Server. It redirects to ${other.url}/login (HTTP status 302).`,
  );
  expect(other.asked).toEqual([]);
});

test.skipIf(!has("openssl", "version"))("trusts a custom certificate only with its CA file", async () => {
  const folder = tempDir();
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  execFileSync(
    "openssl",
    `req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -keyout ${key} -out ${cert}`.split(
      " ",
    ),
    { stdio: "ignore" },
  );
  const tls = { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  const { url } = await faultServer((response) => json(response, workflow("1", "Running")), { tls });
  expect((await serviceOf(url, cert).getWorkflow("train")).metadata.name).toBe("train");
  await expect(serviceOf(url).getWorkflow("train")).rejects.toThrow(
    "its certificate is not signed by an authority that Node trusts. Name its authority with --ca-file FILE",
  );
});

test("reports a server without TLS", async () => {
  const { url } = await faultServer((response) => json(response, {}));
  await expect(serviceOf(url.replace("http:", "https:")).getWorkflow("train")).rejects.toThrow(
    "it does not speak TLS. Set ARGO_SECURE=false, or write http:// before its address.",
  );
});
