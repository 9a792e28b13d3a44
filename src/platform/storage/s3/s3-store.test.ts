import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testObjectStorage, type TestObjectStorage } from "../../../testing/object-storage.ts";
import { FileMissing, openFileStore } from "../file-store.ts";
import { openFiles } from "../open-files.ts";
import { S3Client, S3Unreachable } from "./client.ts";
import { parseS3, type S3Place } from "./place.ts";
import { s3Stores } from "./s3-store.ts";

const patience = { stillMs: 300, attempts: 3, pauseMs: 1 };
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const PIECE = 1000;
const root = mkdtempSync(join(tmpdir(), "sluice-s3-"));
let storage: TestObjectStorage;
let place: S3Place;
beforeAll(async () => {
  storage = await testObjectStorage();
  const { endpoint, keys } = storage;
  place = { bucket: "files", prefix: "a/b", endpoint, region: "cn-test-1", style: "path", keys };
  mkdirSync(join(root, "tmp"));
});
afterAll(async () => {
  await storage.close();
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  storage.objects.clear();
  storage.answered.length = 0;
  storage.misdeeds.length = 0;
});
const stores = () => s3Stores(new S3Client(place, patience), join(root, "tmp"), PIECE);
const put = (content: string | Buffer, workspace = "main") =>
  stores()
    .of(workspace)
    .put(Readable.from([Buffer.from(content)]));
const big = randomBytes(PIECE * 3 + 1);
const digest = createHash("sha256").update(big).digest("hex");

test("content comes back by its hash, in parts too, once for each workspace, and is listed page by page", async () => {
  expect([await put("abc"), await put("abc"), await put("abc", "acme")]).toEqual(
    Array.from({ length: 3 }, () => ({ hash: ABC, size: 3 })),
  );
  expect(storage.answered.filter((one) => one.startsWith("PUT"))).toHaveLength(2);
  const store = stores().of("main");
  expect(await text(await store.open(ABC))).toBe("abc");
  expect(await text(await store.open(ABC, { start: 1, end: 1 }))).toBe("b");
  expect(await text(await store.open(ABC, { start: 1 }))).toBe("bc");
  const empty = await put("");
  expect(await text(await store.open(empty.hash))).toBe("");
  const listed = await Readable.from(stores().list()).toArray();
  expect(listed.map(({ workspace, size }) => `${workspace} ${size}`).toSorted()).toEqual([
    "acme 3",
    "main 0",
    "main 3",
  ]);
  await store.delete(ABC);
  await store.delete(ABC);
  expect(await store.sizeOf(ABC)).toBeUndefined();
  await expect(store.open(ABC)).rejects.toThrow(FileMissing);
  expect(await text(await stores().of("acme").open(ABC))).toBe("abc");
  expect(readdirSync(join(root, "tmp"))).toEqual([]);
});

test("what is large goes up in pieces, also by a storage that is busy and hangs; what fails leaves no piece", async () => {
  storage.misdeeds.push({ what: "busy", method: "PUT" }, { what: "hang", method: "PUT" });
  expect(await put(big)).toEqual({ hash: digest, size: big.length });
  expect(storage.answered.filter((one) => one === "PUT 200")).toHaveLength(4);
  expect(await buffer(await stores().of("main").open(digest))).toEqual(big);
  storage.objects.clear();
  storage.misdeeds.push(...Array.from({ length: 3 }, () => ({ what: "busy", method: "PUT" }) as const));
  await expect(put(big)).rejects.toThrow(S3Unreachable);
  expect([storage.unfinished(), storage.objects.size, readdirSync(join(root, "tmp"))]).toEqual([0, 0, []]);
});

test("an answer that breaks off is gone on with where it stood; a damaged content never looks whole", async () => {
  await put(big);
  const store = stores().of("main");
  storage.misdeeds.push({ what: "cut", method: "GET" }, { what: "cut", method: "GET" });
  expect(await buffer(await store.open(digest))).toEqual(big);
  expect(storage.answered).toContain("GET 206");
  storage.misdeeds.push({ what: "damage", method: "GET" });
  const got: Buffer[] = [];
  const reading = (await store.open(digest)).on("data", (chunk: Buffer) => got.push(chunk));
  await expect(new Promise((_, reject) => reading.once("error", reject))).rejects.toThrow("damaged");
  expect(Buffer.concat(got).length).toBeLessThan(big.length);
});

test("a clock that differs is told by the storage, and wrong keys are refused at the start in words", async () => {
  storage.misdeeds.push({ what: "clock", method: "GET" });
  const files = await openFiles(join(root, "data"), place, patience);
  expect(storage.answered.slice(0, 2)).toEqual(["GET 403", "GET 404"]);
  const refusal = (change: Partial<S3Place>) =>
    openFiles(join(root, "data"), { ...place, ...change }, patience).then(
      () => "opened",
      (error: Error) => error.message,
    );
  const wrong = await refusal({ keys: { id: storage.keys.id, secret: "another-secret" } });
  expect(wrong).toContain("SignatureDoesNotMatch");
  expect(wrong).not.toContain("another-secret");
  expect(await refusal({ bucket: "absent" })).toContain("no bucket absent");
  expect(await refusal({ prefix: "a" })).toContain("empty prefix");
  expect(await refusal({})).toBe("opened");
  expect(await refusal({ endpoint: "http://127.0.0.1:1" })).toContain("cannot be reached");
  expect(await files.state()).toEqual({ kind: "s3", place: "s3://files/a/b", reachable: true });
});

test("what still lies in the directory is read, listed once and deleted with the rest", async () => {
  const directory = join(root, "before");
  const before = openFileStore(directory);
  await before.of("main").put(Readable.from([Buffer.from("abc")]));
  const files = await openFiles(directory, place, patience);
  const store = files.of("main");
  expect([await text(await store.open(ABC)), await store.sizeOf(ABC)]).toEqual(["abc", 3]);
  const listed = async () => (await Readable.from(files.list()).toArray()).map(({ hash }) => hash);
  expect(await listed()).toEqual([ABC]);
  await store.put(Readable.from([Buffer.from("abc")]));
  expect(await listed()).toEqual([ABC]);
  await store.delete(ABC);
  expect(await listed()).toEqual([]);
  await expect(store.open(ABC)).rejects.toThrow(FileMissing);
});

test("a place is a bucket and a prefix, and nothing that climbs", () => {
  expect(parseS3("s3://files/a/b/")).toEqual({ bucket: "files", prefix: "a/b" });
  expect(parseS3("s3://files")).toEqual({ bucket: "files", prefix: "" });
  for (const wrong of [
    "s3://",
    "s3://A/b",
    "s3://files/../x",
    "s3://files//x",
    "/mnt/files",
    "s3://files/a b",
  ])
    expect(parseS3(wrong), wrong).toBeUndefined();
});
