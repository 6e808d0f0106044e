import { StringDecoder } from "node:string_decoder";

/** A longer line is cut, in UTF-16 code units: a program that prints no line end must not fill the memory. */
const longestLine = 1 << 20;

/**
 * Splits a stream of bytes into lines of text. A line ends with `\n`, `\r\n`, or `\r`, which progress bars print.
 * @param onLine receives each line without its line end; of one that is too long, its parts
 */
export function lineSplitter(
  onLine: (line: string) => void,
  maxLength = longestLine,
): { add(bytes: Buffer): void; end(): void } {
  const decoder = new StringDecoder("utf8");
  /** The begun line, in parts: to join it with each chunk would take quadratic time. */
  let begun: string[] = [];
  let length = 0;
  let isAfterReturn = false;

  function addToLine(text: string): void {
    begun.push(text);
    length += text.length;
    if (length <= maxLength) return;
    const line = begun.join("");
    let start = 0;
    while (line.length - start > maxLength) {
      const end = wholeCharacters(line, start + maxLength);
      onLine(line.slice(start, end));
      start = end;
    }
    begun = [line.slice(start)];
    length = line.length - start;
  }

  function endLine(): void {
    onLine(begun.join(""));
    begun = [];
    length = 0;
  }

  return {
    add(bytes) {
      const text = decoder.write(bytes);
      if (text === "") return;
      // A "\r\n" may come in two chunks.
      const from = isAfterReturn && text.startsWith("\n") ? 1 : 0;
      isAfterReturn = text.endsWith("\r");
      const [first = "", ...others] = text.slice(from).split(/\r\n|\r|\n/);
      addToLine(first);
      for (const other of others) {
        endLine();
        addToLine(other);
      }
    },
    end() {
      addToLine(decoder.end());
      if (length > 0) endLine();
    },
  };
}

/** @returns `end`, or one less if it is inside of a character */
function wholeCharacters(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xd800 && code < 0xdc00 ? end - 1 : end;
}
