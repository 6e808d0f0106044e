import { printable } from "../../definition/printable.js";
import { redactSecrets } from "../../definition/redact-secrets.js";
import type { ServerConnection } from "./connection.js";
import { connectionFault } from "./connection-error.js";
import { refusalOf, ServerError, UnreachableError } from "./server-error.js";

/**
 * Makes errors of what a server says and does. It is the one place where its texts become messages: in each of them what a
 * terminal would obey is escaped, and the token, which a server may send back, is redacted.
 */
export class ServerFaults {
  readonly #baseUrl: string;
  readonly #secrets: readonly string[];

  constructor({ baseUrl, authorization }: ServerConnection) {
    this.#baseUrl = baseUrl;
    this.#secrets = authorization === undefined ? [] : secretsOf(authorization);
  }

  /** A text that may come from the server, on one line and without secrets. */
  clean(text: string): string {
    return printable(redactSecrets(text, this.#secrets));
  }

  /** An answer with a status other than 200. */
  refused(status: number, body: string, what: string): ServerError {
    // Redacted before it is cut: a part of a token would not be found.
    const { refusal, reason } = refusalOf(status, redactSecrets(body, this.#secrets));
    return new ServerError(this.clean(`${what}: ${reason}`), refusal, status);
  }

  /** What answers at that address is none of Argo's, which `found` says. */
  notArgo(what: string, found: string, status: number): ServerError {
    return new ServerError(
      this.clean(
        `${what}: ${this.#baseUrl} is no Argo Server. ${found} Check ARGO_SERVER (http or https?) and ARGO_BASE_HREF.`,
      ),
      "not-argo",
      status,
    );
  }

  /** A message in the middle of a stream that is not as Argo writes one. */
  unreadable(what: string): ServerError {
    return new ServerError(
      this.clean(`${what}: the server sent a message that cannot be read.`),
      "server-fault",
      200,
    );
  }

  /** An answer that is longer than anything Argo sends. Asking again would not make it shorter. */
  tooLarge(what: string, limit: number): ServerError {
    return new ServerError(
      this.clean(
        `${what}: the answer of ${this.#baseUrl} has more than ${Math.round(limit / 2 ** 20)} MiB, and was not read to its end. Ask for less, as with list --limit, or look at the server.`,
      ),
      "too-large",
      200,
    );
  }

  /** No answer, or one that broke off. */
  unreachable(what: string, error: unknown): UnreachableError {
    const { reason, maybeSeen, passes } = connectionFault(error);
    return new UnreachableError(
      this.clean(`${what}: the Argo Server ${this.#baseUrl} cannot be reached: ${reason}`),
      maybeSeen,
      passes,
    );
  }
}

/** The header's value, what stands behind its first word, and what the base64 of `Basic` hides. */
function secretsOf(authorization: string): string[] {
  const [, scheme = "", credentials = ""] = /^(\S+) +(.*)$/.exec(authorization) ?? [];
  if (credentials === "") return [authorization];
  if (scheme.toLowerCase() !== "basic") return [authorization, credentials];
  const plain = Buffer.from(credentials, "base64").toString("utf8");
  return [authorization, credentials, plain, plain.slice(plain.indexOf(":") + 1)];
}
