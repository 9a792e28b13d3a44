import { describe, expect, it } from "vitest";
import { hashToken, newToken, type TokenKind, workspaceOfToken } from "./tokens.ts";

const KINDS: readonly TokenKind[] = ["session", "key", "invitation"];
const secret = "A".repeat(43);

describe("a new token", () => {
  it.for(KINDS)("of a %s says which workspace it is of, and is never made twice", (kind) => {
    const made = Array.from({ length: 20 }, () => newToken(kind, "main").text);
    expect(new Set(made).size).toBe(20);
    for (const text of made) expect(workspaceOfToken(kind, text)).toBe("main");
  });

  it("is kept as a hash from which it cannot be read", () => {
    const { text, hash } = newToken("key", "main");
    expect(hash).toEqual(hashToken(text));
    expect(hash).toHaveLength(32);
    expect(hash.toString("latin1")).not.toContain(text.slice(-8));
  });

  it("of a key looks like one wherever it is found; others do not", () => {
    expect(newToken("key", "main").text).toMatch(/^sk_main_[\w-]{43}$/);
    expect(newToken("session", "main").text).toMatch(/^main\.[\w-]{43}$/);
  });
});

describe("the workspace of a token", () => {
  it.for([
    ["key", `sk_main_${secret}`, "main"],
    ["key", `sk_north_2_${secret}`, "north_2"],
    ["session", `main.${secret}`, "main"],
    ["invitation", `north_2.${secret}`, "north_2"],
  ] as const)("%s %s is of %s", ([kind, text, code]) => {
    expect(workspaceOfToken(kind, text)).toBe(code);
  });

  it("may have underscores and ends where the secret begins, also where that has some", () => {
    const underscores = `${"A_".repeat(21)}A`;
    expect(workspaceOfToken("key", `sk_a_b_${underscores}`)).toBe("a_b");
  });

  it.for([
    ["another kind", "key", `main.${secret}`],
    ["another kind", "session", `sk_main_${secret}`],
    ["a secret too short", "session", `main.${secret.slice(1)}`],
    ["a secret too long", "session", `main.${secret}A`],
    ["a sign that no secret has", "session", `main.${secret.slice(1)}+`],
    ["a code that begins with a digit", "session", `1main.${secret}`],
    ["a code that is a schema", "session", `main".${secret}`],
    ["no code", "session", `.${secret}`],
    ["something behind it", "session", `main.${secret}\n`],
    ["something before it", "key", ` sk_main_${secret}`],
    ["much too long", "session", `${"a".repeat(200)}.${secret}`],
    ["nothing", "session", ""],
  ] as const)("is nobody's with %s (%s)", ([, kind, text]) => {
    expect(workspaceOfToken(kind, text)).toBeNull();
  });
});
