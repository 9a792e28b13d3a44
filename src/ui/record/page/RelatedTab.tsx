import { Suspense, useState } from "react";
import { Link, useNavigate } from "react-router";
import type { Values } from "../../../shared/metadata/object.ts";
import { can, isShown, type ObjectInfo } from "../../data/objects.ts";
import { useRecords } from "../../data/records.ts";
import { idOf, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { recordPath } from "../../field/LinkCell.tsx";
import { kindUi } from "../../field/kind-uis.ts";
import { DataTable } from "../../kit/DataTable.tsx";
import { Ghost } from "../../kit/Ghost.tsx";
import { objectIcon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { Empty, Failure, Skeleton } from "../../kit/States.tsx";
import { countText } from "../list/ListHeader.tsx";
import { recordTexts } from "../record.messages.ts";
import type { RelatedList } from "./related-lists.ts";

const CreateDialog = lazily(() => import("../form/FormDialog.tsx").then((m) => m.CreateDialog));

export interface RelatedTabProps {
  readonly list: RelatedList;
  readonly parent: ObjectInfo;
  readonly record: Values;
  readonly asOf: string | null;
}
export const pointsAt = (field: RelatedList["field"], object: string, id: string): Values[string] =>
  field.kind === "link" && field.targets.length > 1 ? { object, id } : id;

export function RelatedTab({ list: { object, field }, parent, record, asOf }: RelatedTabProps) {
  const { t, of } = useLanguage();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const id = idOf(record);
  const filter = `${field.name} == ${JSON.stringify(id)}`;
  const answer = useRecords(object.name, { filter, sort: object.list.sort, limit: 20, count: "bounded", as_of: asOf });
  const columns = object.list.columns
    .flatMap((name) => object.byName[name] ?? [])
    .filter((one) => isShown(one) && one.name !== field.name)
    .slice(0, 5);
  const rows = answer.data?.data ?? [];
  const total = answer.data?.total ?? rows.length;
  return (
    <div className="related">
      <div className="line related-bar">
        <span className="muted num grow">{answer.data && countText(total, answer.data.more)}</span>
        {total > rows.length && (
          <Link to={`/records/${object.name}?scene=all&filter=${encodeURIComponent(filter)}`}>
            {t(recordTexts.seeAll, { count: countText(total, answer.data?.more) })}
          </Link>
        )}
        {asOf === null && can(object, "create") && (
          <Ghost icon="plus" onClick={() => setAdding(true)}>
            {t(recordTexts.create, { object: of(object.label) })}
          </Ghost>
        )}
      </div>
      {answer.isPending ? (
        <Skeleton rows={4} />
      ) : answer.isError ? (
        <Failure error={answer.error} onRetry={() => void answer.refetch()} small />
      ) : rows.length === 0 ? (
        <Empty small icon={objectIcon(object.icon)} title={t(recordTexts.noRelated, { object: of(object.plural) })} />
      ) : (
        <DataTable<Values>
          label={of(object.plural)}
          rows={rows}
          rowKey={idOf}
          columns={columns.map((one) => ({
            key: one.name,
            title: of(one.label),
            ...(kindUi(one).align ? { align: kindUi(one).align } : {}),
            render: (row) =>
              one.name === object.title ? (
                <Link to={recordPath(object.name, idOf(row))}>{textValue(row[one.name]) || t(recordTexts.empty)}</Link>
              ) : (
                <FieldCell object={object.name} field={one} record={row} value={row[one.name]} />
              ),
          }))}
        />
      )}
      {adding && (
        <Suspense>
          <CreateDialog
            object={object}
            initial={{ [field.name]: pointsAt(field, parent.name, id) }}
            onClose={(made) => (setAdding(false), made && object.name === "opportunity" ? void navigate(recordPath(object.name, made.id)) : undefined)}
          />
        </Suspense>
      )}
    </div>
  );
}
