/**
 * User and password of an address, which end at the last @. After a colon that no port follows, a password may contain / @ and '.
 */
const login = /(\b[a-z][a-z0-9+.-]*:\/\/)(?:[^\s/"':]*:(?!\d{1,5}\/)[^\s"]{0,1000}@|[^\s/"']+@)/gi;

/**
 * Replaces secrets, user names and passwords in addresses, and the values of `X-Amz-Signature`, `X-Amz-Credential` and
 * `X-Amz-Security-Token` with stars.
 * @param secrets those of at most 3 characters are ignored
 */
export function redactSecrets(text: string, secrets: readonly string[]): string {
  const hidden = [...secrets]
    .filter((secret) => secret.length > 3)
    .sort((a, b) => b.length - a.length)
    .reduce(
      (before, secret) => before.replaceAll(secret, "***").replaceAll(encodeURIComponent(secret), "***"),
      text,
    );
  return hidden
    .replaceAll(login, "$1***@")
    .replaceAll(/\b(x-amz-(?:signature|credential|security-token)=)[^&\s"']+/gi, "$1***");
}
