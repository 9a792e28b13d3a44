import { Link } from "react-router";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ImportAnswer } from "../shared/run.contract.ts";
import { mappingPath } from "./import-data.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as styles from "./ImportOutcome.module.css";

/** What was brought in, with a way to exactly these records, and what is left to do. */
export function ImportOutcome({
  answer,
  object,
}: {
  readonly answer: ImportAnswer;
  readonly object: ObjectInfo;
}) {
  const { t } = useLanguage();
  const written = answer.created + answer.updated;
  if (answer.status === "undone") return null;
  return (
    <div className={styles.importOutcome}>
      {written > 0 && (
        <p>
          <b>{t(importScreenMessages.brought, { count: written.toLocaleString() })}</b>
          <Link to={recordsPath(answer, object)}>
            {t(importScreenMessages.showThem, { count: written.toLocaleString() })}
          </Link>
        </p>
      )}
      {answer.failed > 0 && (
        <p data-left="">
          <b>{t(importScreenMessages.leftToDo, { count: answer.failed.toLocaleString() })}</b>
          {answer.status === "done" && <Link to={mappingPath(answer)}>{t(importScreenMessages.goOn)}</Link>}
        </p>
      )}
    </div>
  );
}

/** The list of exactly these records; where they are too many for an address, their rows. */
function recordsPath({ id, records, created, updated }: ImportAnswer, object: ObjectInfo): string {
  if (records.length === 0 || created + updated > 100)
    return `/imports/${id}?rows=${created > 0 ? "created" : "updated"}`;
  const filter = `id in [${records.map((record) => JSON.stringify(record)).join(", ")}]`;
  return `/records/${object.name}?scene=all&filter=${encodeURIComponent(filter)}`;
}
