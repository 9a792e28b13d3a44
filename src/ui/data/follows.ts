import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { follow } from "../../objects/system/follow/follow.object.ts";
import type { Values } from "../../shared/metadata/object.ts";
import { partOf, valuesOf } from "../../shared/metadata/record-of.ts";
import type { ListAnswer } from "../../shared/wire/records.contract.ts";
import { freshId } from "./fresh-id.ts";
import type { ObjectInfo } from "./objects.ts";
import { createRecord, fetchPage, listKey, removeRecord } from "./records.ts";
import { useIsViewing } from "./session.ts";
import { idOf, titleAt } from "./values.ts";

/** A record that the person at the screen follows. */
export interface Followed {
  /** Of the following, not of what is followed. */
  readonly id: string;
  readonly object: string;
  readonly record: string;
  /** Empty where it may not be read any more. */
  readonly title: string;
}
const QUERY = { fields: "regarding", sort: "-created_at", limit: 500 } as const;
const KEY = listKey(follow.name, QUERY);

function readFollowed(row: Values): readonly Followed[] {
  const { regarding } = partOf(follow, row);
  return regarding
    ? [{ id: idOf(row), object: regarding.object, record: regarding.id, title: titleAt(row, "regarding") }]
    : [];
}
const followedOn = (page: ListAnswer): readonly Followed[] => page.data.flatMap(readFollowed);

const asked = {
  queryKey: KEY,
  staleTime: 60_000,
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => fetchPage(follow.name, QUERY, null, signal),
};
/** What one follows, the latest first. Whoever looks as somebody else sees nothing of theirs. */
export function useFollows(): readonly Followed[] {
  const isViewing = useIsViewing();
  return useQuery({ ...asked, enabled: !isViewing, select: followedOn }).data ?? [];
}

/** What stands in timelines, and lists of the program's own, are not followed. */
const OTHERS = ["import"];
export const isFollowable = (object: ObjectInfo): boolean =>
  object.sharing === "owner" && !OTHERS.includes(object.name);

/** Whether a record is followed, and to change that; the star turns before the server has answered. */
export function useFollow(object: ObjectInfo, record: string) {
  const client = useQueryClient();
  const isViewing = useIsViewing();
  const mayFollow = isFollowable(object) && !isViewing;
  const select = useCallback(
    (page: ListAnswer) => followedOn(page).find((one) => one.record === record)?.id,
    [record],
  );
  const { data: id } = useQuery({ ...asked, enabled: mayFollow, select });
  const change = useMutation({
    mutationFn: async (on: boolean) => {
      if (on) {
        const values = valuesOf(follow, { regarding: { object: object.name, id: record } });
        await createRecord(follow.name, values, freshId("follow"));
      } else if (id !== undefined) await removeRecord(follow.name, id);
    },
    // The list of what is followed, and the scene of it, are read again before the star says so by itself.
    onSettled: async () => {
      void client.invalidateQueries({ queryKey: ["records", object.name] });
      await client.invalidateQueries({ queryKey: KEY });
    },
  });
  const isFollowed = change.isPending ? change.variables : id !== undefined;
  return { mayFollow, isFollowed, change };
}
