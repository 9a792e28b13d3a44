import { App, Modal, Select } from "antd";
import { useState } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { isProblem } from "../../data/problem-error.ts";
import {
  askSeen,
  type BulkResult,
  downloadExport,
  type Progress,
  refusedOf,
  useBulk,
} from "../../data/bulk.ts";
import { useIntent } from "../../data/intent.ts";
import { can, type FieldInfo, isEditable, type ObjectInfo } from "../../data/objects.ts";
import { mayDo, useMe } from "../../data/session.ts";
import { FieldInput } from "../../field/FieldInput.tsx";
import { kindUi } from "../../field/kind-uis.ts";
import { Labelled } from "../../kit/Field.tsx";
import { Ghost } from "../../kit/Ghost.tsx";
import { kitTexts } from "../../kit/kit.messages.ts";
import { useConfirm } from "../../kit/use-confirm.ts";
import { useLanguage } from "../../kit/language.tsx";
import { BulkOutcome } from "./BulkOutcome.tsx";
import { TransferDialog } from "./TransferDialog.tsx";
import { countText } from "./ListHeader.tsx";
import { recordTexts } from "../record.messages.ts";
import { wordsOf } from "../use-save-cell.ts";

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
  const me = useMe();
  const bulk = useBulk(object);
  const [editing, setEditing] = useState<"transfer" | "edit" | null>(null);
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
  const owner = object.byName["owner"];
  const isHandOver = editing === "transfer" && !whole && object.sharing === "owner";
  return (
    <div className="batch-bar" role="toolbar" aria-label={t(recordTexts.selected, { count })}>
      <BatchCount progress={bulk.progress} count={count} whole={whole} />
      {beyond && !whole && (
        <Ghost onClick={() => void choose().catch(failed)}>
          {t(recordTexts.selectMatching, { count: countText(beyond.total, beyond.more) })}
        </Ghost>
      )}
      {owner && isEditable(object, owner) && (
        <Ghost icon="transfer" onClick={() => setEditing("transfer")}>
          {t(recordTexts.transfer)}
        </Ghost>
      )}
      {can(object, "update") && (
        <Ghost icon="edit" onClick={() => setEditing("edit")}>
          {t(recordTexts.bulkEdit)}
        </Ghost>
      )}
      {mayDo(me, "record.export") && (
        <Ghost icon="download" onClick={exportRows}>
          {t(recordTexts.export)}
        </Ghost>
      )}
      {can(object, "delete") && (
        <Ghost icon="trash" onClick={confirmDelete}>
          {t(recordTexts.delete)}
        </Ghost>
      )}
      <Ghost icon="close" aria-label={t(recordTexts.clearSelection)} onClick={onClear} />
      {outcome && (
        <BulkOutcome object={object} outcome={outcome} onClose={() => (setOutcome(null), onClear())} />
      )}
      {isHandOver && owner && (
        <TransferDialog
          object={object}
          owner={owner}
          ids={ids}
          onDone={onDone}
          onClose={() => setEditing(null)}
        />
      )}
      {editing && !isHandOver && (
        <BatchDialog
          object={object}
          only={editing === "transfer" ? (owner ?? null) : null}
          count={count}
          busy={bulk.isPending}
          onApply={(values) => void run({ values })}
          onClose={() => setEditing(null)}
        />
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
    <strong className="num">
      {progress
        ? t(recordTexts.bulkWorking, { done: progress.done, total: progress.total || count })
        : t(recordTexts.selected, { count: whole ? countText(whole.total, whole.more) : count })}
    </strong>
  );
}

interface BatchOptions {
  readonly object: ObjectInfo;
  readonly target: { readonly ids: readonly string[] } | { readonly filter: string; readonly seen?: number };
  readonly count: number;
  readonly bulk: ReturnType<typeof useBulk>;
  readonly onDone: (result: BulkResult) => void;
}
/** An export reads what is there now: it needs no word of what was seen. */
const covered = (target: BatchOptions["target"]) =>
  "ids" in target ? { ids: target.ids } : { filter: target.filter };
function useBatch({ object, target, count, bulk, onDone }: BatchOptions) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const intent = useIntent();
  const tell = (result: BulkResult) => {
    if (result.refused === 0) void message.success(t(recordTexts.bulkDone, { done: result.done }));
    onDone(result);
  };
  const failed = (error: unknown) => {
    const refused = isProblem(error, "bulk_refused") ? refusedOf(error) : null;
    if (refused) return onDone(refused);
    void message.error(wordsOf(error, t(recordTexts.keptOffline)), 8);
  };
  const run = (change: { values: Values } | { delete: true }) =>
    intent
      .run({ ...target, ...change }, (key) => bulk.mutateAsync({ change: { ...target, ...change }, key }))
      .then(tell, failed);
  const confirmDelete = () =>
    confirm({
      title: t(recordTexts.deleteTitle, { count }),
      detail: t(recordTexts.deleteDetail),
      run: () => run({ delete: true }),
    });
  const exportRows = () =>
    void downloadExport({ object: object.name, ...covered(target), format: "xlsx" }, of(object.plural)).catch(
      failed,
    );
  return { run, failed, confirmDelete, exportRows };
}

interface BatchDialogProps {
  readonly object: ObjectInfo;
  readonly only: FieldInfo | null;
  readonly count: number;
  readonly busy: boolean;
  readonly onApply: (values: Values) => void;
  readonly onClose: () => void;
}
function BatchDialog({ object, only, count, busy, onApply, onClose }: BatchDialogProps) {
  const { t, of } = useLanguage();
  const fields = object.fields.filter(
    (field) => isEditable(object, field) && kindUi(field).Input && field.kind !== "children",
  );
  const [name, setName] = useState(only?.name ?? "");
  const [value, setValue] = useState<WireValue>(null);
  const field = only ?? object.byName[name];
  return (
    <Modal
      open
      width={460}
      title={t(only ? recordTexts.transferTitle : recordTexts.bulkTitle, { count })}
      okText={t(only ? recordTexts.transfer : recordTexts.apply)}
      cancelText={t(kitTexts.cancel)}
      confirmLoading={busy}
      okButtonProps={{ disabled: !field || (only !== null && value === null) }}
      onOk={() => field && onApply({ [field.name]: value })}
      onCancel={onClose}
    >
      <div className="stack">
        {!only && (
          <Labelled label={t(recordTexts.field)}>
            {({ id }) => (
              <Select
                id={id}
                className="full-width"
                showSearch={{ optionFilterProp: "label" }}
                value={name || undefined}
                options={fields.map((one) => ({ value: one.name, label: of(one.label, one.name) }))}
                onChange={(next: string) => {
                  setName(next);
                  setValue(null);
                }}
              />
            )}
          </Labelled>
        )}
        {field && (
          <Labelled label={of(field.label)}>
            {({ id }) => (
              <FieldInput
                key={field.name}
                id={id}
                object={object.name}
                field={field}
                value={value}
                onChange={setValue}
              />
            )}
          </Labelled>
        )}
      </div>
    </Modal>
  );
}
