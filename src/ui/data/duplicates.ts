import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Values } from "../../shared/metadata/object.ts";
import { type Duplicate, findDuplicates } from "../../shared/wire/duplicates.contract.ts";
import { useDebounced } from "../kit/use-debounced.ts";
import { call } from "./call.ts";
import { isProblem } from "./problem-error.ts";

/** Set once the server has said that it has no such check: it is not asked again. */
const ABSENT = ["duplicates", "absent"] as const;
const NONE: readonly Duplicate[] = [];

/** Records that look like the one being typed. Says nothing where the check is not available. */
export function useDuplicates(object: string, values: Values, id?: string): readonly Duplicate[] {
  const client = useQueryClient();
  const text = useDebounced(JSON.stringify(values));
  const { data } = useQuery({
    queryKey: ["duplicates", object, id ?? null, text],
    enabled: text !== "{}" && client.getQueryData(ABSENT) !== true,
    retry: false,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      try {
        const body = { values: JSON.parse(text), ...(id ? { id } : {}) };
        return (await call(findDuplicates, { params: { object }, body, signal })).data;
      } catch (error) {
        if (isProblem(error, "not_here")) client.setQueryData(ABSENT, true);
        if (isProblem(error)) return NONE;
        throw error;
      }
    },
  });
  return text === "{}" ? NONE : (data ?? NONE);
}
