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
import { QuietButton } from "../../kit/QuietButton.tsx";
import { objectIcon } from "../../kit/Icon.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { lazily } from "../../kit/lazily.ts";
import { QueryResult } from "../../kit/QueryResult.tsx";
import { Empty } from "../../kit/States.tsx";
import { countText } from "../list/ListHeader.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import type { RelatedList } from "./related-lists.ts";
import * as base from "../../kit/base.module.css";
import * as pageStyles from "./page.module.css";

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
  const answer = useRecords(object.name, {
    filter,
    sort: object.list.sort,
    limit: 20,
    count: "bounded",
    as_of: asOf,
  });
  const rows = answer.data?.data ?? [];
  const total = answer.data?.total ?? rows.length;
  const counted = countText(total, answer.data?.more);
  return (
    <div className={pageStyles.related}>
      <div className={`${base.line} ${pageStyles.relatedBar}`}>
        <span className={`${base.muted} ${base.num} ${base.grow}`}>{answer.data && counted}</span>
        {total > rows.length && <SeeAll object={object} filter={filter} count={counted} />}
        {asOf === null && can(object, "create") && (
          <QuietButton icon="plus" onClick={() => setAdding(true)}>
            {t(recordScreenMessages.create, { object: of(object.label) })}
          </QuietButton>
        )}
      </div>
      <QueryResult query={answer} small rows={4}>
        {() =>
          rows.length === 0 ? (
            <Empty
              small
              icon={objectIcon(object.icon)}
              title={t(recordScreenMessages.noRelated, { object: of(object.plural) })}
            />
          ) : (
            <RelatedTable object={object} rows={rows} without={field.name} />
          )
        }
      </QueryResult>
      {adding && (
        <Suspense>
          <CreateDialog
            object={object}
            initial={{ [field.name]: pointsAt(field, parent.name, id) }}
            onClose={(made) => (
              setAdding(false),
              made && object.name === "opportunity"
                ? void navigate(recordPath(object.name, made.id))
                : undefined
            )}
          />
        </Suspense>
      )}
    </div>
  );
}

function RelatedTable({
  object,
  rows,
  without,
}: {
  readonly object: ObjectInfo;
  readonly rows: readonly Values[];
  readonly without: string;
}) {
  const { t, of } = useLanguage();
  const fields = object.list.columns
    .flatMap((name) => object.byName[name] ?? [])
    .filter((one) => isShown(one) && one.name !== without)
    .slice(0, 5);
  const columns = fields.map((field) => {
    const { align } = kindUi(field);
    const render = (row: Values) =>
      field.name === object.title ? (
        <Link to={recordPath(object.name, idOf(row))}>
          {textValue(row[field.name]) || t(recordScreenMessages.empty)}
        </Link>
      ) : (
        <FieldCell object={object.name} field={field} record={row} value={row[field.name]} />
      );
    return { key: field.name, title: of(field.label), render, ...(align ? { align } : {}) };
  });
  return <DataTable<Values> label={of(object.plural)} rows={rows} rowKey={idOf} columns={columns} />;
}

interface SeeAllProps {
  readonly object: ObjectInfo;
  readonly filter: string;
  readonly count: string;
}
function SeeAll({ object, filter, count }: SeeAllProps) {
  const { t } = useLanguage();
  return (
    <Link to={`/records/${object.name}?scene=all&filter=${encodeURIComponent(filter)}`}>
      {t(recordScreenMessages.seeAll, { count })}
    </Link>
  );
}
