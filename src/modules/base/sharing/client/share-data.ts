import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { call } from "../../../../ui/data/call.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { createRecord, patchRecord, useRecords } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { readSharing, type Sharing } from "../shared/sharing.contract.ts";

/** With whom a record is shared, the first first. */
export const useShares = (id: string, enabled: boolean) =>
  useRecords(
    "share",
    { filter: `regarding == ${JSON.stringify(id)}`, sort: "created_at", limit: 100 },
    enabled,
  );

const NOTHING: Sharing = { may_share: false, powerless: [] };

/**
 * Whether the caller may share this record (what one has through a share is not passed on), and which of its
 * shares open nothing.
 */
export const useSharing = (object: string, id: string, enabled: boolean) => {
  const { data, refetch } = useQuery({
    queryKey: ["record", object, id, "sharing"],
    enabled,
    queryFn: async ({ signal }) => (await call(readSharing, { params: { object, id }, signal })).data,
  });
  return { sharing: data ?? NOTHING, refetch };
};

/** One intention, one key: sent again after a lost answer it is done once. */
export const useKey = (): string => useState(newId)[0];

/** Makes a record, or writes what changed of one. */
export function saveRecord(
  object: string,
  record: Values | null,
  values: Values,
  key: string,
): Promise<unknown> {
  if (!record) return createRecord(object, values, key);
  const base = Object.fromEntries(Object.keys(values).map((name) => [name, record[name] ?? null]));
  return patchRecord({ object, id: idOf(record), values, base }, key);
}
