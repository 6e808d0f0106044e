/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = "", text = ""]) => ({
    language,
    text,
  }));
}

/** A page without its fenced blocks. */
function proseOf(page: string): string {
  return page.replaceAll(/^```.*?^```$/gms, "");
}

/** The targets of a page's links and images, including anchors. */
export function targetsOf(page: string): string[] {
  return [...proseOf(page).matchAll(/\]\(([^)\s]+)\)|\ssrc="([^"]+)"/g)].map(
    ([, link, image]) => link ?? image ?? "",
  );
}

/** The anchors of a page's headings. */
export function anchorsOf(page: string): string[] {
  return [...proseOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

/** A command of a page, with the output that the page shows. */
export interface Command {
  readonly line: string;
  readonly output: string | undefined;
}

/** Every command of a page: in its `sh` and `console` blocks, and in inline code. */
export function commandsOf(page: string): Command[] {
  const blocks = blocksOf(page).flatMap(({ language, text }) => {
    if (language === "sh") return lines(text).map((line): Command => ({ line, output: undefined }));
    return language === "console" ? dialogue(text) : [];
  });
  const inText = [...proseOf(page).matchAll(/`((?:npm|npx|node) [^`]+)`/g)].map(
    ([, line = ""]): Command => ({ line, output: undefined }),
  );
  const all = [...blocks, ...inText];
  return all.filter(({ line }, i) => all.findIndex((other) => other.line === line) === i);
}

function dialogue(text: string): Command[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [line = "", ...output] = lines(part);
      return { line, output: output.join("\n") };
    });
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
