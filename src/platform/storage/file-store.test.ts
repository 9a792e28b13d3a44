import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FileMissing, openFileStore } from "./file-store.ts";

const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), "sluice-files-"))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("content comes back by its hash, the same content is kept once, also when put twice at once", async () => {
  const store = openFileStore(root).of("main");
  const put = () => store.put(Readable.from([Buffer.from("a"), Buffer.from("bc")]));
  expect(await Promise.all([put(), put()])).toEqual([
    { hash: ABC, size: 3 },
    { hash: ABC, size: 3 },
  ]);
  expect(await text(await openFileStore(root).of("main").open(ABC))).toBe("abc");
  expect(readdirSync(join(root, "ba", "78"))).toEqual([ABC]);
  await store.delete(ABC);
  await store.delete(ABC);
  await expect(store.open(ABC)).rejects.toThrow(FileMissing);
});

test("a broken upload leaves nothing, and what a crash left goes after a day", async () => {
  const store = openFileStore(root).of("main");
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from("half");
      throw new Error("connection lost");
    })(),
  );
  await expect(store.put(broken)).rejects.toThrow("connection lost");
  expect(readdirSync(join(root, "tmp"))).toEqual([]);
  writeFileSync(join(root, "tmp", "old"), "x");
  writeFileSync(join(root, "tmp", "new"), "x");
  utimesSync(join(root, "tmp", "old"), 0, 0);
  openFileStore(root);
  expect(readdirSync(join(root, "tmp"))).toEqual(["new"]);
});

test("no name but a hash reaches the disk, and a strange directory is refused", async () => {
  const store = openFileStore(root).of("main");
  await expect(store.open("../../etc/passwd")).rejects.toThrow(FileMissing);
  rmSync(join(root, "sluice-files.json"));
  expect(() => openFileStore(root)).toThrow(/mounted/);
});

test("the same content of two workspaces is kept apart: what one lets go of, the other still has; all of it is listed", async () => {
  const stores = openFileStore(root);
  for (const workspace of ["main", "acme"])
    await stores.of(workspace).put(Readable.from([Buffer.from("abc")]));
  const listed = async () =>
    (await Readable.from(stores.list()).toArray()).map(({ workspace, hash, size }) => [
      workspace,
      hash,
      size,
    ]);
  expect(await listed()).toEqual([
    ["main", ABC, 3],
    ["acme", ABC, 3],
  ]);
  await stores.of("main").delete(ABC);
  expect(await text(await stores.of("acme").open(ABC))).toBe("abc");
  expect(await listed()).toEqual([["acme", ABC, 3]]);
  expect(() => stores.of("../tmp")).toThrow(/code/);
});
