import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkKey } from "../../src/storage/object-key.js";
import { formatS3Address, isS3Address, parseS3Address } from "../../src/storage/s3-address.js";

test.each([
  ["s3://bucket", { bucket: "bucket", key: "" }],
  ["s3://bucket/", { bucket: "bucket", key: "" }],
  ["S3://bucket/a/b.csv", { bucket: "bucket", key: "a/b.csv" }],
  ["s3://bucket/runs/", { bucket: "bucket", key: "runs/" }],
  ["s3://my.bucket-1/a b+c%20d/ü.csv", { bucket: "my.bucket-1", key: "a b+c%20d/ü.csv" }],
  ["s3://bucket?key=what%3F.csv", { bucket: "bucket", key: "what?.csv" }],
  [
    "s3://bucket/key?endpoint=http://localhost:9000/&region=eu-central-1&pathStyle=false",
    {
      bucket: "bucket",
      key: "key",
      endpoint: "http://localhost:9000",
      region: "eu-central-1",
      pathStyle: false,
    },
  ],
  [
    "s3://bucket/key?endpoint=minio.example.com",
    { bucket: "bucket", key: "key", endpoint: "https://minio.example.com" },
  ],
  [
    "s3://bucket?endpoint=https%3A%2F%2Fh%3A1%2Fs3",
    { bucket: "bucket", key: "", endpoint: "https://h:1/s3" },
  ],
])("reads %s", (text, expected) => {
  expect(isS3Address(text)).toBe(true);
  expect(parseS3Address(text)).toEqual(expected);
});

test.each([
  ["s3:/bucket/key", /names no bucket/],
  ["s3://", /names no bucket/],
  ["s3:///key", /names no bucket/],
  ["s3://b/key", /names no bucket/],
  ["s3://bucket//key", /The key "\/key" begins with a slash/],
  ["s3://bucket/a//b", /has the part "" between slashes/],
  ["s3://bucket/a/../b", /has the part ".." between slashes/],
  ["s3://bucket/key?endpont=https://h", /option "endpont" that does not exist\. Did you mean "endpoint"\?/],
  ["s3://bucket/key?region=a&region=b", /the option "region" twice/],
  ["s3://bucket/key?region=%zz", /option "region" is not percent-encoded/],
  ["s3://bucket/key?region=a b", /not the name of a region/],
  ["s3://bucket/key?pathStyle=yes", /neither true nor false/],
  ["s3://bucket/key?key=other", /has two keys/],
  ["s3://bucket/key?endpoint=ftp://h", /The endpoint in the address is not an address/],
  ["s3://bucket/key?endpoint=https://h/?a=b", /a query or a fragment/],
])("refuses %s", (text, message) => {
  expect(() => parseS3Address(text)).toThrow(message);
  expect(() => parseS3Address(text)).toThrow(expect.objectContaining({ name: "UsageError" }));
});

describe("a refused address shows no secret", () => {
  test.each([
    "s3://key:hunter2@bucket/key",
    "s3://bucket/key?endpoint=https://user:hunter2@host",
    "s3://bucket/key?endpoint=user:hunter2@host",
    "s3://bucket/key?endpoint=https://host/?token=hunter2",
    "s3://bucket/key?endpoint=hunter2://host",
    "s3://bucket/key?X-Amz-Signature=hunter2",
    "s3://bucket/key?region=hunter2!",
    "s3://bucket/key?region=hunter2&region=hunter2",
    "s3://!!?secret=hunter2",
  ])("%s", (text) => {
    const thrown = (() => {
      try {
        return parseS3Address(text);
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toMatchObject({ name: "UsageError" });
    expect(String(thrown)).not.toContain("hunter2");
  });
});

const bucket = fc.stringMatching(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/);
const segment = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    fc.constantFrom("a b", "100%", "a+b", "%2F", "?", "#"),
  )
  .filter((text) => text !== "." && text !== ".." && !/[/\p{Cc}\p{Surrogate}]/u.test(text));
const key = fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => segments.join("/"));
const address = fc.record(
  {
    bucket,
    key: fc.oneof(key, fc.constant("")),
    endpoint: fc.constantFrom(
      "https://host",
      "http://127.0.0.1:9000",
      "https://host/base",
      "https://[::1]:7070",
    ),
    region: fc.constantFrom("us-east-1", "eu-central-1", "auto"),
    pathStyle: fc.boolean(),
  },
  { requiredKeys: ["bucket", "key"] },
);

test("a written address is parsed unchanged", () => {
  fc.assert(
    fc.property(address, (given) => {
      expect(parseS3Address(formatS3Address(given))).toEqual(given);
    }),
    { numRuns: 2000 },
  );
});

test("a key without a question mark is written unchanged in an address", () => {
  fc.assert(
    fc.property(
      bucket,
      key.filter((each) => !each.includes("?")),
      (name, each) => {
        expect(parseS3Address(`s3://${name}/${each}`).key).toBe(each);
      },
    ),
  );
});

test("a key with a leading, trailing or double slash is refused", () => {
  fc.assert(
    fc.property(key, fc.constantFrom("/%", "%/", "a//%", "%/../a", "./%"), (each, pattern) => {
      expect(() => checkKey(each)).not.toThrow();
      expect(() => checkKey(pattern.replace("%", () => each))).toThrow(/^The key /);
    }),
  );
});

test("any text is parsed or refused with a message", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      try {
        parseS3Address(`s3:${text}`);
      } catch (error) {
        expect(error).toMatchObject({ name: "UsageError" });
      }
    }),
    { numRuns: 2000 },
  );
});
