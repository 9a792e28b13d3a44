import { Readable } from "node:stream";
import { elementIn, type S3Client, S3Refused } from "./client.ts";
import { sha256 } from "./sign-request.ts";

interface Content {
  readonly size: number;
  readonly hash: string;
  /** SHA-256 of each piece. */
  readonly pieces: readonly string[];
  /** The length of a piece; the last one may be shorter. */
  readonly piece: number;
}

/**
 * In one request, or in pieces; what each holds is signed, so that the storage itself compares it. `open`
 * reads from the first byte named to the last.
 */
export async function upload(
  client: S3Client,
  key: string,
  { size, hash, pieces, piece }: Content,
  open: (start: number, end: number) => Readable,
): Promise<void> {
  if (pieces.length <= 1) {
    await client.ask({ method: "PUT", key, body: { size, sha256: hash, open: () => open(0, size - 1) } });
    return;
  }
  const begun = await client.ask({ method: "POST", key, query: { uploads: "" } });
  const uploadId = elementIn(begun.text, "UploadId");
  if (!uploadId) throw new Error("The object storage began no upload in pieces");
  try {
    const tags: string[] = [];
    for (const [index, digest] of pieces.entries()) {
      const start = index * piece;
      const length = Math.min(piece, size - start);
      const { headers } = await client.ask({
        method: "PUT",
        key,
        query: { partNumber: String(index + 1), uploadId },
        body: { size: length, sha256: digest, open: () => open(start, start + length - 1) },
      });
      tags.push(String(headers.etag));
    }
    await complete(client, key, uploadId, tags);
  } catch (error) {
    // Pieces that nobody put together are paid for until they are taken away.
    await client.ask({ method: "DELETE", key, query: { uploadId } }).catch(() => undefined);
    throw error;
  }
}

async function complete(
  client: S3Client,
  key: string,
  uploadId: string,
  tags: readonly string[],
): Promise<void> {
  const parts = tags.map(
    (tag, index) =>
      `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag.replaceAll('"', "&quot;")}</ETag></Part>`,
  );
  const list = `<CompleteMultipartUpload>${parts.join("")}</CompleteMultipartUpload>`;
  const body = { size: Buffer.byteLength(list), sha256: sha256(list), open: () => Readable.from([list]) };
  const { text } = await client.ask({ method: "POST", key, query: { uploadId }, body });
  // It may say 200 before it knows, and then why it could not.
  const failed = text.includes("<Error>") && elementIn(text, "Code");
  if (failed) throw new S3Refused(500, failed);
}
