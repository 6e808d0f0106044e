import { UsageError } from "../definition/errors.js";

/** Without this, `npm start --set C=2` would run with the default, as npm takes the option for one of its own. */
export function refuseWhatNpmTook(): void {
  const { npm_lifecycle_event: script } = process.env;
  const taken = ["set", "approve", "parallelism", "isolated", "runs", "store"].find(
    (name) => process.env[`npm_config_${name}`] !== undefined,
  );
  if (script === undefined || script === "npx" || taken === undefined) return;
  const call = script === "start" ? "npm start" : `npm run ${script}`;
  throw new UsageError(`npm kept --${taken} for itself. Put two hyphens before it: ${call} -- --${taken} …`);
}
