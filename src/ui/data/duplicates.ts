import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Values } from "../../shared/metadata/object.ts";
import { isProblem } from "./problem-error.ts";
import { request } from "./request.ts";

export interface Duplicate {
  readonly id: string | null;
  readonly title: string;
  readonly owner_name?: string | null;
  readonly reason?: string;
}

export function useSettled<T>(value: T, wait = 400): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}

const NONE: readonly Duplicate[] = [];

/** Records that look like the one being typed. Says nothing where the check is not available. */
export function useDuplicates(object: string, values: Values, id?: string): readonly Duplicate[] {
  const text = useSettled(JSON.stringify(values));
  const { data } = useQuery({
    queryKey: ["duplicates", object, id ?? null, text],
    enabled: text !== "{}",
    retry: false,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      try {
        const body: unknown = { values: JSON.parse(text), ...(id ? { id } : {}) };
        return (await request<{ data: readonly Duplicate[] }>(`/records/${object}/duplicates`, { method: "POST", body, signal })).data;
      } catch (error) {
        if (isProblem(error)) return NONE;
        throw error;
      }
    },
  });
  return text === "{}" ? NONE : (data ?? NONE);
}
