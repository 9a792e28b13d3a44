import { App, Dropdown } from "antd";
import { Suspense, useState } from "react";
import { Link } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import { newId } from "../../data/new-id.ts";
import { isShown, type ObjectInfo } from "../../data/objects.ts";
import { useRefresh } from "../../data/records.ts";
import { request } from "../../data/request.ts";
import { idOf, isBlank, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { recordPath } from "../../field/LinkCell.tsx";
import { Ghost } from "../../kit/Ghost.tsx";
import { Icon, objectIcon } from "../../kit/Icon.tsx";
import { kitTexts } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { recordTexts } from "../record.messages.ts";
import { wordsOf } from "../use-save-cell.ts";
import { CompletenessRing } from "./CompletenessRing.tsx";

const EditDialog = lazily(() => import("../form/FormDialog.tsx").then((m) => m.EditDialog));

export interface RecordHeadProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly asOf: string | null;
  readonly abilities: { readonly update: boolean; readonly delete: boolean };
  readonly back: boolean;
  readonly onGone: () => void;
}

export function RecordHead({ object, record, asOf, abilities, back, onGone }: RecordHeadProps) {
  const { t, of } = useLanguage();
  const { message, modal } = App.useApp();
  const refresh = useRefresh();
  const [editing, setEditing] = useState(false);
  const id = idOf(record);
  const title = textValue(record[object.title]) || t(recordTexts.empty);
  const facts = object.list.columns
    .flatMap((name) => object.byName[name] ?? [])
    .filter((field) => field.name !== object.title && isShown(field) && !isBlank(record[field.name]))
    .slice(0, 5);
  const failed = (error: unknown) => void message.error(wordsOf(error, t(recordTexts.keptOffline)), 6);

  const restore = async () => {
    await request(`/records/${object.name}/${id}/restore`, { method: "POST", key: newId() });
    refresh(object.name, id);
    void message.success(t(recordTexts.restored));
  };
  const remove = () =>
    modal.confirm({
      title: t(recordTexts.deleteOne, { title }),
      content: t(recordTexts.deleteDetail),
      okText: t(kitTexts.delete),
      okButtonProps: { danger: true },
      cancelText: t(kitTexts.cancel),
      onOk: () =>
        request<void>(`/records/${object.name}/${id}`, { method: "DELETE", key: newId() }).then(() => {
          onGone();
          refresh(object.name, id);
          const key = `deleted-${id}`;
          void message.success({
            key,
            duration: 8,
            content: (
              <span className="line">
                {t(recordTexts.deleted)}
                <Ghost onClick={() => (message.destroy(key), void restore().catch(failed))}>{t(recordTexts.undo)}</Ghost>
              </span>
            ),
          });
        }, failed),
    });
  const copy = () =>
    navigator.clipboard.writeText(`${location.origin}${recordPath(object.name, id)}`).then(() => void message.success(t(recordTexts.copied)), failed);
  const items = [
    { key: "copy", icon: <Icon name="copy" />, label: t(recordTexts.duplicate) },
    ...(asOf === null && abilities.delete ? [{ key: "delete", icon: <Icon name="trash" />, label: t(recordTexts.delete), danger: true }] : []),
  ];
  return (
    <header className="record-head">
      {back && (
        <Link className="ghost ghost-square" to={`/records/${object.name}`} aria-label={`${t(kitTexts.back)} ${of(object.plural)}`}>
          <Icon name="left" />
        </Link>
      )}
      <span className="record-icon">
        <Icon name={objectIcon(object.icon)} size={20} />
      </span>
      <div className="grow">
        <h1 className="clip">{title}</h1>
        <dl className="record-facts">
          {facts.map((field) => (
            <div key={field.name}>
              <dt>{of(field.label)}</dt>
              <dd>
                <FieldCell object={object.name} field={field} record={record} value={record[field.name]} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <CompletenessRing object={object} record={record} />
      {asOf === null && abilities.update && (
        <Ghost icon="edit" className="bordered" onClick={() => setEditing(true)}>
          {t(recordTexts.edit)}
        </Ghost>
      )}
      <Dropdown trigger={["click"]} placement="bottomRight" menu={{ items, onClick: ({ key }) => (key === "copy" ? void copy() : remove()) }}>
        <Ghost icon="more" aria-label={t(recordTexts.more)} />
      </Dropdown>
      {editing && (
        <Suspense>
          <EditDialog object={object} record={record} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </header>
  );
}
