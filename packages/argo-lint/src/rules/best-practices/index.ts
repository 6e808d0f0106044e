import type { Rule } from "../../rule.js";
import { accountToken } from "./account-token.js";
import { cronDeadline } from "./cron-deadline.js";
import { hostAccess } from "./host-access.js";
import { imageTagRule } from "./image-tag.js";
import { networkRetry } from "./network-retry.js";
import { resourceAccount } from "./resource-account.js";
import { resourceRequests } from "./resource-requests.js";
import { runAsRoot } from "./run-as-root.js";
import { secretInArguments } from "./secret-in-arguments.js";
import { secretInEnv } from "./secret-in-env.js";

/** About good practice: manifests that work, but could be safer or more reliable. */
export const practiceRules: readonly Rule[] = [
  accountToken,
  cronDeadline,
  hostAccess,
  imageTagRule,
  networkRetry,
  resourceAccount,
  resourceRequests,
  runAsRoot,
  secretInArguments,
  secretInEnv,
];
