import { Icon } from "../../../ui/kit/Icon.tsx";
import type { Entry } from "./palette-entries.ts";
import * as base from "../../../ui/kit/base.module.css";
import * as styles from "./PaletteList.module.css";

export interface PaletteListProps {
  readonly entries: readonly Entry[];
  /** The place of the entry that Enter would run. */
  readonly chosen: number;
  /** What is said instead of entries where there are none. */
  readonly none: string;
  readonly onPoint: (place: number) => void;
  readonly onRun: (entry: Entry) => void;
}
/** What was found, each group under its heading. */
export function PaletteList({ entries, chosen, none, onPoint, onRun }: PaletteListProps) {
  if (entries.length === 0)
    return (
      <div className={styles.paletteList}>
        <p className={styles.paletteNone} role="status">
          {none}
        </p>
      </div>
    );
  return (
    <div className={styles.paletteList} id="palette-list" role="listbox">
      {entries.map((entry, place) => (
        <PaletteLine
          key={entry.key}
          entry={entry}
          place={place}
          heading={entry.group !== entries[place - 1]?.group}
          chosen={place === chosen}
          onPoint={() => onPoint(place)}
          onRun={() => onRun(entry)}
        />
      ))}
    </div>
  );
}

interface LineProps {
  readonly entry: Entry;
  readonly place: number;
  readonly heading: boolean;
  readonly chosen: boolean;
  readonly onPoint: () => void;
  readonly onRun: () => void;
}
const PaletteLine = ({ entry, place, heading, chosen, onPoint, onRun }: LineProps) => (
  <div role="presentation">
    {heading && (
      <div className={styles.paletteGroup} role="presentation">
        {entry.group}
      </div>
    )}
    <div
      id={`palette-${place}`}
      role="option"
      aria-selected={chosen}
      className={styles.paletteItem}
      onPointerMove={onPoint}
      onClick={onRun}
    >
      <Icon name={entry.icon} />
      <span className={`${base.clip} ${base.grow}`} data-part="name">
        {entry.text}
      </span>
      {entry.note && (
        <span className={`${base.muted} ${styles.paletteItemMuted} ${base.clip}`}>{entry.note}</span>
      )}
    </div>
  </div>
);
