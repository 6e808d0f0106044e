/** One document of a text: its own text and offset. */
export interface Chunk {
  readonly text: string;
  readonly offset: number;
}

/**
 * Splits a text into documents as Argo does: at each line that begins with `---`. Documents without content are skipped.
 * A JSON text is one document.
 * Source: workflow/common/parse.go.
 */
export function splitDocuments(text: string): Chunk[] {
  const whole = { text, offset: 0 };
  if (/^\s*\{/.test(text) && isJson(text)) return [whole];
  const chunks: Chunk[] = [];
  let offset = 0;
  for (const separator of text.matchAll(/\n---/g)) {
    chunks.push({ text: text.slice(offset, separator.index + 1), offset });
    offset = separator.index + separator[0].length;
  }
  chunks.push({ text: text.slice(offset), offset });
  return chunks.filter((chunk) => hasContent(chunk.text));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether there is anything but whitespace, comments and YAML's document markers. */
function hasContent(text: string): boolean {
  return text.split("\n").some((line) => {
    const content = line.trim();
    return !(content === "" || /^[#%]/.test(content) || content === "---" || content === "...");
  });
}
