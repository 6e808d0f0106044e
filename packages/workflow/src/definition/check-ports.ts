import { DefinitionError } from "./errors.js";
import { checkPortName } from "./names.js";
import { checkParameterSchema } from "./parameter-schema.js";
import { encodeParameter } from "./parameter-text.js";
import type { Inputs, Outputs, Port } from "./port.js";
import { indexesName } from "./port-files.js";

/**
 * Checks names, schemas and defaults of ports.
 * @param owner names the step or workflow in messages
 * @throws {DefinitionError} naming the owner and the port
 */
export function checkPorts(owner: string, inputs: Inputs, outputs: Outputs): void {
  for (const ports of [inputs, outputs]) checkIndexNames(owner, ports);
  for (const [name, port] of Object.entries(inputs)) checkPort(owner, name, port);
  for (const [name, port] of Object.entries(outputs)) checkPort(owner, name, port);
}

function checkPort(owner: string, name: string, port: Port): void {
  checkPortName(owner, port.kind, name);
  if (port.kind === "artifact") return;
  const where = `${owner}: parameter "${name}"`;
  checkParameterSchema(where, port.schema);
  if (port.need !== "defaulted") return;
  try {
    encodeParameter(where, port.schema, port.default);
  } catch (error) {
    throw new DefinitionError(
      `${error instanceof Error ? error.message : error} Fix the default or the schema.`,
    );
  }
}

/** For each list of artifacts the manifest has a parameter `NAME-indexes`, from which Argo learns the list's length. */
function checkIndexNames(owner: string, ports: Inputs | Outputs): void {
  for (const [name, port] of Object.entries(ports)) {
    const taken = indexesName(name);
    if (port.kind === "artifact" && port.list && taken in ports) {
      throw new DefinitionError(
        `${owner}: "${taken}" is taken, as "${name}" is a list of artifacts. Rename one of them.`,
      );
    }
  }
}
