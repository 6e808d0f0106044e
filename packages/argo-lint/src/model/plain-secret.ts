/** Suffixes of the names of secrets: not TOKEN_FILE, not SECRET_NAME. */
export const secretName =
  /(^|[-_.])(password|passwd|passphrase|token|secret|api[-_]?key|access[-_]?key|secret[-_]?key|private[-_]?key|credentials?)$/i;

/** Whether a value is itself a secret: not a variable, a path, a URL without a password, a flag or a number. */
export function isPlainSecret(value: string): boolean {
  const text = value.trim();
  if (text === "" || text.includes("{{") || /^\$[({A-Za-z_]/.test(text)) return false;
  if (text.startsWith("/") || text.startsWith("./") || text.startsWith("@")) return false;
  if (/^[a-z]+:\/\/[^@]*$/i.test(text)) return false;
  return !/^(true|false|yes|no|none|null|-?\d{1,3})$/i.test(text);
}
