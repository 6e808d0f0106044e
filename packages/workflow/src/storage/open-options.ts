export interface OpenOptions {
  /** Told what a person should know, such as that a store cannot keep two writers apart. */
  readonly notice?: (message: string) => void;
  /** How long a store that has answered before is asked again after a passing fault, in milliseconds; 60,000 where left out. */
  readonly retryTimeout?: number;
  /** How many keys a page of a list has at most; 1,000 where left out, as many as S3 gives. */
  readonly pageSize?: number;
}
