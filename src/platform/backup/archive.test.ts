import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { type Header, pack } from "tar-stream";
import { afterAll, expect, test } from "vitest";
import { readArchive, TarBroken, wholeOf } from "./read-archive.ts";
import { ArchiveWriter, DIGEST } from "./write-archive.ts";

const folder = mkdtempSync(join(tmpdir(), "sluice-archive-"));
const path = join(folder, "one.tar");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function contentsOf(file = path): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const entry of readArchive(file)) found[entry.name] = (await wholeOf(entry)).toString("utf8");
  return found;
}
const outcomeOf = (content: Buffer): Promise<unknown> => {
  writeFileSync(path, content);
  return contentsOf().catch((error: unknown) => error);
};

type Piece = Partial<Header> & { readonly name: string; readonly content?: string };
/** An archive as somebody else might make it, with the digest that belongs to it. */
async function archiveOf(pieces: readonly Piece[]): Promise<Buffer> {
  const bytes = async (more: readonly Piece[]): Promise<Buffer> => {
    const tar = pack();
    for (const { content = "", ...header } of more)
      if (header.type) tar.entry(header);
      else tar.entry(header, content);
    tar.finalize();
    const chunks: Uint8Array[] = [];
    for await (const chunk of tar) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  const before = (await bytes(pieces)).subarray(0, -1024);
  const digest = createHash("sha256").update(before).digest("hex");
  return Buffer.concat([before, await bytes([{ name: DIGEST, content: digest }])]);
}

test("what is written is read: empty, whole and odd blocks, long names, streams, entries left or left half", async () => {
  const long = `data/${"s".repeat(63)}/${"t".repeat(63)}/000001.copy.gz`;
  const big = Buffer.alloc(1_000_001, "内容");
  const archive = await ArchiveWriter.open(path);
  await archive.add("empty", "");
  await archive.add("block", "b".repeat(512));
  await archive.add(long, "渠成");
  await archive.addStream(
    "big",
    big.length,
    (async function* () {
      for (let at = 0; at < big.length; at += 70_000) yield big.subarray(at, at + 70_000);
    })(),
  );
  await archive.add("last", "1");
  const digest = await archive.finish();
  const whole = readFileSync(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(whole.length % 512).toBe(0);
  expect(createHash("sha256").update(whole.subarray(0, -2048)).digest("hex")).toBe(digest);
  expect(await contentsOf()).toEqual({
    empty: "",
    block: "b".repeat(512),
    [long]: "渠成",
    big: big.toString("utf8"),
    last: "1",
  });
  const names: string[] = [];
  for await (const { name, content } of readArchive(path)) {
    names.push(name);
    if (name === "big") for await (const _ of content) break;
  }
  expect(names).toEqual(["empty", "block", long, "big", "last"]);
});

test("an archive of the first release, written by its own code, is read to its end", async () => {
  const fixture = fileURLToPath(new URL("../../testing/fixtures/first-release.tar.gz", import.meta.url));
  writeFileSync(path, gunzipSync(readFileSync(fixture)));
  const names: string[] = [];
  for await (const { name } of readArchive(path)) names.push(name);
  expect(names).toEqual(expect.arrayContaining(["sluice-backup.json", "schema/after.sql", "jobs.json"]));
  expect(names.filter((name) => name.startsWith("data/")).length).toBeGreaterThan(20);
  expect(names.at(-1)).toBe("manifest.json");
});

test("a stream of another size leaves nothing behind, and neither does a name that leads elsewhere", async () => {
  const begun = join(folder, "begun.tar");
  const streamOf = async function* (text: string): AsyncGenerator<Buffer> {
    yield Buffer.from(text);
  };
  for (const [size, content] of [
    [5, "four"],
    [3, "four"],
    [3, "f".repeat(100_000)],
  ] as const) {
    const archive = await ArchiveWriter.open(begun);
    await expect(archive.addStream("a", size, streamOf(content))).rejects.toThrow(
      `a has ${content.length} bytes instead of ${size}`,
    );
    await archive.abandon();
    expect(() => statSync(`${begun}.part`)).toThrow("ENOENT");
  }
  const archive = await ArchiveWriter.open(begun);
  for (const name of ["../a", "/a", "a//b", "", "名", `a/${"b".repeat(101)}`, `${"a/".repeat(90)}b`])
    await expect(archive.add(name, ""), name).rejects.toThrow("no name");
  await archive.abandon();
});

test("links, folders, foreign names and extended headers are refused, although the digest is theirs", async () => {
  const refused: readonly Piece[] = [
    { name: "../../etc/passwd" },
    { name: "files/../x" },
    { name: "/etc/passwd" },
    { name: "files//x" },
    { name: "files\\..\\x" },
    { name: "a\nb" },
    { name: "./a" },
    { name: "a", type: "symlink", linkname: "/etc/passwd" },
    { name: "a", type: "link", linkname: "b" },
    { name: "a", type: "directory" },
    { name: "a", type: "fifo" },
    { name: "a", type: "character-device" },
    { name: "a", content: "x", pax: { path: "b" } },
    { name: "a", content: "x", pax: { size: "4" } },
    { name: "名", content: "x" },
  ];
  expect(await outcomeOf(await archiveOf([{ name: "a", content: "x" }]))).toEqual({ a: "x" });
  for (const piece of refused) {
    const outcome = await outcomeOf(await archiveOf([{ name: "first", content: "1" }, piece]));
    expect(outcome, JSON.stringify(piece)).toBeInstanceOf(TarBroken);
  }
});

test("an entry that claims more than there is, or than can be counted, is refused and not waited for", async () => {
  const whole = await archiveOf([{ name: "a", content: "x" }]);
  const claiming = (write: (header: Buffer) => void): Buffer => {
    const bytes = Buffer.from(whole);
    const header = bytes.subarray(0, 512);
    write(header);
    header.write("        ", 148);
    const sum = header.reduce((all, byte) => all + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    return bytes;
  };
  const sizes: readonly Buffer[] = [
    claiming((header) => void header.write("77777777777\0", 124)),
    claiming((header) => void header.write("00000002000\0", 124)),
    claiming((header) => void header.fill(0xff, 124, 136)),
    claiming((header) => void Buffer.from([0x80, ...Array<number>(11).fill(0x7f)]).copy(header, 124)),
    claiming((header) => void header.write("-0000000001\0", 124)),
    claiming((header) => void header.write("zzzzzzzzzzz\0", 124)),
    claiming((header) => void header.write("S", 156)),
    claiming((header) => void (header.write("x", 156), header.write("77777777777\0", 124))),
    claiming((header) => void (header.write("L", 156), header.write("00000000001\0", 124))),
  ];
  for (const [place, bytes] of sizes.entries())
    expect(await outcomeOf(bytes), String(place)).toBeInstanceOf(TarBroken);
});

test("an archive that is cut off, changed, ends before its digest, or is none is refused", async () => {
  const whole = await archiveOf([
    { name: "a", content: "x".repeat(700) },
    { name: "b", content: "y" },
  ]);
  for (const length of [0, 1, 511, 512, 700, 1024, 1536, 2048, 2560, 3072, 3100])
    expect(await outcomeOf(whole.subarray(0, length)), `cut at ${length}`).toBeInstanceOf(TarBroken);
  for (let at = 0; at < 3072; at += 97) {
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at);
    expect(await outcomeOf(flipped), `changed at ${at}`).toBeInstanceOf(TarBroken);
  }
  const zeros = Buffer.alloc(1024);
  for (const bytes of [zeros, Buffer.concat([whole.subarray(0, 1536), zeros, whole.subarray(1536)])])
    expect(await outcomeOf(bytes)).toBeInstanceOf(TarBroken);
  expect(await outcomeOf(Buffer.concat([whole, Buffer.from("behind it")]))).toHaveProperty("b", "y");
  expect(await contentsOf(join(folder, "none.tar")).catch((error: unknown) => error)).toMatchObject({
    code: "ENOENT",
  });
});
