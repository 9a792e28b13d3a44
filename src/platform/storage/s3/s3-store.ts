import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import {
  type ByteRange,
  checkHash,
  checkWorkspace,
  FileMissing,
  MARKER,
  type FileStore,
  type FileStores,
  type StoredContent,
} from "../file-store.ts";
import { spool } from "../spool.ts";
import { elementIn, S3Client, S3Refused, S3Unreachable } from "./client.ts";
import { type S3Place, spellPlace } from "./place.ts";
import { upload } from "./upload.ts";

/** From here on a content goes up in pieces, each with its own digest and its own attempts. */
export const PIECE = 16 * 2 ** 20;

/** Contents as objects `prefix/workspace/ab/cd/hash`; `parts` is a directory for what is on its way there. */
export function s3Stores(client: S3Client, parts: string, piece = PIECE): FileStores {
  return {
    of: (workspace) => storeOf(client, checkWorkspace(workspace), parts, piece),
    list: () => listAll(client),
    state: stateOf(client.place),
  };
}

const STATE_MS = 15_000;
/**
 * Looked up at most every 15 seconds, so that whoever watches may ask as often as they like; in two short
 * attempts, since the first may only tell us the time.
 */
function stateOf(place: S3Place): FileStores["state"] {
  const client = new S3Client(place, { stillMs: 2000, attempts: 2, pauseMs: 100 });
  let [askedAt, reachable] = [Number.NEGATIVE_INFINITY, Promise.resolve(false)];
  return async () => {
    if (Date.now() - askedAt > STATE_MS) {
      askedAt = Date.now();
      reachable = client.ask({ method: "HEAD", key: MARKER }).then(
        () => true,
        () => false,
      );
    }
    return { kind: "s3", place: spellPlace(place), reachable: await reachable };
  };
}

function storeOf(client: S3Client, workspace: string, parts: string, piece: number): FileStore {
  const keyOf = (hash: string): string =>
    [workspace, checkHash(hash).slice(0, 2), hash.slice(2, 4), hash].join("/");
  const sizeOf = async (hash: string): Promise<number | undefined> => {
    const found = await client.ask({ method: "HEAD", key: keyOf(hash) }).catch(unlessMissing);
    return found && Number(found.headers["content-length"]);
  };
  return {
    put: (content) =>
      spool(
        parts,
        content,
        async ({ path, hash, size, pieces }) => {
          if ((await sizeOf(hash)) !== size)
            await upload(client, keyOf(hash), { size, hash, pieces, piece }, (start, end) =>
              size === 0 ? Readable.from([]) : createReadStream(path, { start, end }),
            );
          return { hash, size };
        },
        piece,
      ),
    async open(hash, range) {
      const key = keyOf(hash);
      const first = await client.open(asking(key, range?.start ?? 0, range?.end)).catch(unlessMissing);
      if (!first) throw new FileMissing(`No content ${hash}`);
      return Readable.from(read(client, key, first, range ?? { start: 0 }, range ? undefined : hash), {
        objectMode: false,
      });
    },
    sizeOf,
    async delete(hash) {
      await client.ask({ method: "DELETE", key: keyOf(hash) }).catch(unlessMissing);
    },
  };
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof S3Refused && error.status === 404 && error.code !== "NoSuchBucket") return;
  throw error;
}

const asking = (key: string, start: number, end?: number) => ({
  method: "GET" as const,
  key,
  ...(start > 0 || end !== undefined ? { headers: { range: `bytes=${start}-${end ?? ""}` } } : {}),
});

/**
 * Goes on where an answer broke off. Of a whole content the last bytes are given only when its digest is
 * right: what is wrong ends too short, and never looks whole.
 */
async function* read(
  client: S3Client,
  key: string,
  first: IncomingMessage,
  { start }: ByteRange,
  hash: string | undefined,
): AsyncGenerator<Buffer> {
  const digest = createHash("sha256");
  const end = start + Number(first.headers["content-length"]);
  let [at, answer, held]: [number, IncomingMessage, Buffer] = [start, first, Buffer.alloc(0)];
  for (let attempt = 1; ; attempt += 1) {
    try {
      for await (const chunk of answer as AsyncIterable<Buffer>) {
        digest.update(chunk);
        at += chunk.length;
        if (held.length > 0) yield held;
        held = chunk;
      }
    } catch (error) {
      if (attempt >= client.patience.attempts)
        throw new S3Unreachable("A content broke off again and again", { cause: error });
    }
    if (at >= end) break;
    if (attempt >= client.patience.attempts) throw new S3Unreachable("A content ended too early");
    await client.wait(attempt);
    answer = await client.open(asking(key, at, end - 1));
  }
  if (hash !== undefined && digest.digest("hex") !== hash) throw new Error(`The content ${hash} is damaged`);
  if (held.length > 0) yield held;
}

async function* listAll(client: S3Client): AsyncGenerator<StoredContent> {
  const within = client.place.prefix && `${client.place.prefix}/`;
  let more: string | undefined;
  do {
    const query = {
      "list-type": "2",
      ...(within && { prefix: within }),
      ...(more && { "continuation-token": more }),
    };
    const { text } = await client.ask({ method: "GET", query });
    for (const [, entry = ""] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const key = elementIn(entry, "Key") ?? "";
      const [, workspace, hash] =
        /^([a-z][a-z0-9_]*)\/[0-9a-f]{2}\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(key.slice(within.length)) ?? [];
      if (workspace && hash) yield { workspace, hash, size: Number(elementIn(entry, "Size")) };
    }
    more = elementIn(text, "NextContinuationToken");
  } while (more);
}
