import type { Static, TObject, TSchema } from "@sinclair/typebox";
import type { Label } from "../i18n/label.ts";

/**
 * What an endpoint is given and gives back, written once: the server must return what stands here
 * (`engine/api/serve.ts`), the browser calls by it (`ui/data/call.ts`), OpenAPI is made from it, and the
 * tests hold every answer against it.
 *
 *     export const readRetention = contract({
 *       method: "GET", path: "/settings/retention", tag: "settings",
 *       summary: label("保留期限", "How long things are kept"),
 *       answer: data(RetentionState),
 *     });
 */
export interface Contract {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** After /api/v1, or after `base`; `:name` is a parameter, always a text. */
  readonly path: string;
  /** Of addresses that are handed to people outside the company: they hold whatever the version. */
  readonly base?: "/api";
  readonly tag: string;
  readonly summary: Label;
  /** What it does, who may, and what one should know before: a sentence or two. */
  readonly description?: Label;
  /** Its members are texts, as an address has them. */
  readonly query?: TObject;
  readonly body?: TSchema;
  /** What a form (multipart/form-data) holds that may come in place of the body; `file` is the file. */
  readonly form?: TObject;
  /** Status of success: 200 unless told. 204 sends no body. */
  readonly status?: 200 | 201 | 202 | 204;
  /** The body of success; `NOTHING` for 204, `FILE` and `EVENTS` for what is no JSON. */
  readonly answer: TSchema | NotJson;
  /** Further successes by status, e.g. 202 for what waits for somebody. */
  readonly also?: Readonly<Record<number, TSchema>>;
  /** Refusals that this endpoint knows by itself, beside those of every endpoint: code → status. */
  readonly errors?: Readonly<Record<string, number>>;
}
export const NOTHING = "nothing";
export const FILE = "file";
export const EVENTS = "events";
export type NotJson = typeof NOTHING | typeof FILE | typeof EVENTS;

export const contract = <const C extends Contract>(given: C): C => given;

/** The names in a path: `ParamsOf<"/records/:object/:id">` is {object: string, id: string}. */
export type ParamsOf<Path extends string> = Readonly<Record<NamesIn<Path>, string>>;
type NamesIn<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer More}`
    ? Name | NamesIn<`/${More}`>
    : Rest
  : never;

export type QueryOf<C extends Contract> = C["query"] extends TObject
  ? Static<C["query"]>
  : Readonly<Record<never, string>>;
export type BodyOf<C extends Contract> = C["body"] extends TSchema ? Static<C["body"]> : undefined;
/** The body of success, of all statuses. */
export type AnswerOf<C extends Contract> = C["answer"] extends TSchema
  ? Static<C["answer"]> | AlsoOf<C>
  : undefined;
type AlsoOf<C extends Contract> = C["also"] extends infer A
  ? { [S in keyof A]: A[S] extends TSchema ? Static<A[S]> : never }[keyof A]
  : never;
