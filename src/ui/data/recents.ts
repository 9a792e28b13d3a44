import { useEffect } from "react";
import { useMe } from "./session.ts";

/** A record that was looked at. */
export interface Recent {
  readonly object: string;
  readonly id: string;
  readonly title: string;
}
const MOST = 12;
const PREFIX = "sluice.recents.";
const keyOf = (user: string): string => `${PREFIX}${user}`;

const isRecent = (value: unknown): value is Recent =>
  typeof value === "object" &&
  value !== null &&
  ["object", "id", "title"].every((name) => name in value && typeof Reflect.get(value, name) === "string");

/** The records this person looked at on this device, the newest first. */
export function recentsOf(user: string): readonly Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(user)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

export function keepRecent(user: string, recent: Recent): void {
  const others = recentsOf(user).filter(({ id }) => id !== recent.id);
  try {
    localStorage.setItem(keyOf(user), JSON.stringify([recent, ...others].slice(0, MOST)));
  } catch {
    // A full or forbidden store only means that nothing is remembered.
  }
}

/** Whoever leaves takes along what was looked at: the next one at this device is somebody else. */
export function forgetRecents(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

/** Remembers that a record is looked at. */
export function useRecent(object: string, id: string, title: string): void {
  const { user, viewing } = useMe();
  useEffect(() => {
    // Who looks as somebody else leaves no traces in their name.
    if (title !== "" && !viewing) keepRecent(user.id, { object, id, title });
  }, [user.id, viewing, object, id, title]);
}
