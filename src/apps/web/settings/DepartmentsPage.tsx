import { App, Button } from "antd";
import { Suspense, useState } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { newId } from "../../../ui/data/new-id.ts";
import { can, useObject } from "../../../ui/data/objects.ts";
import { useRecords, useRefresh } from "../../../ui/data/records.ts";
import { request } from "../../../ui/data/request.ts";
import { idOf, linkId, textValue, titleAt } from "../../../ui/data/values.ts";
import { Face } from "../../../ui/kit/Face.tsx";
import { Ghost } from "../../../ui/kit/Ghost.tsx";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { lazily } from "../../../ui/kit/lazily.ts";
import { Empty, Failure, Skeleton } from "../../../ui/kit/States.tsx";
import { Section } from "./Section.tsx";
import { entryTexts } from "./entries.messages.ts";
import { settingsTexts } from "./settings.messages.ts";
import { useTell } from "./use-tell.ts";

const CreateDialog = lazily(() =>
  import("../../../ui/record/form/FormDialog.tsx").then((m) => m.CreateDialog),
);
const EditDialog = lazily(() => import("../../../ui/record/form/FormDialog.tsx").then((m) => m.EditDialog));

interface Branch {
  readonly record: Values;
  readonly depth: number;
}
/**
 * Parents before their children, in the order of their positions. A department whose parent is out of sight
 * stands at the top.
 */
function treeOf(records: readonly Values[]): readonly Branch[] {
  const ids = new Set(records.map(idOf));
  const place = (record: Values) => Number(textValue(record["position"]) || 0);
  const below = (parent: string | null, depth: number): readonly Branch[] =>
    depth > 20
      ? []
      : records
          .filter((record) =>
            linkId(record["parent"]) && ids.has(linkId(record["parent"]) ?? "")
              ? linkId(record["parent"]) === parent
              : parent === null,
          )
          .toSorted(
            (one, other) =>
              place(one) - place(other) ||
              textValue(one["name"]).localeCompare(textValue(other["name"]), "zh-CN"),
          )
          .flatMap((record) => [{ record, depth }, ...below(idOf(record), depth + 1)]);
  return below(null, 0);
}

export function DepartmentsPage() {
  const { t } = useLanguage();
  const { modal } = App.useApp();
  const tell = useTell();
  const refresh = useRefresh();
  const object = useObject("department");
  const answer = useRecords("department", { limit: 500, sort: "position" });
  const [adding, setAdding] = useState<{ parent: string | null } | null>(null);
  const [editing, setEditing] = useState<Values | null>(null);
  if (!object) return null;
  const rows = treeOf(answer.data?.data ?? []);
  const remove = (record: Values) =>
    modal.confirm({
      title: t(settingsTexts.deleteDepartment, { name: textValue(record["name"]) }),
      okText: t(settingsTexts.delete),
      okButtonProps: { danger: true },
      cancelText: t(settingsTexts.cancel),
      onOk: () =>
        request<void>(`/records/department/${idOf(record)}`, { method: "DELETE", key: newId() }).then(
          () => refresh("department"),
          tell.failed,
        ),
    });
  const add = can(object, "create") && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding({ parent: null })}>
      {t(settingsTexts.addDepartment)}
    </Button>
  );
  return (
    <Section title={t(entryTexts.departments)} action={add}>
      {answer.isPending ? (
        <Skeleton rows={6} />
      ) : answer.isError ? (
        <Failure error={answer.error} onRetry={() => void answer.refetch()} />
      ) : rows.length === 0 ? (
        <Empty
          icon="apartment"
          title={t(settingsTexts.noDepartments)}
          detail={t(settingsTexts.noDepartmentsDetail)}
        />
      ) : (
        <div className="card" role="tree" aria-label={t(entryTexts.departments)}>
          {rows.map(({ record, depth }) => (
            <div
              key={idOf(record)}
              className="tree-row"
              role="treeitem"
              aria-level={depth + 1}
              style={{ paddingLeft: 12 + depth * 24 }}
            >
              <Icon name={depth === 0 ? "apartment" : "team"} />
              <span className="clip">{textValue(record["name"])}</span>
              {titleAt(record, "head") && (
                <span className="line muted">
                  <Face name={titleAt(record, "head")} />
                  {titleAt(record, "head")}
                </span>
              )}
              {record["active"] === false && (
                <span className="chip chip-plain">{t(settingsTexts.inactive)}</span>
              )}
              <span className="grow" />
              {can(object, "create") && (
                <Ghost
                  icon="plus"
                  aria-label={t(settingsTexts.addUnder)}
                  onClick={() => setAdding({ parent: idOf(record) })}
                />
              )}
              {can(object, "update") && (
                <Ghost icon="edit" aria-label={t(settingsTexts.edit)} onClick={() => setEditing(record)} />
              )}
              {can(object, "delete") && (
                <Ghost icon="trash" aria-label={t(settingsTexts.delete)} onClick={() => remove(record)} />
              )}
            </div>
          ))}
        </div>
      )}
      <Suspense>
        {adding && (
          <CreateDialog
            object={object}
            initial={adding.parent ? { parent: adding.parent } : {}}
            onClose={() => setAdding(null)}
          />
        )}
        {editing && <EditDialog object={object} record={editing} onClose={() => setEditing(null)} />}
      </Suspense>
    </Section>
  );
}
