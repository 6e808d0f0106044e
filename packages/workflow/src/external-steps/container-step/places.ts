import { inputsFolder, outputsFolder } from "../../definition/pod-paths.js";
import type { Inputs, Outputs, Port } from "../../definition/port.js";
import { outputFile } from "../../definition/port-files.js";

/** The texts that a container's arguments can use for inputs and outputs, alone or as a part of an argument. */
export interface Places<I extends Inputs, O extends Outputs> {
  /** A parameter's text or an artifact's path. A missing optional parameter is `(absent)`; a missing artifact has no file. */
  readonly inputs: { readonly [Name in keyof I]: string };
  /** The path to write. A parameter's file contains its text; a list is a folder of `0.json`, `1.json`, … */
  readonly outputs: { readonly [Name in keyof O]: string };
}

/** The texts for a step's inputs and outputs; for a parameter it is Argo's placeholder. */
export function placesOf<I extends Inputs, O extends Outputs>(inputs: I, outputs: O): Places<I, O> {
  return {
    inputs: mapped(inputs, inputPlace),
    outputs: mapped(outputs, (name, port) => `${outputsFolder}/${outputFile(name, port)}`),
  };
}

/** Argo's placeholder for a parameter. */
export function placeholder(parameter: string): string {
  return `{{inputs.parameters.${parameter}}}`;
}

function inputPlace(name: string, port: Port): string {
  return port.kind === "parameter" ? placeholder(name) : `${inputsFolder}/${name}`;
}

function mapped<P extends Readonly<Record<string, Port>>>(
  ports: P,
  place: (name: string, port: P[string]) => string,
): { readonly [Name in keyof P]: string } {
  const entries = Object.entries(ports).map(([name, port]) => [name, place(name, port as P[string])]);
  // The type of `Object.fromEntries` loses the names.
  return Object.fromEntries(entries) as { readonly [Name in keyof P]: string };
}
