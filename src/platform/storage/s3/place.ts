import type { Keys } from "./sign-request.ts";

/** Where an S3-compatible storage keeps our contents, and by which keys. */
export interface S3Place {
  readonly bucket: string;
  /** Without slashes at its ends; may be empty. */
  readonly prefix: string;
  /** Origin only. */
  readonly endpoint: string;
  readonly region: string;
  /** `path`: /bucket/key; `host`: the bucket stands before the host name. */
  readonly style: "path" | "host";
  readonly keys: Keys;
}

/** `s3://bucket/prefix`, or undefined where it is none. */
export function parseS3(text: string): Pick<S3Place, "bucket" | "prefix"> | undefined {
  const [, bucket, prefix = ""] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w.=-]+(?:\/[\w.=-]+)*)?\/?)?$/.exec(text) ?? [];
  return bucket && !/(^|\/)\.{1,2}(\/|$)/.test(prefix) ? { bucket, prefix } : undefined;
}

/** As people name it; never the keys. */
export const spellPlace = ({ bucket, prefix }: Pick<S3Place, "bucket" | "prefix">): string =>
  `s3://${bucket}${prefix && "/"}${prefix}`;
