import type { AnswerOf, BodyOf, Contract, ParamsOf, QueryOf } from "../../shared/wire/contract.ts";
import { gatherRead } from "./gather-reads.ts";
import { request, type RequestOptions } from "./request.ts";

/** What a call needs: parameters, query and body where its contract has them, and how it is sent. */
export type CallInput<C extends Contract> = Pick<RequestOptions, "key" | "ifVersion" | "signal" | "road"> &
  Needed<"params", ParamsOf<C["path"]>> &
  Needed<"query", QueryOf<C>> &
  (C["form"] extends object
    ? { readonly body: FormData | BodyOf<C> }
    : C["body"] extends object
      ? { readonly body: BodyOf<C> }
      : unknown);
type Needed<Name extends string, T> = keyof T extends never
  ? unknown
  : Record<string, never> extends T
    ? { readonly [N in Name]?: T }
    : { readonly [N in Name]: T };

/**
 * Calls an endpoint by its contract and gives its answer. Refusals throw ProblemError, lost connections
 * NetworkError.
 *
 *     const { data } = await call(readRetention, {});
 */
export function call<C extends Contract>(contract: C, input: CallInput<C>): Promise<AnswerOf<C>> {
  const { params, query, body, ...sending } = input as RequestOptions & {
    readonly params?: Record<string, string>;
  };
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params?.[name] ?? ""),
  );
  if (contract.method === "GET")
    return gatherRead<AnswerOf<C>>(path, { ...(query ? { query } : {}), ...sending });
  return request<AnswerOf<C>>(path, { method: contract.method, query, body, ...sending });
}
