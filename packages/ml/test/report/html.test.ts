import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markup } from "../../src/report/html.js";

describe("html", () => {
  test("escapes text and attribute values", () => {
    expect(markup`<p title="${`"'`}">${"<b> & </b>"}</p>`.toString()).toBe(
      '<p title="&quot;&#39;">&lt;b&gt; &amp; &lt;/b&gt;</p>',
    );
  });

  test("keeps its own markup", () => {
    expect(markup`<ul>${[1, 2].map((item) => markup`<li>${item}</li>`)}</ul>`.toString()).toBe(
      "<ul><li>1</li><li>2</li></ul>",
    );
  });

  test("leaves nothing for false and undefined, but writes 0", () => {
    expect(markup`[${false}${undefined}${0}]`.toString()).toBe("[0]");
  });

  test("does not treat an object with a toString as markup", () => {
    const forged: unknown = { toString: () => "<script>" };
    // @ts-expect-error an object is no content
    expect(() => markup`${forged}`.toString()).toThrow();
  });

  test("replaces characters that HTML does not allow", () => {
    expect(markup`${"a\u0000b\u001Bc\uD800d\uFFFFe\nf"}`.toString()).toBe("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\nf");
  });

  test("no text can escape from its element or attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(markup`${text}`.toString()).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/);
      }),
    );
  });
});
