import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { call } from "../../../../../ui/data/call.ts";
import { useRecords } from "../../../../../ui/data/records.ts";
import { roleCode, roleLabel } from "../../../../../ui/data/role-label.ts";
import { idOf } from "../../../../../ui/data/values.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { listPeople, type WayIn } from "../../shared/people.contract.ts";

/** The list of people; read anew with the other lists of people, whatever was changed of them. */
export const usePeople = (search: string, state: WayIn | null) =>
  useInfiniteQuery({
    queryKey: ["records", "user", "people", search, state],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      call(listPeople, {
        query: {
          ...(search ? { search } : {}),
          ...(state ? { state } : {}),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
      }),
    getNextPageParam: ({ page }) => page.next,
    placeholderData: keepPreviousData,
  });

const ALL_ROLES = { sort: "created_at", limit: 100 } as const;
/** Their names are still on their way. */
export const useAreRolesDue = (): boolean => useRecords("role", ALL_ROLES).isLoading;

/** What there is to give, as a select shows it. */
export function useRoleChoices(): readonly { readonly value: string; readonly label: string }[] {
  const { of } = useLanguage();
  const roles = useRecords("role", ALL_ROLES);
  return (roles.data?.data ?? []).map((role) => ({
    value: idOf(role),
    label: of(roleLabel(role), roleCode(role)),
  }));
}
