/** A text in which secrets, users before hosts and what stands behind a question mark in addresses are replaced by stars. */
export function redactSecrets(text: string, secrets: readonly string[]): string {
  const hidden = [...secrets]
    .filter((secret) => secret.length > 3)
    .sort((a, b) => b.length - a.length)
    .reduce(
      (before, secret) => before.replaceAll(secret, "***").replaceAll(encodeURIComponent(secret), "***"),
      text,
    );
  return hidden
    .replaceAll(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi, "$1***@")
    .replaceAll(/\b(x-amz-(?:signature|credential|security-token)=)[^&\s"']+/gi, "$1***");
}
