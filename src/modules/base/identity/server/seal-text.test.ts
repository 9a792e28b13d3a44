import { expect, it } from "vitest";
import { fingerprint, openText, sealText } from "./seal-text.ts";

const sealed = sealText("secret", "second factor", "w_main anna", "JBSWY3DP 渠成");
const open = (...[secret, purpose, about]: readonly [string, string, string]) =>
  openText(secret, purpose, about, sealed);

it("what was sealed is read with the same secret, for the same purpose and person only", () => {
  expect(open("secret", "second factor", "w_main anna")).toBe("JBSWY3DP 渠成");
  expect(open("other", "second factor", "w_main anna")).toBeNull();
  expect(open("secret", "oidc secret", "w_main anna")).toBeNull();
  expect(open("secret", "second factor", "w_main bert")).toBeNull();
  expect(open("secret", "second factor", "w_other anna")).toBeNull();
});

it("any byte that is changed makes it unreadable", () => {
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(openText("secret", "second factor", "w_main anna", changed), `byte ${at}`).toBeNull();
  }
});

it("what is too short to be sealed is none, and an empty text can be sealed", () => {
  for (const length of [0, 12, 27])
    expect(openText("secret", "p", "a", sealed.subarray(0, length)), String(length)).toBeNull();
  expect(openText("secret", "p", "a", sealText("secret", "p", "a", ""))).toBe("");
});

it("the same text is sealed otherwise each time, and stands in it nowhere", () => {
  const again = sealText("secret", "second factor", "w_main anna", "JBSWY3DP 渠成");
  expect(again.equals(sealed)).toBe(false);
  expect(sealed.includes("JBSWY3DP")).toBe(false);
});

it("a fingerprint is the same for the same code of the same person and no other", () => {
  const of = (secret: string, about: string, code: string) =>
    fingerprint(secret, "recovery code", about, code).toString("hex");
  const marks = [
    of("secret", "anna", "abc"),
    of("secret", "anna", "abd"),
    of("secret", "bert", "abc"),
    of("other", "anna", "abc"),
    fingerprint("secret", "masked search", "anna", "abc").toString("hex"),
  ];
  expect(of("secret", "anna", "abc")).toBe(marks[0]);
  expect(new Set(marks).size).toBe(marks.length);
});

it("whose it is and what it is of cannot be shifted into each other", () => {
  const mark = (about: string, code: string) => fingerprint("secret", "p", about, code).toString("hex");
  expect(mark("ab", "c")).not.toBe(mark("a", "bc"));
});
