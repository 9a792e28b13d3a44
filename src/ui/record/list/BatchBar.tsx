import { App, Modal, Select } from "antd";
import { useState } from "react";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { type BulkResult, downloadExport, useBulk } from "../../data/bulk.ts";
import { useIntent } from "../../data/intent.ts";
import { can, type FieldInfo, isEditable, type ObjectInfo } from "../../data/objects.ts";
import { isAble, useMe } from "../../data/session.ts";
import { FieldInput } from "../../field/FieldInput.tsx";
import { kindUi } from "../../field/kind-uis.ts";
import { Labelled } from "../../kit/Field.tsx";
import { Ghost } from "../../kit/Ghost.tsx";
import { kitTexts } from "../../kit/kit.messages.ts";
import { useConfirm } from "../../kit/use-confirm.ts";
import { useLanguage } from "../../kit/language.tsx";
import { recordTexts } from "../record.messages.ts";
import { wordsOf } from "../use-save-cell.ts";

export interface BatchBarProps {
  readonly object: ObjectInfo;
  readonly selection: ReadonlySet<string>;
  readonly onClear: () => void;
}
const LIMIT = 10_000;

/** What can be done with the selected rows. Every row passes the same gates as a single edit; those refused say why. */
export function BatchBar({ object, selection, onClear }: BatchBarProps) {
  const { t } = useLanguage();
  const me = useMe();
  const bulk = useBulk(object.name);
  const [editing, setEditing] = useState<"transfer" | "edit" | null>(null);
  const ids = [...selection].slice(0, LIMIT);
  const count = ids.length;

  const { run, confirmDelete, exportRows } = useBatch({ object, ids, bulk, onDone: () => (setEditing(null), onClear()) });
  const owner = object.byName["owner"];
  return (
    <div className="batch-bar" role="toolbar" aria-label={t(recordTexts.selected, { count })}>
      <strong className="num">
        {bulk.progress ? t(recordTexts.bulkWorking, { done: bulk.progress.done, total: bulk.progress.total || count }) : t(recordTexts.selected, { count })}
      </strong>
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
      {isAble(me, "record.export") && (
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
      {editing && (
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

interface BatchOptions {
  readonly object: ObjectInfo;
  readonly ids: readonly string[];
  readonly bulk: ReturnType<typeof useBulk>;
  readonly onDone: () => void;
}
function useBatch({ object, ids, bulk, onDone }: BatchOptions) {
  const { t, of } = useLanguage();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const intent = useIntent();
  const tell = ({ done, refused, results }: BulkResult) => {
    const reason = results.find((result) => !result.ok);
    if (refused === 0) void message.success(t(recordTexts.bulkDone, { done }));
    else if (!reason) void message.warning(t(recordTexts.bulkSomeJob, { done, refused }), 8);
    else void message.warning(t(recordTexts.bulkSome, { done, refused, reason: reason.errors?.[0]?.message ?? reason.detail ?? reason.code ?? "" }), 8);
    onDone();
  };
  const failed = (error: unknown) => void message.error(wordsOf(error, t(recordTexts.keptOffline)), 8);
  const run = (change: { values: Values } | { delete: true }) =>
    intent.run({ ids, ...change }, (key) => bulk.mutateAsync({ change: { ids, ...change }, key })).then(tell, failed);
  const confirmDelete = () =>
    confirm({ title: t(recordTexts.deleteTitle, { count: ids.length }), detail: t(recordTexts.deleteDetail), run: () => run({ delete: true }) });
  const exportRows = () => void downloadExport({ object: object.name, ids, format: "xlsx" }, of(object.plural)).catch(failed);
  return { run, confirmDelete, exportRows };
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
  const fields = object.fields.filter((field) => isEditable(object, field) && kindUi(field).Input && field.kind !== "children");
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
            {({ id }) => <FieldInput key={field.name} id={id} object={object.name} field={field} value={value} onChange={setValue} />}
          </Labelled>
        )}
      </div>
    </Modal>
  );
}
