import { AwsClient } from "aws4fetch";

/** The S3 bucket of the cluster's artifact repository, by S3_ENDPOINT, S3_BUCKET and the usual AWS_ variables. */
export function bucket(): {
  put(key: string, body: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array>;
} {
  const {
    S3_ENDPOINT,
    S3_BUCKET,
    AWS_ACCESS_KEY_ID = "",
    AWS_SECRET_ACCESS_KEY = "",
    AWS_REGION = "us-east-1",
  } = process.env;
  const client = new AwsClient({
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    region: AWS_REGION,
    service: "s3",
    retries: 3,
  });
  const request = async (key: string, init: RequestInit): Promise<Response> => {
    const url = `${S3_ENDPOINT}/${S3_BUCKET}/${key.split("/").map(encodeURIComponent).join("/")}`;
    const response = await client.fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
    if (!response.ok) throw new Error(`${init.method} ${key}: ${response.status} ${await response.text()}`);
    return response;
  };
  return {
    async put(key, body) {
      await request(key, { method: "PUT", body });
    },
    async get(key) {
      return new Uint8Array(await (await request(key, { method: "GET" })).arrayBuffer());
    },
  };
}
