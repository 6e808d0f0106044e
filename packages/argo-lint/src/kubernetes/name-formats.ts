/** `train-2`: a name of a container, a volume or a port. Source: RFC 1123, label. */
export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text);
}

/** `train.v2`: a name of a manifest. Source: RFC 1123, subdomain. */
export function isSubdomain(text: string): boolean {
  return text.length <= 253 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(text);
}

/** `app`, `example.com/app`: the name of a label or an annotation. */
export function isLabelKey(text: string, { lowerCase = false } = {}): boolean {
  const parts = (lowerCase ? text.toLowerCase() : text).split("/");
  const name = parts.at(-1) ?? "";
  const isName = name.length <= 63 && /^[A-Za-z0-9]([-\w.]*[A-Za-z0-9])?$/.test(name);
  return isName && (parts.length === 1 || (parts.length === 2 && isSubdomain(parts[0] ?? "")));
}

export function isLabelValue(text: string): boolean {
  return text.length <= 63 && /^([A-Za-z0-9]([-\w.]*[A-Za-z0-9])?)?$/.test(text);
}

/** A text turned into a name that Kubernetes accepts, for advice; undefined if nothing would be left. */
export function asDnsLabel(text: string): string | undefined {
  const label = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 63)
    .replace(/^-+|-+$/g, "");
  return label === "" ? undefined : label;
}
