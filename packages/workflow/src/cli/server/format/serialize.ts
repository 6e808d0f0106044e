import { Document, isScalar, visit } from "yaml";
import { UserError } from "../../../definition/errors.js";

/** Characters that control a terminal or the direction of text, and that JSON and YAML do not always escape. */
const unsafe = /[\x7f-\x9f\p{Bidi_Control}\p{Zl}\p{Zp}]/gu;
const unsafeOrControl = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u;

/** A server's response as JSON, with the indentation of the argo CLI. */
export function toJsonText(value: unknown, indent = 4): string {
  return `${unlessTooDeep(() => escaped(JSON.stringify(value, undefined, indent)))}\n`;
}

/** A server's response as YAML, with keys in alphabetical order. */
export function toYamlText(value: unknown): string {
  return unlessTooDeep(() => {
    const document = new Document(value, { sortMapEntries: true, version: "1.1" });
    visit(document, (_key, node) => {
      // Characters can be escaped only in double quotes. Text with several lines stays a block.
      const isUnsafe = isScalar<unknown>(node) && typeof node.value === "string" && isUnsafeText(node.value);
      if (isUnsafe) node.type = "QUOTE_DOUBLE";
    });
    return escaped(document.toString({ indentSeq: false, lineWidth: 0 }));
  });
}

function isUnsafeText(text: string): boolean {
  return unsafeOrControl.test(text.replaceAll("\n", ""));
}

function escaped(text: string): string {
  return text.replaceAll(unsafe, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function unlessTooDeep(write: () => string): string {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UserError("The server's answer is nested too deeply to be printed. Is it an Argo Server?");
  }
}
