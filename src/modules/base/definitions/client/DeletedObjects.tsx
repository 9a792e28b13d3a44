import { restoreObject } from "../../../../shared/wire/objects.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { useDeletedObjects, useProblems, useReread } from "./definition-data.ts";
import { DeletedFields } from "./DeletedFields.tsx";
import { objectMessages } from "./objects.messages.ts";
import { definitionScreenMessages } from "./definitions.messages.ts";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";
import * as base from "../../../../ui/kit/base.module.css";

/** What was deleted and comes back. */
export const Deleted = () => (
  <>
    <DeletedFields />
    <DeletedObjects />
  </>
);

/** Objects that were deleted and come back with their records. */
function DeletedObjects() {
  const { t, of } = useLanguage();
  const attempt = useAttempt();
  const reread = useReread();
  const restore = (object: string) =>
    attempt(() => call(restoreObject, { params: { object } }), { onDone: reread });
  const { data = [] } = useDeletedObjects();
  if (data.length === 0) return null;
  return (
    <>
      <h3>{t(objectMessages.deletedObjects)}</h3>
      <DataTable
        label={t(objectMessages.deletedObjects)}
        rows={data}
        rowKey={(object) => object.name}
        columns={[
          {
            key: "name",
            title: t(definitionScreenMessages.object),
            render: (object) => <span className={base.muted}>{of(object.label, object.name)}</span>,
          },
          {
            key: "api",
            title: t(definitionScreenMessages.apiName),
            render: (object) => <code className={base.muted}>{object.name}</code>,
          },
          {
            key: "restore",
            title: "",
            align: "right",
            render: (object) => (
              <QuietButton
                icon="refresh"
                aria-label={`${t(objectMessages.restore)} ${of(object.label, object.name)}`}
                onClick={() => void restore(object.name)}
              >
                {t(objectMessages.restore)}
              </QuietButton>
            ),
          },
        ]}
      />
    </>
  );
}

/** What of the company’s own definitions fits no more, after an upgrade say; nothing where all does. */
export function DefinitionProblems() {
  const { t } = useLanguage();
  const { data = [] } = useProblems();
  if (data.length === 0) return null;
  return (
    <div className={bannerStyles.banner} role="status">
      <div>
        <strong>{t(objectMessages.problems, { count: data.length })}</strong>
        <ul>
          {data.slice(0, 20).map((one) => (
            <li key={`${one.object} ${one.field} ${one.property}`}>
              <code>{[one.object, one.field, one.property].filter(Boolean).join(" · ")}</code> {one.message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
