import { expect, test } from "vitest";
import { redactSecrets } from "../../src/definition/redact-secrets.js";

test.each([
  ["postgres://me:hunter2@db/x", "postgres://***@db/x"],
  ["https://token@host/x", "https://***@host/x"],
  ["postgres://u:p'w@db/x", "postgres://***@db/x"],
  ["postgres://u:pa/ss@h", "postgres://***@h"],
  ["postgres://user:a@bcd@h", "postgres://***@h"],
  ["postgres://ann@corp:secret@h", "postgres://***@h"],
  ["postgres://:pw@h/x", "postgres://***@h/x"],
  ["a@b@host http://u:p@h, then http://v:q@h2", "a@b@host http://***@h, then http://***@h2"],
  ['{"from":"s3://u:p/q@h","to":"x@y"}', '{"from":"s3://***@h","to":"x@y"}'],
])("the login of %s is hidden", (text, expected) => {
  expect(redactSecrets(text, [])).toBe(expected);
});

test.each([
  "http://host:5000/path/data@v2.csv",
  "http://host/path/data@v2.csv",
  "see s3://bucket/key, or write to ann@example.org",
  'https://host "quoted" a:b@c',
])("%s has no login, and stays", (text) => {
  expect(redactSecrets(text, [])).toBe(text);
});

test("a secret is hidden in both of its spellings, the longest first, and one of three characters is not", () => {
  expect(redactSecrets("a b/c, a%20b%2Fc, a b/c/d, abc", ["a b/c", "a b/c/d", "abc"])).toBe(
    "***, ***, ***, abc",
  );
});

test("a long text without a login is read in time that grows with its length", () => {
  const text = "http://a:".repeat(20_000);
  expect(redactSecrets(text, [])).toBe(text);
});
