import { printable } from "@tiphys/argo-lint/text";
import { redactSecrets } from "../../definition/redact-secrets.js";
import type { ServerConnection } from "./connection.js";
import { connectionFault } from "./connection-error.js";
import { refusalOf, ServerError, UnreachableError } from "./server-error.js";

/**
 * Creates errors from responses of a server. Only here do the server's texts become messages: control characters are escaped,
 * and the token, which a server may send back, is redacted.
 */
export class ServerFaults {
  readonly #baseUrl: string;
  readonly #secrets: readonly string[];

  constructor({ baseUrl, authorization }: ServerConnection) {
    this.#baseUrl = baseUrl;
    this.#secrets = authorization === undefined ? [] : secretsOf(authorization);
  }

  /** Makes a text of the server printable, on one line and without secrets. */
  clean(text: string): string {
    return printable(redactSecrets(text, this.#secrets));
  }

  /** The error for a response with a status other than 200. */
  refused(status: number, body: string, what: string): ServerError {
    // Redacted before it is shortened: a part of a token would not be found.
    const { refusal, reason } = refusalOf(status, redactSecrets(body, this.#secrets));
    return new ServerError(this.clean(`${what}: ${reason}`), refusal, status);
  }

  /**
   * The error for a response that does not come from an Argo Server.
   * @param found a sentence that says what was found instead
   */
  notArgo(what: string, found: string, status: number): ServerError {
    return new ServerError(
      this.clean(
        `${what}: ${this.#baseUrl} is not an Argo Server. ${found} Check ARGO_SERVER (http or https?) and ARGO_BASE_HREF.`,
      ),
      "not-argo",
      status,
    );
  }

  /** The error for a message of a stream that does not have Argo's form. */
  unreadable(what: string): ServerError {
    return new ServerError(
      this.clean(`${what}: the server sent a message that cannot be read.`),
      "server-fault",
      200,
    );
  }

  /** The error for a response that is longer than any that Argo sends. A retry would not help. */
  tooLarge(what: string, limit: number): ServerError {
    return new ServerError(
      this.clean(
        `${what}: the answer of ${this.#baseUrl} has more than ${Math.round(limit / 2 ** 20)} MiB and was not read completely. Request less, for example with list --limit, or check the server.`,
      ),
      "too-large",
      200,
    );
  }

  /** The error for no response, or an incomplete one. */
  unreachable(what: string, error: unknown): UnreachableError {
    const { reason, maybeSeen, passes } = connectionFault(error);
    return new UnreachableError(
      this.clean(`${what}: the Argo Server ${this.#baseUrl} cannot be reached: ${reason}`),
      maybeSeen,
      passes,
    );
  }
}

/** The header's value, its credentials, and those encoded in the base64 of `Basic`. */
function secretsOf(authorization: string): string[] {
  const [, scheme = "", credentials = ""] = /^(\S+) +(.*)$/.exec(authorization) ?? [];
  if (credentials === "") return [authorization];
  if (scheme.toLowerCase() !== "basic") return [authorization, credentials];
  const plain = Buffer.from(credentials, "base64").toString("utf8");
  return [authorization, credentials, plain, plain.slice(plain.indexOf(":") + 1)];
}
