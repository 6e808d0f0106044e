/** Whether to use colours and redraw output: on a terminal, without NO_COLOR, CI and TERM=dumb. */
export function isInteractive(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !isSet("NO_COLOR") && !isSet("CI") && process.env.TERM !== "dumb";
}

function isSet(name: string): boolean {
  return (process.env[name] ?? "") !== "";
}

/** SGR codes before and after a text. Node's styleText needs 20.12, and checks the stream only since 22.13. */
const codes = {
  green: [32, 39],
  red: [31, 39],
  yellow: [33, 39],
  cyan: [36, 39],
  gray: [90, 39],
  bold: [1, 22],
  dim: [2, 22],
} as const;

export type Paint = (style: keyof typeof codes, text: string) => string;

/** Returns a function that colours text, or leaves it unchanged for a stream without colours. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  if (!isInteractive(stream)) return (_style, text) => text;
  return (style, text) => {
    const [begin, end] = codes[style];
    return `\u001b[${begin}m${text}\u001b[${end}m`;
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals take colours as control sequences
const colorCodes = /\u001b\[[\d;]*m/g;

/** The number of visible characters of a text, without colour codes. */
export function visibleWidth(text: string): number {
  return [...text.replace(colorCodes, "")].length;
}
