import { useEffect, useState } from "react";
import { Icon } from "../../kit/Icon.tsx";
import { useDebounced } from "../../kit/use-debounced.ts";
import * as styles from "./QuickSearch.module.css";

export interface QuickSearchProps {
  readonly label: string;
  /** Shorter words for a narrow box. */
  readonly hint: string | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
}
/** The search box of a list: what is typed counts once the typing rests. */
export function QuickSearch({ label, hint, value, onChange }: QuickSearchProps) {
  const [text, setText] = useState(value);
  const settled = useDebounced(text, 250);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (settled !== value && settled === text) onChange(settled.trim());
    // Only what was typed moves the address; a new address only fills the box.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    // Not the kit's input: a list's first paint waits for every kilobyte.
    <span className={styles.quickSearch}>
      <Icon name="search" size={14} />
      <input
        type="search"
        aria-keyshortcuts="/"
        value={text}
        placeholder={hint ?? label}
        aria-label={label}
        onChange={(event) => setText(event.target.value)}
      />
    </span>
  );
}
