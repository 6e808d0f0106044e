import { UsageError } from "../../../../definition/errors.js";
import { omitUndefined } from "../../../../definition/omit-undefined.js";

/** Where an MLflow server is, and how to log in there. */
export interface TrackingAddress {
  /** Without user and password, and without a slash at the end. */
  readonly baseUrl: string;
  /** The header's value. */
  readonly authorization?: string;
  /** Texts that no message may show. */
  readonly secrets: readonly string[];
}

/** What no header may contain. */
const notInHeader = /[^\t\x20-\x7e\x80-\xff]/;

/**
 * The address of an MLflow server and its credentials, as MLflow's own client takes them: from the address, then
 * MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, then MLFLOW_TRACKING_TOKEN.
 * @param uri such as `http://localhost:5000`
 * @throws {UsageError} if it is not the address of a server, or the token cannot be sent; the message does not repeat them
 */
export function trackingAddress(uri: string, environment: NodeJS.ProcessEnv): TrackingAddress {
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      "--tracking-uri (or MLFLOW_TRACKING_URI): expected the http or https address of an MLflow server, such as http://localhost:5000. " +
        "For a folder or a database, start a server: mlflow server --backend-store-uri ADDRESS",
    );
  }
  return { baseUrl: `${url.origin}${url.pathname.replace(/\/+$/, "")}`, ...credentials(url, environment) };
}

function credentials(
  { username, password }: URL,
  {
    MLFLOW_TRACKING_USERNAME: user = "",
    MLFLOW_TRACKING_PASSWORD: secret = "",
    MLFLOW_TRACKING_TOKEN: tokenLine = "",
  }: NodeJS.ProcessEnv,
): Omit<TrackingAddress, "baseUrl"> {
  // A file that was read into the variable ends with a line end.
  const token = tokenLine.trim();
  const given = [username, password, secret, token].filter((text) => text !== "");
  const login =
    username !== ""
      ? `${decoded(username)}:${decoded(password)}`
      : user !== "" && secret !== ""
        ? `${user}:${secret}`
        : undefined;
  const basic = login === undefined ? undefined : Buffer.from(login).toString("base64");
  const authorization = basic !== undefined ? `Basic ${basic}` : token !== "" ? `Bearer ${token}` : undefined;
  if (authorization?.startsWith("Bearer") && notInHeader.test(token)) {
    throw new UsageError(
      "MLFLOW_TRACKING_TOKEN: expected a token on one line. It contains a character that no HTTP header may have.",
    );
  }
  const secrets = [...given, decoded(password), login ?? "", basic ?? ""].filter((text) => text !== "");
  return { ...omitUndefined({ authorization }), secrets };
}

/** The text itself if it is not encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
