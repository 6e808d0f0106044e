import type { Rule } from "../../rule.js";
import { duplicateKey } from "./duplicate-key.js";
import { ignoredField } from "./ignored-field.js";
import { lostValue } from "./lost-value.js";
import { manifestSize } from "./manifest-size.js";
import { nullValue } from "./null-value.js";
import { syntax } from "./syntax.js";
import { unknownField } from "./unknown-field.js";
import { unknownKind } from "./unknown-kind.js";
import { unknownPodValue } from "./unknown-pod-value.js";
import { unknownValue } from "./unknown-value.js";
import { valueWithoutEffect } from "./value-without-effect.js";
import { wrongType } from "./wrong-type.js";

/** About the text and the shape of a manifest. */
export const sourceRules: readonly Rule[] = [
  duplicateKey,
  ignoredField,
  lostValue,
  manifestSize,
  nullValue,
  syntax,
  unknownField,
  unknownKind,
  unknownPodValue,
  unknownValue,
  valueWithoutEffect,
  wrongType,
];
