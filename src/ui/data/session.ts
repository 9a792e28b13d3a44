import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Language } from "../../shared/i18n/label.ts";
import type { LabelMap } from "../../shared/i18n/label.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { request } from "./request.ts";

export interface Me {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly login: string | null;
    readonly email: string | null;
    readonly language: Language | null;
  };
  readonly roles: readonly { readonly name: string; readonly label: LabelMap | string }[];
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly abilities: readonly string[];
  readonly company: {
    readonly name: string;
    readonly currency: string;
    readonly zone: string;
    readonly language: Language;
  };
  readonly preferences: Readonly<Record<string, WireValue>>;
  /** Screens carry who looks and when. */
  readonly watermark?: boolean;
  /** The password was set by someone else. */
  readonly must_change_password?: boolean;
  /** Somebody looks as this person or role; nothing can be changed. */
  readonly viewing?: {
    readonly kind: "user" | "role";
    readonly by: { readonly id: string; readonly name: string };
    readonly since: string;
  };
}
export interface SetupValues {
  readonly company: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly language: Language;
  readonly zone?: string;
}

export const ME = ["me"] as const;
const fetchMe = async () => (await request<{ data: Me | null }>("/session")).data;

/** Who is signed in; null when nobody is. */
export const useSession = () => useQuery({ queryKey: ME, queryFn: fetchMe, retry: false, staleTime: 60_000 });

/** Who is signed in, inside the shell, where somebody always is. */
export function useMe(): Me {
  const { data } = useSession();
  if (!data) throw new Error("useMe is for pages behind the sign-in");
  return data;
}

export const useSetupNeeded = (ask: boolean) =>
  useQuery({
    queryKey: ["setup"],
    enabled: ask,
    retry: 1,
    queryFn: async () => (await request<{ data: { needed: boolean } }>("/setup")).data.needed,
  });

export const isAble = (me: Me, ability: string): boolean =>
  me.abilities.includes("*") || me.abilities.includes(ability);
/** The ability to do something now: whoever looks as somebody else sees what they see and does nothing. */
export const mayDo = (me: Me, ability: string): boolean => me.viewing === undefined && isAble(me, ability);
/** Somebody only looks as someone else: what writes is not offered. */
export const useIsViewing = (): boolean => useSession().data?.viewing !== undefined;

export const signIn = (login: string, password: string) =>
  request<unknown>("/session", { method: "POST", body: { login, password } });
export const signOut = () => request<void>("/session", { method: "DELETE" });
export const setUp = (values: SetupValues, key: string) =>
  request<unknown>("/setup", { method: "POST", body: values, key });

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
    mutationFn: (value: T) => request<unknown>("/me/preferences", { method: "PUT", body: { [name]: value } }),
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
