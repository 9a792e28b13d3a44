import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Values } from "../../shared/metadata/object.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";

const place = (key: string) => `sluice.draft.${key}`;

export function readDraft(key: string): Values | null {
  try {
    const text = localStorage.getItem(place(key));
    const value: unknown = text ? JSON.parse(text) : null;
    return isMap(value) ? value : null;
  } catch {
    return null;
  }
}

export function writeDraft(key: string, values: Values | null): void {
  try {
    if (values === null || Object.keys(values).length === 0) localStorage.removeItem(place(key));
    else localStorage.setItem(place(key), JSON.stringify(values));
  } catch {
    // A full or forbidden store only costs the draft, never the form.
  }
}

export interface Draft {
  readonly values: Values;
  /** The form opened with something typed earlier. */
  readonly restored: boolean;
  set(field: string, value: Values[string] | undefined): void;
  replace(values: Values): void;
  discard(): void;
  /** It is saved elsewhere: nothing of it is kept, and it stands here until the form goes. */
  forget(): void;
}

/** What was typed and not yet saved: kept through reloads and lost networks until `discard`. */
export function useDraft(key: string, initial: Values = {}): Draft {
  const [state, setState] = useState(() => open(key, initial));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const kept = useRef(state);
  useLayoutEffect(() => {
    kept.current = state;
  }, [state]);

  useEffect(() => {
    if (state.clean) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => writeDraft(key, state.values), 150);
  }, [key, state]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (!kept.current.clean) writeDraft(key, kept.current.values);
    },
    [key],
  );

  const set = useCallback((field: string, value: Values[string] | undefined) => {
    setState((now) => {
      const values = { ...now.values };
      if (value === undefined) delete values[field];
      else values[field] = value;
      return { ...now, values, clean: false };
    });
  }, []);
  const replace = useCallback((values: Values) => setState((now) => ({ ...now, values, clean: false })), []);
  const discard = useCallback(() => {
    clearTimeout(timer.current);
    writeDraft(key, null);
    kept.current = { values: initial, restored: false, clean: true };
    setState(kept.current);
  }, [key, initial]);
  const forget = useCallback(() => {
    clearTimeout(timer.current);
    writeDraft(key, null);
    kept.current = { ...kept.current, clean: true };
    setState((now) => ({ ...now, clean: true }));
  }, [key]);
  return { values: state.values, restored: state.restored, set, replace, discard, forget };
}

function open(key: string, initial: Values) {
  const draft = readDraft(key);
  return { values: draft ? { ...initial, ...draft } : initial, restored: draft !== null, clean: true };
}
