import { resolve } from "node:path";
import { type Command, Option } from "commander";
import type { ConnectionOptions, WorkflowsService } from "../../argo/client/index.js";
import { UsageError } from "../../definition/errors.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { callersDirectory } from "../project/project-root.js";

/** Flags of every command that connects to an Argo Server, named as in the argo CLI. */
export interface ConnectionFlags {
  readonly argoServer?: string;
  readonly token?: string;
  readonly namespace?: string;
  readonly secure?: boolean;
  readonly insecureSkipVerify?: true;
  readonly argoBaseHref?: string;
  readonly instanceid?: string;
  readonly caFile?: string;
}

const heading = "Server:";

/** Adds the flags, under a heading of their own. */
export function addConnectionOptions(command: Command): Command {
  const options = [
    new Option("-s, --argo-server <address>", "host:port or URL of the Argo Server (default: ARGO_SERVER)"),
    new Option("-n, --namespace <name>", 'namespace (default: ARGO_NAMESPACE, or "default")'),
    new Option("--token <token>", "bearer token; better set ARGO_TOKEN, which process lists do not show"),
    new Option("-e, --secure", "use TLS (default, unless ARGO_SECURE is false or the URL begins with http:)"),
    new Option("--no-secure", "use plain HTTP"),
    new Option("-k, --insecure-skip-verify", "trust any certificate (default: ARGO_INSECURE_SKIP_VERIFY)"),
    new Option(
      "--ca-file <file>",
      "PEM file with the CA of the server's certificate (default: the text in ARGO_CA)",
    ),
    new Option("--argo-base-href <path>", "base path of the server (default: ARGO_BASE_HREF)"),
    new Option(
      "--instanceid <id>",
      "instance ID of the controller, if there are several (default: ARGO_INSTANCEID)",
    ),
  ];
  command.optionsGroup(heading);
  for (const option of options) command.addOption(option);
  return command;
}

/** The options from the flags; others come from the environment. */
function connectionOptions(flags: ConnectionFlags): ConnectionOptions {
  const { argoServer, token, namespace, secure, insecureSkipVerify, argoBaseHref, instanceid, caFile } =
    flags;
  return {
    ...omitUndefined({
      server: argoServer,
      token,
      namespace,
      secure,
      insecureSkipVerify,
      baseHref: argoBaseHref,
      instanceId: instanceid,
    }),
    ...(caFile === undefined ? {} : { caFile: resolve(callersDirectory(), caFile) }),
  };
}

/**
 * Opens the service that the flags name, passes it to `use` and closes it. The client is loaded only here, so that no other
 * command waits for it.
 */
export async function withService<T>(
  flags: ConnectionFlags,
  use: (service: WorkflowsService) => Promise<T>,
): Promise<T> {
  const { WorkflowsService } = await import("../../argo/client/index.js");
  const service = openService(flags, (options) => new WorkflowsService(options));
  try {
    return await use(service);
  } finally {
    await service.close();
  }
}

/** Says in the error without a server that the command is for a cluster, not for the runs on this machine. */
function openService<S>(flags: ConnectionFlags, open: (options: ConnectionOptions) => S): S {
  try {
    return open(connectionOptions(flags));
  } catch (error) {
    const isNamed = (flags.argoServer ?? process.env.ARGO_SERVER ?? "") !== "";
    if (isNamed || !(error instanceof UsageError)) throw error;
    throw new UsageError(
      `${error.message} This command is for workflows in a cluster; "npx --no tiphys runs" lists the runs on this machine.`,
    );
  }
}
