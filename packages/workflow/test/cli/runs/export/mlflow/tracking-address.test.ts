import { describe, expect, test } from "vitest";
import { trackingAddress } from "../../../../../src/cli/runs/export/mlflow/tracking-address.js";
import { UsageError } from "../../../../../src/index.js";

const basic = (login: string) => `Basic ${Buffer.from(login).toString("base64")}`;

test("the server's address has no user, no password and no slash at the end", () => {
  expect(trackingAddress("http://localhost:5000", {})).toEqual({
    baseUrl: "http://localhost:5000",
    secrets: [],
  });
  expect(trackingAddress("https://ann:secret@mlflow.example/team/", {}).baseUrl).toBe(
    "https://mlflow.example/team",
  );
});

test.each([
  "./mlruns",
  "sqlite:///mlflow.db",
  "databricks",
  "ftp://ann:hidden@host",
  "http://",
  "http://ann:hidden@",
])("%j is refused, and not repeated", (uri) => {
  const refused = () => trackingAddress(uri, {});
  expect(refused).toThrow(UsageError);
  expect(refused).toThrow("such as http://localhost:5000");
  expect(refused).not.toThrow("hidden");
});

describe("the credentials", () => {
  const login = { MLFLOW_TRACKING_USERNAME: "bob", MLFLOW_TRACKING_PASSWORD: "in the environment" };
  const token = { MLFLOW_TRACKING_TOKEN: "a-token" };

  test.each([
    ["none", "http://host", {}, undefined],
    ["a token", "http://host", token, "Bearer a-token"],
    [
      "user and password before a token",
      "http://host",
      { ...login, ...token },
      basic("bob:in the environment"),
    ],
    [
      "a user without a password does not count",
      "http://host",
      { ...token, MLFLOW_TRACKING_USERNAME: "bob" },
      "Bearer a-token",
    ],
    [
      "empty variables do not count",
      "http://host",
      { MLFLOW_TRACKING_TOKEN: "", MLFLOW_TRACKING_USERNAME: "" },
      undefined,
    ],
    ["those of the address before all", "http://ann:p%40ss@host", { ...login, ...token }, basic("ann:p@ss")],
    ["a line end after a token", "http://host", { MLFLOW_TRACKING_TOKEN: " a-token\r\n" }, "Bearer a-token"],
    ["a % that encodes nothing", "http://ann:50%@host", {}, basic("ann:50%")],
  ])("%s", (_case, uri, environment, expected) => {
    expect(trackingAddress(uri, environment).authorization).toBe(expected);
  });

  test.each(["hidden\nsecond", "hidden\u0000", "hidden–token"])(
    "a token such as %j is refused, and not repeated",
    (wrong) => {
      const refused = () => trackingAddress("http://host", { MLFLOW_TRACKING_TOKEN: wrong });
      expect(refused).toThrow(UsageError);
      expect(refused).toThrow("MLFLOW_TRACKING_TOKEN: expected a token on one line.");
      expect(refused).not.toThrow("hidden");
      expect(trackingAddress("http://host", { ...login, MLFLOW_TRACKING_TOKEN: wrong }).authorization).toBe(
        basic("bob:in the environment"),
      );
    },
  );

  test("are secrets, in each of their spellings", () => {
    const { secrets } = trackingAddress("http://ann:p%40ssword@host", token);
    expect(secrets).toEqual(
      expect.arrayContaining([
        "p%40ssword",
        "p@ssword",
        "a-token",
        Buffer.from("ann:p@ssword").toString("base64"),
      ]),
    );
  });
});
