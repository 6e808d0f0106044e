import { styleText } from "node:util";

/** Whether a person watches: then there is colour, and a tree that moves. */
export function isInteractive(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && !isSet("NO_COLOR") && !isSet("CI") && process.env.TERM !== "dumb";
}

function isSet(name: string): boolean {
  return (process.env[name] ?? "") !== "";
}

export type Paint = (
  style: "green" | "red" | "yellow" | "cyan" | "gray" | "bold" | "dim",
  text: string,
) => string;

/** Colours text, or leaves it as it is where nobody would see them. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  if (!isInteractive(stream)) return (_style, text) => text;
  return (style, text) => styleText(style, text, { validateStream: false });
}
