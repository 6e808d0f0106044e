import { artifactFileName } from "../../definition/codec.js";
import type { Inputs, OutputPort, Outputs, Port } from "../../definition/port.js";

/** Where a container finds its inputs and leaves its outputs; the same as in a pod of the project's image. */
export const inputsFolder = "/tmp/argo/inputs";
export const outputsFolder = "/tmp/argo/outputs";

/** What a container's arguments may name. Each is a text that stands for its place, alone or inside an argument. */
export interface Places<I extends Inputs, O extends Outputs> {
  /** Of a parameter its text, of an artifact its path. An optional input that is missing has the text `(absent)`, or no file. */
  readonly inputs: { readonly [Name in keyof I]: string };
  /** The path that must be written. A parameter's file holds its text; a list is a folder of `0.json`, `1.json`, … */
  readonly outputs: { readonly [Name in keyof O]: string };
}

/** The places of a step's inputs and outputs, a parameter's text being Argo's placeholder. */
export function placesOf<I extends Inputs, O extends Outputs>(inputs: I, outputs: O): Places<I, O> {
  return {
    inputs: mapped(inputs, inputPlace),
    outputs: mapped(outputs, (name, port) => `${outputsFolder}/${outputFile(name, port)}`),
  };
}

/** Argo's placeholder of a parameter. */
export function placeholder(parameter: string): string {
  return `{{inputs.parameters.${parameter}}}`;
}

/** An output's path in the folder of outputs. */
export function outputFile(name: string, port: OutputPort): string {
  if (port.kind === "parameter") return `parameters/${name}`;
  return port.list ? name : artifactFileName(name, port.codec);
}

function inputPlace(name: string, port: Port): string {
  return port.kind === "parameter" ? placeholder(name) : `${inputsFolder}/${name}`;
}

function mapped<P extends Readonly<Record<string, Port>>>(
  ports: P,
  place: (name: string, port: P[string]) => string,
): { readonly [Name in keyof P]: string } {
  const entries = Object.entries(ports).map(([name, port]) => [name, place(name, port as P[string])]);
  // `Object.fromEntries` forgets the names.
  return Object.fromEntries(entries) as { readonly [Name in keyof P]: string };
}
