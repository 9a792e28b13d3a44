import type { EditorView } from "prosemirror-view";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import { type Found, useLookup } from "../../../data/lookups.ts";
import { useDebounced } from "../../../kit/use-debounced.ts";
import { chosenLate, type LateChoice, stillMeant } from "./late-choice.ts";
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
  const [late, setLate] = useState<LateChoice | null>(null);
  // Who has pressed Enter types no more.
  const asked = useDebounced(text, late ? 0 : SETTLE_MS);
  const { data, isPlaceholderData } = useLookup(PEOPLE, asked, query !== null);
  const found = query && data ? data.slice(0, MOST) : [];
  const isSettled = asked === text && !isPlaceholderData;
  const active = moved.text === text ? Math.min(moved.at, Math.max(found.length - 1, 0)) : 0;
  const choose = useCallback((view: EditorView, { id, title }: Found) => {
    insertMention(view, { id, name: title });
    setQuery(null);
  }, []);
  const chosen = late && isSettled && late.text === text ? chosenLate(late, found) : undefined;
  useEffect(() => {
    if (!late || chosen === undefined) return;
    setLate(null);
    if (chosen && !late.view.isDestroyed) choose(late.view, chosen);
  }, [late, chosen, choose]);
  const onKey = (key: string, view: EditorView): boolean => {
    const person = found[active];
    if (!query || !person) return false;
    if (key !== "Enter" && key !== "Tab") setLate(null);
    if (key === "Escape") {
      closed.current = query.from;
      setQuery(null);
    } else if (key === "ArrowDown" || key === "ArrowUp")
      setMoved({ text, at: (active + (key === "ArrowDown" ? 1 : found.length - 1)) % found.length });
    else if (key !== "Enter" && key !== "Tab") return false;
    else {
      const typed = namingIn(view.state)?.text;
      if (typed === undefined) return false;
      // The list of what was typed before names nobody.
      if (isSettled && typed === text) choose(view, person);
      else setLate({ view, text: typed, person: moved.text === typed ? person.id : null });
    }
    return true;
  };
  const onQuery = (next: MentionQuery | null) => {
    if (!next) closed.current = null;
    setLate((before) => stillMeant(before, next?.text ?? null));
    setQuery(next && next.from === closed.current ? null : next);
  };
  return { query, found, active, listId, choose, onKey, onQuery };
}
