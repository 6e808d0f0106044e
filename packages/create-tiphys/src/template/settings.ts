/** The project's tsconfig.json: without the template's other folders. */
export function tsconfigJson(text: string): string {
  const { include: _include, exclude: _exclude, ...content }: Record<string, unknown> = JSON.parse(text);
  return json({ ...content, include: ["src", "test", "vitest.config.ts"] });
}

/** The project's biome.json: without the template's own exceptions. */
export function biomeJson(text: string): string {
  const content: Record<string, unknown> = JSON.parse(text);
  return json({ ...content, files: { includes: ["**", "!package-lock.json"] } });
}

function json(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
