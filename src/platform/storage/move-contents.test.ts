import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testObjectStorage, type TestObjectStorage } from "../../testing/object-storage.ts";
import { type FileStores, openFileStore } from "./file-store.ts";
import { moveContents } from "./move-contents.ts";
import { openFiles, openObjectStorage } from "./open-files.ts";
import type { S3Place } from "./s3/place.ts";

const directory = mkdtempSync(join(tmpdir(), "sluice-move-"));
const patience = { stillMs: 2000, attempts: 2, pauseMs: 1 };
let storage: TestObjectStorage;
let place: S3Place;
beforeAll(async () => {
  storage = await testObjectStorage();
  const { endpoint, keys } = storage;
  place = { bucket: "files", prefix: "crm", endpoint, region: "cn-test-1", style: "path", keys };
});
afterAll(async () => {
  await storage.close();
  rmSync(directory, { recursive: true, force: true });
});
const put = async (stores: FileStores, content: string, workspace = "main") =>
  (await stores.of(workspace).put(Readable.from([Buffer.from(content)]))).hash;
const lying = async (stores: FileStores) =>
  (await Readable.from(stores.list()).toArray())
    .map(({ workspace, size }) => `${workspace} ${size}`)
    .toSorted();

test("a move that was stopped goes on, and a program on both places reads everything all the while", async () => {
  const from = openFileStore(directory);
  const hashes = [await put(from, "a"), await put(from, "bb"), await put(from, "ccc", "acme")];
  const to = await openObjectStorage(directory, place, patience);
  const program = await openFiles(directory, place, patience);
  storage.misdeeds.push(
    { what: "busy", method: "PUT" },
    { what: "busy", method: "PUT" },
    { what: "busy", method: "PUT" },
    { what: "busy", method: "PUT" },
  );
  await expect(moveContents({ from, to, isTaken: false })).rejects.toThrow(/did not do it/);
  storage.misdeeds.length = 0;
  await moveContents({ from, to, isTaken: false });
  const again = await moveContents({ from, to, isTaken: true });
  expect(again).toMatchObject({ copied: 0, there: 3, damaged: [] });
  expect([await lying(from), await lying(program)]).toEqual([[], ["acme 3", "main 1", "main 2"]]);
  expect(await text(await program.of("main").open(hashes[1] ?? ""))).toBe("bb");
});

test("what is deleted on the way does not live on, and what is damaged stays where it is and is named", async () => {
  const from = openFileStore(directory);
  const [erased, damaged] = [await put(from, "forget me"), await put(from, "whole")];
  writeFileSync(join(directory, damaged.slice(0, 2), damaged.slice(2, 4), damaged), "other");
  const to = await openObjectStorage(directory, place, patience);
  const erasing: FileStores = {
    ...to,
    of: (workspace) => ({
      ...to.of(workspace),
      put: async (content) => {
        const stored = await to.of(workspace).put(content);
        await from.of(workspace).delete(erased);
        return stored;
      },
    }),
  };
  expect(await moveContents({ from, to: erasing, isTaken: true })).toMatchObject({
    copied: 0,
    damaged: [damaged],
  });
  expect(await to.of("main").sizeOf(erased)).toBeUndefined();
  expect(await lying(from)).toEqual(["main 5"]);
  expect(readdirSync(join(directory, "tmp"))).toEqual([]);
});
