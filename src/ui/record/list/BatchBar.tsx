import { Suspense, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { BatchAction } from "../../slots/list-actions.ts";
import { Link } from "react-router";
import { askSeen, type BulkResult, type Progress, useBulk } from "../../data/bulk.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { useMe } from "../../data/session.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { BatchActions, tagsOf } from "./BatchActions.tsx";
import { BatchDialog } from "./BatchDialog.tsx";
import { BulkOutcome } from "./BulkOutcome.tsx";
import { countText } from "./ListHeader.tsx";
import { useBatchActions } from "../panels.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { useBatch } from "./use-batch.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./BatchBar.module.css";

const TagsDialog = lazily(() => import("./TagsDialog.tsx").then((m) => m.TagsDialog));

export interface BatchBarProps {
  readonly object: ObjectInfo;
  readonly selection: ReadonlySet<string>;
  /** Every row that is loaded is selected, and there are more: what covers them all. */
  readonly beyond: {
    readonly filter: string;
    readonly total: number;
    readonly more: boolean | undefined;
  } | null;
  readonly onClear: () => void;
}
const LIMIT = 10_000;

/**
 * What can be done with the selected rows. Every row passes the same gates as a single edit; those refused
 * say why.
 */
export function BatchBar({ object, selection, beyond, onClear }: BatchBarProps) {
  const { t } = useLanguage();
  const bulk = useBulk(object);
  const actions = useBatchActions(object, useMe());
  const [editing, setEditing] = useState<BatchAction | "edit" | "tags" | null>(null);
  const { whole, seen, choose } = useWhole(object, selection, beyond);
  const ids = [...selection].slice(0, LIMIT);
  const count = whole?.total ?? ids.length;
  const target = whole ? { filter: whole.filter, ...seen } : { ids };
  const [outcome, setOutcome] = useState<BulkResult | null>(null);
  const onDone = (result: BulkResult) => {
    setEditing(null);
    if (result.refused > 0) setOutcome(result);
    else onClear();
  };
  const { run, failed, confirmDelete, exportRows } = useBatch({ object, target, count, bulk, onDone });
  const busy = bulk.isPending;
  const tags = tagsOf(object);
  const onApply = (values: Values) => void run({ values });
  const onClose = () => setEditing(null);
  return (
    <div className={styles.batchBar} role="toolbar" aria-label={t(recordScreenMessages.selected, { count })}>
      <BatchCount progress={bulk.progress} count={count} whole={whole} />
      {beyond && !whole && (
        <QuietButton onClick={() => void choose().catch(failed)}>
          {t(recordScreenMessages.selectMatching, { count: countText(beyond.total, beyond.more) })}
        </QuietButton>
      )}
      <BatchActions
        object={object}
        actions={actions}
        onAction={setEditing}
        onEdit={() => setEditing("edit")}
        onTags={() => setEditing("tags")}
        onExport={exportRows}
        onDelete={confirmDelete}
      />
      <QuietButton icon="close" aria-label={t(recordScreenMessages.clearSelection)} onClick={onClear} />
      {outcome && (
        <BulkOutcome object={object} outcome={outcome} onClose={() => (setOutcome(null), onClear())} />
      )}
      {editing === "edit" && <BatchDialog {...{ object, count, busy, onApply, onClose }} only={null} />}
      {editing === "tags" && tags && (
        <Suspense>
          <TagsDialog {...{ object, count, busy, onApply, onClose }} field={tags} />
        </Suspense>
      )}
      {editing !== null && typeof editing !== "string" && (
        <Suspense>
          <editing.Dialog
            {...{ object, ids, count, busy, onApply, onDone, onClose }}
            whole={whole !== null}
          />
        </Suspense>
      )}
    </div>
  );
}

/**
 * All that a condition covers, once that is chosen for this very selection; another one is counted by its
 * rows again.
 */
function useWhole(object: ObjectInfo, selection: ReadonlySet<string>, beyond: BatchBarProps["beyond"]) {
  const [chosen, setChosen] = useState<{
    readonly of: ReadonlySet<string>;
    readonly seen: { readonly seen?: number };
  } | null>(null);
  const isChosen = chosen?.of === selection;
  /**
   * Money documents are changed as they were seen at this moment; what has changed since is refused row by
   * row.
   */
  const choose = async () =>
    setChosen({ of: selection, seen: object.asksForVersion ? { seen: await askSeen(object.name) } : {} });
  return { whole: isChosen ? beyond : null, seen: isChosen ? chosen.seen : {}, choose };
}

interface BatchCountProps {
  readonly progress: Progress | null;
  readonly count: number;
  readonly whole: BatchBarProps["beyond"];
}
function BatchCount({ progress, count, whole }: BatchCountProps) {
  const { t } = useLanguage();
  return (
    <strong className={base.num}>
      {progress ? (
        <Link to="/jobs">
          {t(recordScreenMessages.bulkWorking, { done: progress.done, total: progress.total || count })}
        </Link>
      ) : (
        t(recordScreenMessages.selected, { count: whole ? countText(whole.total, whole.more) : count })
      )}
    </strong>
  );
}
