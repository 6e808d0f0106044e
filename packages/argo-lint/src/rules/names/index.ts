import type { Rule } from "../../rule.js";
import { containerName } from "./container-name.js";
import { cronSchedule } from "./cron-schedule.js";
import { envName } from "./env-name.js";
import { eventBinding } from "./event-binding.js";
import { eventParameter } from "./event-parameter.js";
import { label } from "./label.js";
import { manifestNameRule } from "./manifest-name.js";
import { manifestNameLength } from "./manifest-name-length.js";
import { missingName } from "./missing-name.js";
import { nameSyntax } from "./name-syntax.js";
import { nameTwice } from "./name-twice.js";
import { podLabel } from "./pod-label.js";
import { portNumber } from "./port-number.js";
import { requestsAboveLimits } from "./requests-above-limits.js";
import { sameName } from "./same-name.js";
import { startingDeadline } from "./starting-deadline.js";
import { timezone } from "./timezone.js";
import { volumeName } from "./volume-name.js";

/** About names, schedules, and what Kubernetes accepts. */
export const namesRules: readonly Rule[] = [
  containerName,
  cronSchedule,
  envName,
  eventBinding,
  eventParameter,
  label,
  manifestNameRule,
  manifestNameLength,
  missingName,
  nameSyntax,
  nameTwice,
  podLabel,
  portNumber,
  requestsAboveLimits,
  sameName,
  startingDeadline,
  timezone,
  volumeName,
];
