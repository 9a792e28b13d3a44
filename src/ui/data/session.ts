import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { WireValue } from "../../shared/metadata/object.ts";
import {
  closeSession,
  keepPreferences,
  type Me,
  openByPassword,
  readSession,
} from "../../shared/wire/session.contract.ts";
import { keepCompanyZone } from "../kit/company-clock.ts";
import { call } from "./call.ts";

export type { Me };

export const ME = ["me"] as const;
async function fetchMe(): Promise<Me | null> {
  const me = (await call(readSession, {})).data;
  // Before anything is drawn of it: all moments are shown by this clock.
  keepCompanyZone(me?.company.zone ?? null);
  return me;
}

export const SESSION_QUERY = { queryKey: ME, queryFn: fetchMe, retry: false, staleTime: 60_000 } as const;

/** Who is signed in; null when nobody is. */
export const useSession = () => useQuery(SESSION_QUERY);

/**
 * Who is signed in, inside the shell, where somebody always is. Who signs out is gone from the session a moment
 * before the shell is: what is drawn anew in between still has them.
 */
export function useMe(): Me {
  const { data } = useSession();
  const [known, setKnown] = useState(data);
  if (data && data !== known) setKnown(data);
  const me = data ?? known;
  if (!me) throw new Error("useMe is for pages behind the sign-in");
  return me;
}

export const isAble = (me: Me, ability: string): boolean =>
  me.abilities.includes("*") || me.abilities.includes(ability);
/** The ability to do something now: whoever looks as somebody else sees what they see and does nothing. */
export const mayDo = (me: Me, ability: string): boolean => me.viewing === undefined && isAble(me, ability);
/** Somebody only looks as someone else: what writes is not offered. */
export const useIsViewing = (): boolean => useSession().data?.viewing !== undefined;

export const signIn = (login: string, password: string) =>
  call(openByPassword, { body: { login, password } });
export const signOut = () => call(closeSession, {});

/** A setting of this person, kept on the server and shown at once. */
export function usePreference<T extends WireValue>(
  name: string,
  fallback: T,
): readonly [T, (value: T) => void] {
  const client = useQueryClient();
  const { data } = useSession();
  const saved = data?.preferences[name];
  const isViewing = data?.viewing !== undefined;
  const { mutate } = useMutation({
    mutationFn: (value: T) => call(keepPreferences, { body: { [name]: value } }),
  });
  const set = useCallback(
    (value: T) => {
      client.setQueryData<Me>(ME, (me) =>
        me ? { ...me, preferences: { ...me.preferences, [name]: value } } : me,
      );
      // Who only looks as someone else keeps nothing in their name.
      if (!isViewing) mutate(value);
    },
    [client, mutate, name, isViewing],
  );
  return [saved === undefined || saved === null ? fallback : (saved as T), set];
}
