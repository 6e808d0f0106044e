import { StringDecoder } from "node:string_decoder";

/**
 * Splits a stream of bytes into lines of text.
 * @param onLine receives each line without its line end
 */
export function lineSplitter(onLine: (line: string) => void): { add(bytes: Buffer): void; end(): void } {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  return {
    add(bytes) {
      const lines = (rest + decoder.write(bytes)).split(/\r?\n/);
      rest = lines.pop() ?? "";
      lines.forEach(onLine);
    },
    end() {
      rest += decoder.end();
      if (rest !== "") onLine(rest);
    },
  };
}
