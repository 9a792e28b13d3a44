import { Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { isAble, useMe } from "../../../../ui/data/session.ts";
import { type DataColumn, DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { InspectedColumn } from "../shared/inspection.contract.ts";
import { NEW_KINDS, type NewKind } from "../shared/new-fields.contract.ts";
import { ImportProblem } from "./ImportProblem.tsx";
import { NEW_KIND_TEXTS, newFieldMessages } from "./new-fields.messages.ts";
import { type FieldDraft, useNewFields } from "./use-new-fields.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as importingStyles from "./importing.module.css";
import * as styles from "./NewFields.module.css";

export interface NewFieldsProps {
  readonly object: ObjectInfo;
  /** Those that have no field yet. */
  readonly columns: readonly InspectedColumn[];
  readonly onMade: (made: readonly { readonly column: string; readonly field: string }[]) => void;
}

/** Columns without a field become fields in one go, for whoever may make fields. */
export function NewFields(props: NewFieldsProps) {
  const { t } = useLanguage();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const count = props.columns.length;
  if (count === 0) return null;
  if (!isAble(me, "objects.manage"))
    return <p className={base.note}>{t(newFieldMessages.askAdministrator)}</p>;
  const close = (): void => setOpen(false);
  const onMade: NewFieldsProps["onMade"] = (made) => {
    close();
    props.onMade(made);
  };
  if (isOpen) return <Drafts {...props} onMade={onMade} onClose={close} />;
  return (
    <div>
      <Button icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
        {t(newFieldMessages.open, { count })}
      </Button>
    </div>
  );
}

function Drafts({ object, columns, onMade, onClose }: NewFieldsProps & { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const fields = useNewFields(object.name, columns, onMade);
  return (
    <section className={`${base.card} ${styles.newFields}`} aria-label={t(newFieldMessages.title)}>
      <h2>{t(newFieldMessages.title)}</h2>
      <p className={base.note}>{t(newFieldMessages.detail)}</p>
      <ImportProblem error={fields.error} />
      <DataTable
        label={t(newFieldMessages.title)}
        columns={useDraftColumns(fields)}
        rows={fields.drafts}
        rowKey={({ column }) => column.name}
      />
      <div className={importingStyles.importFoot}>
        <Button type="primary" loading={fields.isMaking} disabled={fields.count === 0} onClick={fields.make}>
          {t(newFieldMessages.make, { count: fields.count })}
        </Button>
        <Button onClick={onClose}>{t(newFieldMessages.close)}</Button>
      </div>
    </section>
  );
}

type Fields = ReturnType<typeof useNewFields>;
function useDraftColumns({ drafts, change, tickAll }: Fields): readonly DataColumn<FieldDraft>[] {
  const { t } = useLanguage();
  const ticked = drafts.filter(({ isTicked }) => isTicked).length;
  return [
    {
      key: "column",
      title: (
        <Checkbox
          checked={ticked === drafts.length}
          indeterminate={ticked > 0 && ticked < drafts.length}
          onChange={({ target }) => tickAll(target.checked)}
        >
          {t(newFieldMessages.all)}
        </Checkbox>
      ),
      render: ({ column, isTicked }) => (
        <Checkbox
          checked={isTicked}
          onChange={({ target }) => change(column.name, { isTicked: target.checked })}
        >
          <b>{column.name}</b>
          <span className={`${base.note} ${styles.samples}`}>
            {column.samples.slice(0, 3).join(" · ") || "—"}
          </span>
        </Checkbox>
      ),
    },
    {
      key: "name",
      title: t(newFieldMessages.name),
      render: ({ column, label }) => (
        <Input
          aria-label={`${column.name}: ${t(newFieldMessages.name)}`}
          value={label}
          maxLength={100}
          onChange={({ target }) => change(column.name, { label: target.value })}
        />
      ),
    },
    {
      key: "kind",
      title: t(newFieldMessages.kind),
      render: (draft) => (
        <KindChoice draft={draft} onChange={(kind) => change(draft.column.name, { kind })} />
      ),
    },
  ];
}

const OPTIONS_SHOWN = 6;
/** The kind, and of a choice its options as they were found. */
function KindChoice({
  draft: { column, kind, options },
  onChange,
}: {
  readonly draft: FieldDraft;
  readonly onChange: (kind: NewKind) => void;
}) {
  const { t } = useLanguage();
  const offered = NEW_KINDS.filter((one) => one !== "select" || options.length > 0);
  return (
    <div className={styles.kind}>
      <Select
        aria-label={`${column.name}: ${t(newFieldMessages.kind)}`}
        value={kind}
        options={offered.map((one) => ({ value: one, label: t(NEW_KIND_TEXTS[one]) }))}
        onChange={onChange}
      />
      {kind === "select" && (
        <span className={styles.options} aria-label={t(newFieldMessages.options)}>
          {options.slice(0, OPTIONS_SHOWN).map((option) => (
            <span key={option}>{option}</span>
          ))}
          {options.length > OPTIONS_SHOWN && (
            <span className={base.note}>{t(newFieldMessages.moreOptions, { count: options.length })}</span>
          )}
        </span>
      )}
    </div>
  );
}
