import { useQueries } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { fetchPage, listKey } from "../../data/records.ts";
import { idOf } from "../../data/values.ts";
import type { SincePart } from "../list/list-state.ts";
import { comparedFields } from "./since.ts";
import { SinceContext } from "./since-context.ts";

/** As many ids as a condition takes. */
const PAGE = 80;
export interface SinceScopeProps {
  readonly object: ObjectInfo;
  readonly records: readonly Values[];
  readonly since: string;
  readonly part: SincePart | "";
  readonly children: ReactNode;
}

/** Reads how the records below stood on a day, so that each can tell what has changed. */
export function SinceScope({ object, records, since, part, children }: SinceScopeProps) {
  const ids = useMemo(() => records.map(idOf), [records]);
  const fields = useMemo(() => ["id", ...comparedFields(object).map(({ name }) => name)].join(","), [object]);
  const pages = useMemo(
    () =>
      Array.from({ length: Math.ceil(ids.length / PAGE) }, (_, at) => ids.slice(at * PAGE, (at + 1) * PAGE)),
    [ids],
  );
  const gone = part === "gone";
  const found = useQueries({
    queries: gone
      ? []
      : pages.map((page) => {
          const query = {
            filter: `id in [${page.map((id) => JSON.stringify(id)).join(", ")}]`,
            fields,
            as_of: since,
            limit: PAGE,
          };
          return {
            queryKey: [...listKey(object.name, query), "then"],
            queryFn: ({ signal }: { signal: AbortSignal }) => fetchPage(object.name, query, null, signal),
          };
        }),
    combine: (results) => ({
      known: results.every(({ data }) => data !== undefined),
      data: results.map(({ data }) => data),
    }),
  });
  const value = useMemo(() => {
    const before = found.known
      ? new Map(
          found.data.flatMap((page) =>
            (page?.data ?? []).map((record): [string, Values] => [idOf(record), record]),
          ),
        )
      : null;
    return { day: since, before, gone };
  }, [found, since, gone]);
  return <SinceContext.Provider value={value}>{children}</SinceContext.Provider>;
}
