import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { dayOf } from "../../../ui/record/time/past-day.ts";
import { type Entry, useEntries } from "./palette-entries.ts";
import { PaletteList } from "./PaletteList.tsx";
import { shellMessages } from "./shell.messages.ts";
import * as base from "../../../ui/kit/base.module.css";
import * as styles from "./Palette.module.css";

/** Records, actions and pages by any part of their name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const { entries, searching, asOf } = useEntries(text);
  useEffect(() => dialog.current?.showModal(), []);
  const chosen = Math.min(at, entries.length - 1);
  const run = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step) {
      event.preventDefault();
      const next = (chosen + step + entries.length) % Math.max(1, entries.length);
      setAt(next);
      void dialog.current?.querySelector(`#palette-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(entries[chosen]);
    }
  };
  const input = (next: string) => {
    setText(next);
    setAt(0);
  };
  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={t(shellMessages.search)}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.paletteBox} onKeyDown={onKeyDown}>
        <PaletteInput text={text} chosen={chosen} hasEntries={entries.length > 0} onChange={input} />
        {asOf && <PastNote asOf={asOf} />}
        <PaletteList
          entries={entries}
          chosen={chosen}
          none={searching ? "…" : t(shellMessages.nothingFound, { text: text.trim() })}
          onPoint={setAt}
          onRun={run}
        />
        <footer className={`${styles.paletteFoot} ${base.muted}`}>{t(shellMessages.searchHint)}</footer>
      </div>
    </dialog>
  );
}

/** What is searched, and as of when its results open. */
function PastNote({ asOf }: { readonly asOf: string }) {
  const { t } = useLanguage();
  return (
    <p className={styles.palettePast} role="note">
      <Icon name="history" size={14} />
      {t(shellMessages.searchPast, { day: dayOf(asOf) })}
    </p>
  );
}

function PaletteInput({
  text,
  chosen,
  hasEntries,
  onChange,
}: {
  readonly text: string;
  readonly chosen: number;
  readonly hasEntries: boolean;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useLanguage();
  const label = t(shellMessages.searchLong);
  return (
    <label className={styles.paletteInput}>
      <Icon name="search" />
      <input
        autoFocus
        role="combobox"
        aria-expanded={hasEntries}
        aria-controls={hasEntries ? "palette-list" : undefined}
        aria-activedescendant={hasEntries ? `palette-${chosen}` : undefined}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className={base.kbd}>Esc</span>
    </label>
  );
}
