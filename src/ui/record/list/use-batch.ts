import type { Values } from "../../../shared/metadata/object.ts";
import { type BulkResult, downloadExport, refusedOf, type useBulk } from "../../data/bulk.ts";
import { useIntent } from "../../data/intent.ts";
import type { ObjectInfo } from "../../data/objects.ts";
import { isProblem } from "../../data/problem-error.ts";
import { useLanguage } from "../../kit/language.tsx";
import { useConfirm } from "../../kit/use-confirm.ts";
import { recordScreenMessages } from "../record.messages.ts";
import { useTell } from "../../kit/use-tell.tsx";

export interface BatchOptions {
  readonly object: ObjectInfo;
  readonly target: { readonly ids: readonly string[] } | { readonly filter: string; readonly seen?: number };
  readonly count: number;
  readonly bulk: ReturnType<typeof useBulk>;
  readonly onDone: (result: BulkResult) => void;
}
/** An export reads what is there now: it needs no word of what was seen. */
const covered = (target: BatchOptions["target"]) =>
  "ids" in target ? { ids: target.ids } : { filter: target.filter };
/** Changes, deletes or exports what is selected, and tells how it went. */
export function useBatch({ object, target, count, bulk, onDone }: BatchOptions) {
  const { t, of } = useLanguage();
  const told = useTell();
  const confirm = useConfirm();
  const intent = useIntent();
  const tell = (result: BulkResult) => {
    if (result.refused === 0) told.done(t(recordScreenMessages.bulkDone, { done: result.done }));
    onDone(result);
  };
  const failed = (error: unknown) => {
    const refused = isProblem(error, "bulk_refused") ? refusedOf(error) : null;
    if (refused) return onDone(refused);
    told.failed(error);
  };
  const run = (change: { values: Values } | { delete: true }) =>
    intent
      .run({ ...target, ...change }, (key) => bulk.mutateAsync({ change: { ...target, ...change }, key }))
      .then(tell, failed);
  const confirmDelete = () =>
    confirm({
      title: t(recordScreenMessages.deleteTitle, { count }),
      detail: t(recordScreenMessages.deleteDetail),
      run: () => run({ delete: true }),
    });
  const exportRows = () =>
    void downloadExport({ object: object.name, ...covered(target), format: "xlsx" }, of(object.plural)).catch(
      failed,
    );
  return { run, failed, confirmDelete, exportRows };
}
