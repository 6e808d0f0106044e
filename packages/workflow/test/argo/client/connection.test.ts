import { expect, test } from "vitest";
import { connectionOf } from "../../../src/argo/client/connection.js";

test("reads the argo CLI's variables", () => {
  const connection = connectionOf(
    {},
    {
      ARGO_SERVER: "argo.example:2746",
      ARGO_TOKEN: "Bearer abc",
      ARGO_NAMESPACE: "ml",
      ARGO_BASE_HREF: "/argo/",
    },
  );
  expect(connection).toMatchObject({
    baseUrl: "https://argo.example:2746/argo",
    authorization: "Bearer abc",
    namespace: "ml",
  });
});

test("uses plain HTTP if ARGO_SECURE is false", () => {
  expect(connectionOf({}, { ARGO_SERVER: "localhost:2746", ARGO_SECURE: "false" }).baseUrl).toBe(
    "http://localhost:2746",
  );
});

test("refuses a token that a header cannot contain, without showing it", () => {
  const call = (): unknown => connectionOf({ server: "localhost:2746", token: "secret\nsecond" }, {});
  expect(call).toThrow("The token (ARGO_TOKEN or --token) contains a line break");
  expect(call).not.toThrow("secret");
});

test("refuses an address with credentials, without showing them", () => {
  const call = (): unknown => connectionOf({ server: "https://me:secret@argo.example" }, {});
  expect(call).toThrow("cannot be read. Write host:port");
  expect(call).not.toThrow("secret");
});

test("says how to set a server if none is set", () => {
  expect(() => connectionOf({}, {})).toThrow("Set ARGO_SERVER (host:port or a URL) or pass --argo-server");
});

test("the authority of a server's certificate is the text of ARGO_CA, unless a file is set", () => {
  const pem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";
  expect(connectionOf({}, { ARGO_SERVER: "a:1", ARGO_CA: `${pem}\n` }).ca).toBe(pem);
  expect(connectionOf({}, { ARGO_SERVER: "a:1", ARGO_CA: " " }).ca).toBeUndefined();
  expect(() => connectionOf({}, { ARGO_SERVER: "a:1", ARGO_CA: "/etc/ca.pem" })).toThrow(
    "It expects the text of the file, not its path",
  );
});
