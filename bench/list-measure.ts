import type { ListRequest } from "../src/engine/query/contract.ts";
import { preparePage } from "../src/engine/query/list.ts";
import type { ReadMeasure } from "./contenders.ts";
import { opportunityOf } from "./opportunity-of.ts";
import type { Caller } from "./world.ts";

/** A list as it is asked for, and what the plain design is asked in its place. */
interface Asked {
  readonly request: Omit<ListRequest, "object">;
  readonly plain?: Readonly<Record<string, string>>;
}

/** Lists of one statement that take turns. */
export function listMeasure(
  name: string,
  { context, headers }: Caller,
  asked: readonly Asked[],
): ReadMeasure {
  const statements = asked.map(({ request }) => {
    const page = preparePage(context, opportunityOf(context), { object: "opportunity", ...request });
    if (!page.ok) throw new Error(`${name}: ${page.refusal.code}`);
    return page.value.statement;
  });
  const text = statements[0]?.text ?? "";
  if (statements.some((one) => one.text !== text)) throw new Error(`${name}: not one statement`);
  return {
    name,
    text,
    variants: asked.map(({ request, plain }, at) => {
      const query = new URLSearchParams(
        Object.entries(request).map(([key, value]): [string, string] => [
          key,
          value === true ? "1" : String(value),
        ]),
      );
      return {
        request: { method: "GET", path: `/api/v1/records/opportunity?${query.toString()}`, headers },
        values: statements[at]?.values ?? [],
        ...(plain ? { plain: `/opportunities?${new URLSearchParams(plain).toString()}` } : {}),
      };
    }),
  };
}
