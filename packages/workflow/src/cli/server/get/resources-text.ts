/** The unit of a resource's duration; default: 1. */
const denominators: Readonly<Record<string, string>> = {
  memory: "100Mi",
  storage: "10Gi",
  "ephemeral-storage": "10Gi",
};

/** Durations of resources as the argo CLI writes them, sorted by name: `3s*(1 cpu),1m4s*(100Mi memory)`. */
export function resourcesText(seconds: Readonly<Record<string, number>> = {}): string {
  return Object.entries(seconds)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${goDuration(value)}*(${denominators[name] ?? "1"} ${name})`)
    .join(",");
}

/** Whole seconds as Go writes a duration: `5s`, `1m5s`, `1h0m5s`. */
function goDuration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = `${seconds % 60}s`;
  if (hours > 0) return `${hours}h${minutes}m${rest}`;
  return minutes > 0 ? `${minutes}m${rest}` : rest;
}
