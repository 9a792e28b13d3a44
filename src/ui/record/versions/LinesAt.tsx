import type { Values } from "../../../shared/metadata/object.ts";
import { type FieldInfo, isShown, type ObjectInfo, useObject } from "../../data/objects.ts";
import { useRecordList } from "../../data/records.ts";
import { idOf, isBlank, textValue } from "../../data/values.ts";
import { FieldCell } from "../../field/FieldCell.tsx";
import { fieldMessages } from "../../field/field.messages.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { useLanguage } from "../../kit/language.tsx";
import { recordScreenMessages } from "../record.messages.ts";
import { QueryResult } from "../../kit/QueryResult.tsx";
import * as base from "../../kit/base.module.css";
import * as styles from "./LinesAt.module.css";

const COLUMNS = 4;

export interface LinesAtProps {
  readonly field: FieldInfo;
  readonly parent: string;
  readonly asOf: string;
}
/** The lines of a record as they were at a moment, each with its name and what else its list shows. */
export function LinesAt({ field, parent, asOf }: LinesAtProps) {
  const { t } = useLanguage();
  const child = useObject(field.kind === "children" ? field.object : "");
  const filter = `${field.kind === "children" ? field.via : ""} == ${JSON.stringify(parent)}`;
  const found = useRecordList(child?.name ?? "", { filter, as_of: asOf, limit: 50 }, child !== undefined);
  if (!child || field.kind !== "children") return null;
  return (
    <QueryResult query={found} rows={2} small>
      {(data) => {
        const lines = data.pages.flatMap((page) => page.data);
        if (lines.length === 0) return <span className={base.muted}>{t(recordScreenMessages.empty)}</span>;
        return (
          <>
            <ul className={styles.versionLines}>
              {lines.map((line) => (
                <li key={idOf(line)}>
                  <Line child={child} via={field.via} line={line} />
                </li>
              ))}
            </ul>
            {found.hasNextPage && (
              <QuietButton onClick={() => void found.fetchNextPage()}>
                {t(fieldMessages.moreLines)}
              </QuietButton>
            )}
          </>
        );
      }}
    </QueryResult>
  );
}

function Line({
  child,
  via,
  line,
}: {
  readonly child: ObjectInfo;
  readonly via: string;
  readonly line: Values;
}) {
  const shown = child.fields
    .filter(
      (one) =>
        one.name !== via &&
        one.name !== child.title &&
        !one.system &&
        isShown(one) &&
        !isBlank(line[one.name]),
    )
    .slice(0, COLUMNS);
  return (
    <>
      <strong>{textValue(line[child.title])}</strong>
      {shown.map((one) => (
        <span key={one.name}>
          {" "}
          · <FieldCell object={child.name} field={one} value={line[one.name]} record={line} />
        </span>
      ))}
    </>
  );
}
