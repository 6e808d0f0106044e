const voidElements = new Set(["meta", "br", "hr", "img", "link", "input"]);

/** Throws unless every tag of a page is closed in order and every `&` begins an entity. */
export function assertWellFormed(page: string): void {
  const open: string[] = [];
  const body = page.replace(/^<!DOCTYPE html>/, "").replaceAll(/<style>[^<]*<\/style>/g, "");
  const text = body.replace(
    /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?: [-a-z:A-Z0-9]+="[^"<>]*")*)(\/?)>/g,
    (tag, end, name, _, empty) => {
      if (end === "/") {
        const expected = open.pop();
        if (expected !== name) throw new Error(`${tag} closes <${expected}>`);
      } else if (empty !== "/" && !voidElements.has(name)) open.push(name);
      return "";
    },
  );
  if (open.length > 0) throw new Error(`not closed: ${open.join(", ")}`);
  const stray = /[<>]|&(?!(?:amp|lt|gt|quot|#39);)/.exec(text);
  if (stray !== null) throw new Error(`stray ${stray[0]} in: ${text.slice(stray.index, stray.index + 60)}`);
}
