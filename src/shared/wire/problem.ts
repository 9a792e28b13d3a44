import { anyValue, object, optional, shaped, text, type Static } from "./schema.ts";

/** RFC 9457 problem document, the only shape of an error answer. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly ProblemItem[];
  readonly request_id: string;
  readonly [extension: string]: unknown;
}

/** One reason of a refusal, in the caller's language. */
export const ProblemItem = object({
  code: text(),
  message: text(),
  field: optional(text()),
  /** Of a document that is refused for its lines: which line it is, and the field that lists it. */
  line: optional(object({ field: text(), id: text() })),
  params: optional(shaped<Readonly<Record<string, unknown>>>(object({}))),
  criterion: optional(text()),
  kind: optional(text()),
  /** How a person can meet an unmet criterion. */
  fix: optional(shaped<unknown>(anyValue())),
});
export type ProblemItem = Readonly<Static<typeof ProblemItem>>;
