import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useObjects } from "./objects.ts";
import { fetchPage } from "./records.ts";
import { request } from "./request.ts";
import { idOf, isMap, textValue } from "./values.ts";

export interface Found {
  readonly object: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
}

/** Records of some objects whose title, pinyin or other searchable field matches; without a text the ones changed last. */
export function useLookup(targets: readonly string[], text: string, enabled: boolean) {
  const objects = useObjects();
  return useQuery({
    queryKey: ["lookup", targets, text],
    enabled,
    staleTime: 10_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const known = targets.filter((target) => objects.has(target));
      const pages = await Promise.all(known.map((target) => fetchPage(target, { search: text.trim(), limit: 20, ...(text.trim() ? {} : { sort: "-updated_at" }) }, null, signal)));
      return pages.flatMap((page, place) => {
        const object = known[place] ?? "";
        const title = objects.get(object)?.title ?? "name";
        return page.data.map((record): Found => ({ object, id: idOf(record), title: textValue(record[title]) || idOf(record) }));
      });
    },
  });
}

/** What a record is called; asked for unless it is known or `mayAsk` is false. */
export function useTitle(object: string | null, id: string | null, known: string): string {
  const title = useObjects().get(object ?? "")?.title ?? "name";
  const { data } = useQuery({
    queryKey: ["record", object, id, "title"],
    enabled: known === "" && object !== null && id !== null,
    staleTime: 60_000,
    queryFn: async () => (await request<{ data: Record<string, string> }>(`/records/${object}/${id}`)).data,
  });
  return known || (isMap(data) ? textValue(data[title]) : "");
}

export const searchAll = async (text: string, signal: AbortSignal): Promise<readonly Found[]> => (await request<{ data: readonly Found[] }>("/search", { query: { q: text }, signal })).data;
