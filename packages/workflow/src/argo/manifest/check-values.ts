import { DefinitionError } from "../../definition/errors.js";

/**
 * Checks that a manifest contains only values that JSON and UTF-8 can represent; Argo would misread or reject others.
 * @param place the path of the value, for the error
 * @throws {DefinitionError} with the path of half a surrogate pair, NaN or infinity
 */
export function checkValues(value: unknown, place = ""): void {
  if (typeof value === "string") checkText(value, place);
  else if (typeof value === "number") checkNumber(value, place);
  else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) checkValues(item, `${place}[${i}]`);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      checkText(key, `a key of ${place}`);
      checkValues(item, place === "" ? key : `${place}.${key}`);
    }
  }
}

function checkText(text: string, place: string): void {
  const found = /\p{Surrogate}/u.exec(text)?.[0];
  if (found === undefined) return;
  const code = found.charCodeAt(0).toString(16).toUpperCase();
  throw new DefinitionError(
    `${place}: found U+${code}, half a surrogate pair, which UTF-8 cannot hold. Remove it from the text.`,
  );
}

function checkNumber(number: number, place: string): void {
  if (Number.isFinite(number)) return;
  throw new DefinitionError(`${place}: found ${number}, expected a finite number: JSON has no other.`);
}
