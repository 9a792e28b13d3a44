import { join } from "node:path";
import { label } from "../../shared/i18n/label.ts";
import { StartRefused } from "../config/start-refused.ts";
import { type FileStores, MARK, MARKER, openFileStore } from "./file-store.ts";
import { type Patience, S3Client, S3Refused, S3Unreachable } from "./s3/client.ts";
import { type S3Place, spellPlace } from "./s3/place.ts";
import { s3Stores } from "./s3/s3-store.ts";
import { sha256 } from "./s3/sign-request.ts";
import { Readable } from "node:stream";
import { twoStores } from "./two-stores.ts";

const refusals = {
  unreachable: label(
    "无法连接对象存储 {place}（{endpoint}）。请检查 SLUICE_S3_ENDPOINT 和网络。",
    "The object storage {place} ({endpoint}) cannot be reached. Check SLUICE_S3_ENDPOINT and the network.",
  ),
  denied: label(
    "对象存储 {place} 拒绝访问：{cause}。请检查 SLUICE_S3_KEY_ID、SLUICE_S3_SECRET、SLUICE_S3_REGION，以及密钥的读写权限。",
    "The object storage {place} denies access: {cause}. Check SLUICE_S3_KEY_ID, SLUICE_S3_SECRET and SLUICE_S3_REGION, and that the key may read, write, list and delete.",
  ),
  absent: label(
    "对象存储中没有存储桶 {bucket}，请先创建。",
    "There is no bucket {bucket} in the object storage. Create it first.",
  ),
  foreign: label(
    "{place} 下没有渠成的附件标记，却已有其他内容。请检查 SLUICE_FILES，或换一个空的前缀。",
    "{place} has no mark of a Sluice file store, but holds something. Check SLUICE_FILES, or choose an empty prefix.",
  ),
};

/**
 * The store of an installation: its directory, or an object storage with the directory behind it for what has
 * not been carried over. Throws StartRefused.
 */
export async function openFiles(
  directory: string,
  place: S3Place | undefined,
  patience?: Patience,
): Promise<FileStores> {
  const inDirectory = openFileStore(directory);
  if (!place) return inDirectory;
  return twoStores(await openObjectStorage(directory, place, patience), inDirectory);
}

/** An object storage alone, whose mark is there or was made now. Throws StartRefused. */
export async function openObjectStorage(
  directory: string,
  place: S3Place,
  patience?: Patience,
): Promise<FileStores> {
  const client = new S3Client(place, patience);
  try {
    await checkMark(client);
  } catch (error) {
    throw refusalOf(error, place);
  }
  return s3Stores(client, join(directory, "tmp"));
}

/** The mark tells our contents from a bucket named by mistake. */
async function checkMark(client: S3Client): Promise<void> {
  const { prefix } = client.place;
  const marked = await client.ask({ method: "GET", key: MARKER }).catch((error: unknown) => {
    if (!(error instanceof S3Refused && error.status === 404) || error.code === "NoSuchBucket") throw error;
  });
  if (marked) return;
  const query = { "list-type": "2", "max-keys": "1", ...(prefix && { prefix: `${prefix}/` }) };
  const { text } = await client.ask({ method: "GET", query });
  if (text.includes("<Contents>"))
    throw new StartRefused(refusals.foreign, { place: spellPlace(client.place) });
  const mark = `${JSON.stringify(MARK)}\n`;
  const body = { size: mark.length, sha256: sha256(mark), open: () => Readable.from([mark]) };
  await client.ask({ method: "PUT", key: MARKER, body });
}

function refusalOf(error: unknown, place: S3Place): unknown {
  const { bucket, endpoint } = place;
  const said = { place: spellPlace(place), bucket, endpoint };
  if (error instanceof S3Unreachable) return new StartRefused(refusals.unreachable, said);
  if (!(error instanceof S3Refused)) return error;
  if (error.code === "NoSuchBucket") return new StartRefused(refusals.absent, said);
  return new StartRefused(refusals.denied, { ...said, cause: `${error.status} ${error.code}` });
}
