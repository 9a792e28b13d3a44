import type { Label } from "../../shared/i18n/label.ts";

/**
 * What a subscriber throws where it knows what is wrong. Administrators are shown `code` and `text`, so
 * neither holds values of records; `detail` goes to the log of the program only.
 */
export class SubscriberError extends Error {
  readonly code: string;
  readonly text: Label;
  constructor(code: string, text: Label, detail = "") {
    super([text.en, detail].filter(Boolean).join(": "));
    this.name = "SubscriberError";
    this.code = code;
    this.text = text;
  }
}

/** What is stored of a failure. */
export interface ToldFailure {
  readonly code: string | null;
  readonly reason: Label | null;
}

/**
 * The part of an error that may be shown: all of our own, of others only a code (`23505`, `ECONNREFUSED`),
 * never their text.
 */
export function tellFailure(error: unknown): ToldFailure {
  if (error instanceof SubscriberError) return { code: error.code, reason: error.text };
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return { code: typeof code === "string" && /^[A-Z0-9_]{3,40}$/.test(code) ? code : null, reason: null };
}
