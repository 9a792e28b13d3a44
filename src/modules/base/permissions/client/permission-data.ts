import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import { explainRight, readReaders } from "../shared/proof.contract.ts";
import { endViewAs, startViewAs, type ViewedAs } from "../shared/view-as.contract.ts";

export interface Asked {
  readonly user: string;
  readonly role: string;
  readonly department: string;
  readonly object: string;
  readonly record: string;
  readonly field: string;
  readonly action: string;
}

/** The proof, once enough is chosen. */
export function useExplanation(asked: Asked) {
  const { user, role, object, record, action } = asked;
  const enabled = (user !== "" || role !== "") && object !== "" && (record !== "" || action === "create");
  return useQuery({
    queryKey: ["explain", asked],
    enabled,
    queryFn: async () => (await call(explainRight, { query: { ...asked } })).data,
  });
}

export const useReaders = (object: string, record: string) =>
  useInfiniteQuery({
    queryKey: ["readers", object, record],
    enabled: object !== "" && record !== "",
    initialPageParam: "",
    queryFn: ({ pageParam }) => call(readReaders, { query: { object, record, cursor: pageParam } }),
    getNextPageParam: (last) => last.page.next ?? undefined,
  });

/** From here on everything is as that one sees it: every screen starts anew. */
export async function startViewing(as: ViewedAs): Promise<void> {
  await call(startViewAs, { body: as });
  location.assign("/");
}
export async function endViewing(): Promise<void> {
  await call(endViewAs, {});
  location.reload();
}
