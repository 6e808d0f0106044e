/** Whether a person watches: then there is colour, and a tree that moves. */
export function isInteractive(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !isSet("NO_COLOR") && !isSet("CI") && process.env.TERM !== "dumb";
}

function isSet(name: string): boolean {
  return (process.env[name] ?? "") !== "";
}

/** What a terminal is told before and after a text. Node's own styleText needs 20.12 and looks at no stream before 22.13. */
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

/** Colours text, or leaves it as it is where nobody would see them. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  if (!isInteractive(stream)) return (_style, text) => text;
  return (style, text) => {
    const [begin, end] = codes[style];
    return `\u001b[${begin}m${text}\u001b[${end}m`;
  };
}
