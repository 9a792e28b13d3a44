import { Link } from "react-router";
import { useObjects } from "../../../../ui/data/objects.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Icon, objectIcon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { definitionEntryMessages } from "./entry.messages.ts";
import { definitionScreenMessages } from "./definitions.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as chipStyles from "../../../../ui/kit/chip.module.css";

/** All objects, the company’s own first; each leads to its fields. */
export function ObjectsTable() {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const rows = [...objects.values()].toSorted(
    (one, other) => Number(other.custom ?? false) - Number(one.custom ?? false),
  );
  return (
    <DataTable
      label={t(definitionEntryMessages.objects)}
      rows={rows}
      rowKey={(object) => object.name}
      columns={[
        {
          key: "name",
          title: t(definitionScreenMessages.object),
          render: (object) => (
            <Link to={object.name} className={base.line}>
              <Icon name={objectIcon(object.icon)} />
              {of(object.label, object.name)}
            </Link>
          ),
        },
        {
          key: "api",
          title: t(definitionScreenMessages.apiName),
          render: (object) => <code className={base.muted}>{object.name}</code>,
        },
        {
          key: "fields",
          title: "",
          render: (object) => (
            <span className={base.muted}>
              {t(definitionScreenMessages.fieldCount, {
                count: object.fields.filter((field) => !field.internal).length,
              })}
            </span>
          ),
        },
        {
          key: "custom",
          title: "",
          align: "right",
          render: (object) => (
            <span className={`${chipStyles.chip} ${chipStyles.chipPlain}`}>
              {t(object.custom ? definitionScreenMessages.custom : definitionScreenMessages.shipped)}
            </span>
          ),
        },
      ]}
    />
  );
}
