import { Suspense, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { type FieldInfo, type ObjectInfo, useObjects } from "../../data/objects.ts";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { Popover } from "../../kit/Overlay.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import type { LineColumn } from "./line-columns.ts";
import { linesMessages } from "./lines.messages.ts";
import type { Lines } from "./use-lines.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./LinesTools.module.css";

const AddFrom = lazily(() => import("./AddFrom.tsx").then((m) => m.AddFrom));

export interface LinesToolsProps {
  readonly child: ObjectInfo;
  readonly lines: Lines;
  readonly columns: readonly LineColumn[];
  readonly canAdd: boolean;
  readonly onAdd: () => void;
  /** Lines are typed in a table, which has keys. */
  readonly hasKeys: boolean;
}
/** What is done with lines by buttons. */
export function LinesTools({ child, lines, columns, canAdd, onAdd, hasKeys }: LinesToolsProps) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const [isChoosing, setChoosing] = useState(false);
  const link = listedLink(columns);
  const target = link?.kind === "link" ? objects.get(link.targets[0] ?? "") : undefined;
  const add = (records: readonly Values[], titles: ReadonlyMap<string, string>) => {
    setChoosing(false);
    lines.learn(titles);
    lines.insert(records);
  };
  return (
    <div className={base.rowWrap}>
      {canAdd && (
        <QuietButton icon="plus" onClick={onAdd}>
          {t(linesMessages.add)}
        </QuietButton>
      )}
      {canAdd && link && target && (
        <QuietButton icon="list" onClick={() => setChoosing(true)}>
          {t(linesMessages.addFrom, { object: of(target.plural) })}
        </QuietButton>
      )}
      <QuietButton
        icon="undo"
        aria-label={t(linesMessages.undo)}
        disabled={!lines.canUndo}
        onClick={lines.undo}
      />
      <QuietButton
        icon="redo"
        aria-label={t(linesMessages.redo)}
        disabled={!lines.canRedo}
        onClick={lines.redo}
      />
      {hasKeys && (
        <Popover content={<Keys canMove={lines.canMove} />} placement="bottomLeft">
          <QuietButton icon="help" aria-label={t(linesMessages.keys)} />
        </Popover>
      )}
      {isChoosing && link && target && (
        <Suspense>
          <AddFrom child={child} link={link} target={target} onAdd={add} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** The link by which lines are chosen from a list, such as their product: the first that is typed. */
const listedLink = (columns: readonly LineColumn[]): FieldInfo | undefined =>
  columns.find(({ field, isTyped }) => isTyped && field.kind === "link" && field.targets.length === 1)?.field;

const KEYS = [
  ["← ↑ → ↓ · Shift", linesMessages.keyMove],
  ["Enter / F2 · Esc", linesMessages.keyEdit],
  ["Ctrl C / X / V", linesMessages.keyBlock],
  ["Ctrl D", linesMessages.keyFill],
  ["Delete", linesMessages.keyClear],
  ["Ctrl Enter", linesMessages.keyNew],
  ["Alt ↑ / ↓", linesMessages.keyShift],
  ["Ctrl Z / Ctrl Y", linesMessages.keyUndo],
] as const;
function Keys({ canMove }: { readonly canMove: boolean }) {
  const { t } = useLanguage();
  return (
    <dl className={styles.keys}>
      {KEYS.filter(([, words]) => canMove || words !== linesMessages.keyShift).map(([keys, words]) => (
        <div key={keys}>
          <dt>
            <span className={base.kbd}>{keys}</span>
          </dt>
          <dd>{t(words)}</dd>
        </div>
      ))}
    </dl>
  );
}
