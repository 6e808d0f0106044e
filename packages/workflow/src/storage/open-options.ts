export interface OpenOptions {
  /** Called with messages for the user, such as that a store cannot prevent two writers from overwriting each other. */
  readonly notice?: (message: string) => void;
  /** How long requests to a store that has responded before are retried after transient errors, in milliseconds. Default: 60,000. */
  readonly retryTimeout?: number;
  /** Maximum number of keys in a page of a list. Default: 1,000, which is S3's maximum. */
  readonly pageSize?: number;
}
