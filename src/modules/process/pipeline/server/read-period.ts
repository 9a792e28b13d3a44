import { type Result, accept, refuse } from "../../../../engine/public.ts";
import { pipelineMessages } from "./messages.ts";

export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}
/** `from` and `to` of a report as moments; null where not given. */
export function readPeriod(query: { readonly from?: string; readonly to?: string }): Result<Period> {
  const given = [query.from, query.to].map((text) => (text ? Date.parse(text) : null));
  if (given.some((at) => at !== null && !Number.isFinite(at)))
    return refuse({ status: 400, code: "malformed", text: pipelineMessages.malformed });
  const [from = null, to = null] = given.map((at) => (at === null ? null : new Date(at).toISOString()));
  return accept({ from, to });
}
