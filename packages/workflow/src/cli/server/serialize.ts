import { Document, isScalar, visit } from "yaml";
import { UserError } from "../../definition/errors.js";

/** What a terminal would obey, and JSON and YAML do not escape by themselves everywhere. */
const odd = /[\x7f-\x9f\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;
const oddOrControl = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u;

/** What the server told as JSON, in the argo CLI's indentation. */
export function toJsonText(value: unknown, indent = 4): string {
  return `${unlessTooDeep(() => escaped(JSON.stringify(value, undefined, indent)))}\n`;
}

/** What the server told as YAML, with its keys in alphabetical order. */
export function toYamlText(value: unknown): string {
  return unlessTooDeep(() => {
    const document = new Document(value, { sortMapEntries: true, version: "1.1" });
    visit(document, (_key, node) => {
      // Only between double quotes can characters be escaped. Lines of a text stay lines.
      const isOdd = isScalar<unknown>(node) && typeof node.value === "string" && isOddText(node.value);
      if (isOdd) node.type = "QUOTE_DOUBLE";
    });
    return escaped(document.toString({ indentSeq: false, lineWidth: 0 }));
  });
}

function isOddText(text: string): boolean {
  return oddOrControl.test(text.replaceAll("\n", ""));
}

function escaped(text: string): string {
  return text.replaceAll(odd, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function unlessTooDeep(write: () => string): string {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UserError("The server's answer is nested too deeply to be printed. Is it an Argo Server?");
  }
}
