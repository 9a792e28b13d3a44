import { describe, expect, it } from "vitest";
import {
  canonical,
  commitment,
  leafOf,
  leavesOf,
  readLeaves,
  rootOf,
  saltOf,
  sealDigest,
  type SealedRow,
  type SealHeader,
  sha256,
  shortOf,
  storedOf,
} from "./digest.ts";

const SALT = "00000000-0000-4000-8000-000000000001";
const row = (values: SealedRow["values"], more: Partial<SealedRow> = {}): SealedRow => ({
  position: 7,
  header: ["change", 7, "2026-11-30T00:00:00.000000Z", null],
  values,
  salt: SALT,
  kept: null,
  ...more,
});
const person = new Map([
  ["after.name", "Li Na"],
  ["after.mobile", "13800138000"],
]);
const hex = (given: Buffer | null) => given?.toString("hex");

describe("one text for one value", () => {
  it("whatever order its keys came in, at any depth, and lists in theirs", () => {
    expect(canonical({ b: 1, a: { d: [2, 1], c: null } })).toBe('{"a":{"c":null,"d":[2,1]},"b":1}');
    expect(canonical([{ b: 1, a: 2 }])).toBe('[{"a":2,"b":1}]');
  });
  it("keys go by their code units, not by a language", () => {
    expect(canonical({ ä: 1, z: 2, Z: 3 })).toBe('{"Z":3,"z":2,"ä":1}');
  });
  it("texts, numbers and nothing are told apart", () => {
    expect(new Set([canonical("1"), canonical(1), canonical(null), canonical("null")]).size).toBe(4);
  });
});

describe("the digest of a row", () => {
  const leaf = hex(leafOf(row(person)));

  it("does not depend on the order in which its values are read", () => {
    expect(hex(leafOf(row(new Map([...person].toReversed()))))).toBe(leaf);
  });

  it.for<[string, SealedRow]>([
    ["a value", row(new Map([...person, ["after.name", "Li Mei"]]))],
    ["a value more", row(new Map([...person, ["after.title", null]]))],
    ["a value less", row(new Map([["after.name", "Li Na"]]))],
    [
      "the name of a value",
      row(
        new Map([
          ["before.name", "Li Na"],
          ["after.mobile", "13800138000"],
        ]),
      ),
    ],
    ["who and when", row(person, { header: ["change", 8, "2026-11-30T00:00:00.000000Z", null] })],
    ["the salt", row(person, { salt: SALT.replace("1", "2") })],
  ])("is another with another %s", ([, changed]) => {
    expect(hex(leafOf(changed))).not.toBe(leaf);
  });

  it("cannot be had of a row whose salt is gone", () => {
    expect(leafOf(row(person, { salt: null }))).toBeNull();
  });

  it("of a row without values needs no salt", () => {
    expect(leafOf(row(new Map(), { salt: null }))).not.toBeNull();
  });
});

describe("an erasure", () => {
  const whole = row(person);
  const kept = storedOf(whole, new Set(["after.mobile"]), "e-1");
  const emptied = new Map([...person, ["after.mobile", null]]);

  it("leaves the digest of the row as it was, without its salt", () => {
    expect(hex(leafOf(row(emptied, { salt: null, kept })))).toBe(hex(leafOf(whole)));
  });

  it("keeps the salt of what stays, and of what goes a digest under its name", () => {
    expect(kept["after.name"]).toEqual({ salt: hex(saltOf(SALT, "after.name")) });
    expect(kept["after.mobile"]).toEqual({
      digest: commitment(saltOf(SALT, "after.mobile"), "13800138000"),
      erasure: "e-1",
    });
    // With the salt at hand a number could be guessed.
    expect(JSON.stringify(kept)).not.toContain(hex(saltOf(SALT, "after.mobile")));
  });

  it("a value written where one was taken has changed the log", () => {
    expect(leafOf(row(person, { salt: null, kept }))).toBeNull();
  });

  it("a value that stayed and was changed shows", () => {
    const changed = new Map([...emptied, ["after.name", "Li Mei"]]);
    expect(hex(leafOf(row(changed, { salt: null, kept })))).not.toBe(hex(leafOf(whole)));
  });

  it("may come a second time, and what was taken first stays under its own name", () => {
    const second = storedOf(
      row(emptied, { salt: null, kept }),
      new Set(["after.name", "after.mobile"]),
      "e-2",
    );
    expect(second["after.mobile"]).toEqual(kept["after.mobile"]);
    expect(second["after.name"]).toMatchObject({ erasure: "e-2" });
    const all = new Map([...person.keys()].map((path) => [path, null]));
    expect(hex(leafOf(row(all, { salt: null, kept: second })))).toBe(hex(leafOf(whole)));
  });
});

describe("a seal", () => {
  const header: SealHeader = {
    number: 1,
    log: "changes",
    first: 1,
    last: 9,
    count: 9,
    root: sha256("a"),
    previous: Buffer.alloc(32),
    at: "2026-11-30T00:00:00.000000Z",
  };

  it.for<[string, Partial<SealHeader>]>([
    ["number", { number: 2 }],
    ["first row", { first: 2 }],
    ["last row", { last: 10 }],
    ["count", { count: 8 }],
    ["rows", { root: sha256("b") }],
    ["seal before it", { previous: sha256("c") }],
    ["moment", { at: "2026-11-30T00:00:00.000001Z" }],
  ])("is another with another %s", ([, change]) => {
    expect(sealDigest({ ...header, ...change })).not.toEqual(sealDigest(header));
  });

  it("of one log is none of the other", () => {
    expect(sealDigest({ ...header, log: "access_log" })).not.toEqual(sealDigest(header));
  });

  it("stands for its rows in their order", () => {
    const [one, two] = [sha256("1"), sha256("2")];
    expect(rootOf([one, two])).not.toEqual(rootOf([two, one]));
  });
});

describe("the rows of a range", () => {
  const rows = [
    { position: 1001, leaf: sha256("1") },
    { position: 1004, leaf: sha256("4") },
  ];

  it("are named by number and the beginning of their digest, gaps and all", () => {
    expect([...readLeaves(1001, leavesOf(1001, rows))]).toEqual(
      rows.map(({ position, leaf }) => [position, shortOf(leaf)]),
    );
    expect(shortOf(sha256("1"))).toHaveLength(16);
  });

  it("none are none, and what is cut off is left out", () => {
    expect(readLeaves(1, leavesOf(1, [])).size).toBe(0);
    expect(readLeaves(1001, leavesOf(1001, rows).subarray(0, 20)).size).toBe(1);
  });
});
