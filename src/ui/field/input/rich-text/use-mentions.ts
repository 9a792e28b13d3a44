import type { EditorView } from "prosemirror-view";
import { useId, useRef, useState } from "react";
import { type Found, useLookup } from "../../../data/lookups.ts";
import { useDebounced } from "../../../kit/use-debounced.ts";
import { insertMention, type MentionHandlers, type MentionQuery, namingIn } from "./mention-plugin.ts";

const MOST = 8;
const PEOPLE = ["user"];
const SETTLE_MS = 120;

export interface Mentions extends MentionHandlers {
  readonly query: MentionQuery | null;
  readonly found: readonly Found[];
  readonly active: number;
  readonly listId: string;
  choose(view: EditorView, person: Found): void;
}
export const optionId = (listId: string, at: number): string => `${listId}-${at}`;

/** The people who can be named: found by name or pinyin while one types, chosen by keys or by pointing. */
export function useMentions(): Mentions {
  const listId = useId();
  const [query, setQuery] = useState<MentionQuery | null>(null);
  const [moved, setMoved] = useState<{ readonly text: string; readonly at: number }>({ text: "", at: 0 });
  /** The @ whose list was closed. */
  const closed = useRef<number | null>(null);
  const text = query?.text ?? "";
  const asked = useDebounced(text, SETTLE_MS);
  const { data, isPlaceholderData } = useLookup(PEOPLE, asked, query !== null);
  const found = query && data ? data.slice(0, MOST) : [];
  const isSettled = asked === text && !isPlaceholderData;
  const active = moved.text === text ? Math.min(moved.at, Math.max(found.length - 1, 0)) : 0;
  const close = () => {
    closed.current = query?.from ?? null;
    setQuery(null);
  };
  const choose = (view: EditorView, { id, title }: Found) => {
    insertMention(view, { id, name: title });
    setQuery(null);
  };
  const onKey = (key: string, view: EditorView): boolean => {
    const person = found[active];
    if (!query || !person) return false;
    if (key === "Escape") close();
    else if (key === "ArrowDown" || key === "ArrowUp")
      setMoved({ text, at: (active + (key === "ArrowDown" ? 1 : found.length - 1)) % found.length });
    else if (key !== "Enter" && key !== "Tab") return false;
    // The list of what was typed before names nobody.
    else if (isSettled && namingIn(view.state)?.text === text) choose(view, person);
    return true;
  };
  const onQuery = (next: MentionQuery | null) => {
    if (!next) closed.current = null;
    setQuery(next && next.from === closed.current ? null : next);
  };
  return { query, found, active, listId, choose, onKey, onQuery };
}
