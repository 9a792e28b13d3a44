import { Link } from "react-router";
import { useObjects } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { Kept, UndoResult } from "../shared/run.contract.ts";
import { importScreenMessages } from "./importing.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as importingStyles from "./importing.module.css";

/** What the undo had to leave, each with why. */
export function UndoReport({ undo }: { readonly undo: UndoResult }) {
  const { t } = useLanguage();
  if (undo.kept.length === 0) return null;
  return (
    <section className={`${base.card} ${importingStyles.importQuestions}`}>
      <h2>{t(importScreenMessages.keptTitle)}</h2>
      <ul>
        {undo.kept.slice(0, 100).map((kept) => (
          <KeptLine key={kept.id} kept={kept} />
        ))}
      </ul>
    </section>
  );
}

function KeptLine({ kept }: { readonly kept: Kept }) {
  const { t, of } = useLanguage();
  const object = useObjects().get(kept.object);
  const fields = kept.fields.map((name) => of(object?.byName[name]?.label, name)).join(", ");
  return (
    <li>
      {kept.why === "gone" ? (
        <b>{kept.title ?? kept.id}</b>
      ) : (
        <Link to={`/records/${kept.object}/${kept.id}`}>{kept.title || kept.id}</Link>
      )}
      <span className={base.note}>
        {t(importScreenMessages[kept.why], { fields, message: kept.message ?? "" })}
      </span>
    </li>
  );
}
