import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { followChanges } from "../../shared/wire/changes.contract.ts";
import { OBJECTS } from "./objects.ts";
import { isPastKey } from "./past-key.ts";
import { fetchPage, type ListPages, putInLists } from "./records.ts";
import { apiPath } from "./request.ts";
import { ME } from "./session.ts";
import { idOf } from "./values.ts";

/** Lists longer than this are corrected record by record instead of being read again. */
const REREAD_PAGES = 3;
const COME_AGAIN_MS = 20_000;

/** Other people's changes appear without a reload: what shows a changed record is read again. */
export function useChangeStream(): void {
  const client = useQueryClient();
  useEffect(() => {
    const waiting = new Map<string, Set<string>>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      for (const [object, ids] of waiting) void refreshObject(client, object, [...ids]);
      waiting.clear();
    };
    const readAgain = () =>
      void client.invalidateQueries({ predicate: (query) => !isPastKey(query.queryKey) });
    let signedOut = false;
    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(apiPath(followChanges.path));
      source.addEventListener("change", (event) => {
        const change = parse(event.data);
        if (!change) return;
        const ids = waiting.get(change.object) ?? new Set();
        for (const id of change.ids) ids.add(id);
        waiting.set(change.object, ids);
        timer ??= setTimeout(flush, 80);
      });
      source.addEventListener("gone", (event) => {
        const left = parse(event.data);
        if (left) void refreshObject(client, left.object, left.ids);
      });
      // Own sight changed: what is on the screen is read again, one record with what hangs on it as well.
      source.addEventListener("reset", readAgain);
      source.addEventListener("signed_out", () => {
        signedOut = true;
        source.close();
        void client.invalidateQueries({ queryKey: ME });
      });
      source.addEventListener("definitions", () => {
        void client.invalidateQueries({ queryKey: OBJECTS });
        void client.invalidateQueries({ queryKey: ["pipelines"] });
      });
      // A browser gives up for good where it was refused, or a proxy answered while the program restarted: we
      // do not, and read again what was missed.
      source.addEventListener("error", () => {
        if (source.readyState !== EventSource.CLOSED || signedOut) return;
        again = setTimeout(() => {
          open();
          source.addEventListener("ready", readAgain, { once: true });
        }, COME_AGAIN_MS);
      });
    };
    open();
    return () => {
      clearTimeout(timer);
      clearTimeout(again);
      source.close();
    };
  }, [client]);
}

function parse(data: unknown): { object: string; ids: readonly string[] } | null {
  try {
    const value: unknown = JSON.parse(String(data));
    if (
      typeof value !== "object" ||
      value === null ||
      !("object" in value) ||
      typeof value.object !== "string"
    )
      return null;
    return {
      object: value.object,
      ids: "ids" in value && Array.isArray(value.ids) ? value.ids.map(String) : [],
    };
  } catch {
    return null;
  }
}

async function refreshObject(client: QueryClient, object: string, ids: readonly string[]): Promise<void> {
  for (const id of ids)
    void client.invalidateQueries({
      queryKey: ["record", object, id],
      predicate: (query) => !isPastKey(query.queryKey),
    });
  const isLong = (data: unknown): data is ListPages =>
    typeof data === "object" &&
    data !== null &&
    "pages" in data &&
    Array.isArray(data.pages) &&
    data.pages.length > REREAD_PAGES;
  const long = client
    .getQueriesData({ queryKey: ["records", object, "list"] })
    .filter(([, data]) => isLong(data));
  await client.invalidateQueries({
    queryKey: ["records", object],
    predicate: (query) => !isLong(query.state.data) && !isPastKey(query.queryKey),
  });
  if (long.length === 0 || ids.length === 0) return;
  const filter = `id in [${ids
    .slice(0, 100)
    .map((id) => JSON.stringify(id))
    .join(", ")}]`;
  const page = await fetchPage(object, { filter, limit: 100 }, null);
  for (const record of page.data) putInLists(client, object, idOf(record), record);
}
