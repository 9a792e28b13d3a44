import type { Contract, BodyOf, ParamsOf, QueryOf, AnswerOf, NOTHING } from "../../shared/wire/contract.ts";
import type { TSchema } from "@sinclair/typebox";
import type { FastifyRequest } from "fastify";
import type { Context } from "../kernel/context.ts";
import type { JsonText } from "../kernel/json-text.ts";
import type { Result } from "../kernel/refusal.ts";
import type { Call, Route, SENT } from "./route.ts";
import type { Answer } from "../kernel/answer.ts";

/**
 * How the server serves an endpoint, beside what its contract says: who may, and which roads its work takes.
 */
export type Serving<Form extends object = never> = Pick<
  Route,
  | "open"
  | "outsiders"
  | "ability"
  | "reads"
  | "ahead"
  | "replica"
  | "longest"
  | "whilePasswordDue"
  | "viewing"
> & {
  /** Takes the form that the contract names (`Route.multipart`); the handler gets what it gives as body. */
  readonly multipart?: (context: Context, request: FastifyRequest) => Promise<Result<Form>>;
};

/** What a handler gets: checked against the contract, or what `multipart` has received. */
export interface CallOf<C extends Contract, Form = never> extends Omit<Call, "params" | "query" | "body"> {
  readonly params: ParamsOf<C["path"]>;
  readonly query: QueryOf<C>;
  readonly body: BodyOf<C> | Form;
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
export function serve<const C extends Contract, Form extends object = never>(
  contract: C,
  serving: Serving<Form>,
  run: (context: Context, call: CallOf<C, Form>) => Promise<Result<GivenBy<C>>>,
): Route {
  // The edge has checked query and body against the contract before it calls; the names of the parameters are
  // those of the path.
  return {
    ...contract,
    ...serving,
    run: (context, call) => run(context, call as unknown as CallOf<C, Form>),
  };
}
