import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { badRequest } from "./messages.ts";
import type { Position } from "./page-arms.ts";

const NONCE = 12;
const TAG = 16;

/** What a cursor is good for: the same question by the same principal of the same workspace. */
const bindingOf = (context: Context, question: unknown): Buffer =>
  Buffer.from(
    JSON.stringify([context.workspace.code, context.principal.kind, context.principal.id, question]),
  );
let derived: { readonly secret: string; readonly key: Buffer } | undefined;
/** An installation has one secret, so one key is kept. */
function keyOf({ secret }: Context): Buffer {
  if (derived?.secret !== secret)
    derived = { secret, key: Buffer.from(hkdfSync("sha256", secret, "", "sluice cursor", 32)) };
  return derived.key;
}

/**
 * The end of a page as a text that says nothing to its bearer: it may hold values of fields not asked for.
 */
export function sealCursor(context: Context, question: unknown, position: Position): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", keyOf(context), nonce);
  cipher.setAAD(bindingOf(context, question));
  const sealed = Buffer.concat([
    cipher.update(JSON.stringify([...position.values, position.id]), "utf8"),
    cipher.final(),
  ]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString("base64url");
}

/**
 * The position sealed in a cursor; 400 `bad_cursor` for one that is changed, foreign, or of another question.
 */
export function openCursor(context: Context, question: unknown, cursor: string): Result<Position> {
  const whole = Buffer.from(cursor, "base64url");
  if (whole.length < NONCE + TAG + 1) return badRequest("bad_cursor", "cursor");
  const decipher = createDecipheriv("aes-256-gcm", keyOf(context), whole.subarray(0, NONCE));
  decipher.setAAD(bindingOf(context, question));
  decipher.setAuthTag(whole.subarray(-TAG));
  try {
    const text = Buffer.concat([decipher.update(whole.subarray(NONCE, -TAG)), decipher.final()]).toString(
      "utf8",
    );
    const all: (string | null)[] = JSON.parse(text);
    return accept({ values: all.slice(0, -1), id: all.at(-1) ?? "" });
  } catch {
    return badRequest("bad_cursor", "cursor");
  }
}
