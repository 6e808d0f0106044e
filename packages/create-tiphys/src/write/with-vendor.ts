import type { NewProject } from "../answers/answers.js";

/** The line that names `vendor/`, and the one above it, by file. */
const places: Readonly<Record<string, { readonly after: string; readonly line: string }>> = {
  Dockerfile: { after: "COPY package.json package-lock.json .npmrc ./\n", line: "COPY vendor vendor\n" },
  ".dockerignore": { after: "!package-lock.json\n", line: "!vendor\n" },
};

/**
 * A file of the template, with `vendor/` where the project gets its packages from tarballs.
 * @throws {Error} if the file does not contain the line that it is named after
 */
export function withVendor(path: string, text: string, { packages }: Pick<NewProject, "packages">): string {
  const place = places[path];
  if (place === undefined || packages !== "vendor") return text;
  if (!text.includes(place.after))
    throw new Error(`${path} does not contain ${JSON.stringify(place.after)}.`);
  return text.replace(place.after, `${place.after}${place.line}`);
}
