import type { Contract, BodyOf, ParamsOf, QueryOf, AnswerOf, NOTHING } from "../../shared/wire/contract.ts";
import type { TSchema } from "@sinclair/typebox";
import type { Context } from "../context.ts";
import type { JsonText } from "../json-text.ts";
import type { Result } from "../refusal.ts";
import type { Answer, Call, Route, SENT } from "./route.ts";

/**
 * How the server serves an endpoint, beside what its contract says: who may, and which roads its work takes.
 */
export type Serving = Pick<
  Route,
  | "open"
  | "ability"
  | "multipart"
  | "reads"
  | "ahead"
  | "replica"
  | "longest"
  | "whilePasswordDue"
  | "viewing"
>;

/** What a handler gets: checked against the contract. */
export interface CallOf<C extends Contract> extends Omit<Call, "params" | "query" | "body"> {
  readonly params: ParamsOf<C["path"]>;
  readonly query: QueryOf<C>;
  readonly body: BodyOf<C>;
}
/**
 * What a handler gives back: the body of success (as JSON already where that is quicker), one with another
 * status, or the note that it has sent a file by itself.
 */
export type GivenBy<C extends Contract> = C["answer"] extends TSchema
  ? AnswerOf<C> | Answer | JsonText
  : C["answer"] extends typeof NOTHING
    ? null
    : typeof SENT;

/**
 * The route of a contract: the handler cannot give what the contract does not say, nor read what it does not
 * name.
 */
export function serve<const C extends Contract>(
  contract: C,
  serving: Serving,
  run: (context: Context, call: CallOf<C>) => Promise<Result<GivenBy<C>>>,
): Route {
  // The edge has checked query and body against the contract before it calls; the names of the parameters are
  // those of the path.
  return { ...contract, ...serving, run: (context, call) => run(context, call as unknown as CallOf<C>) };
}
