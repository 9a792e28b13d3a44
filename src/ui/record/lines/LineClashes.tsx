import { useLanguage } from "../../kit/language.tsx";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { cellText } from "./cell-text.ts";
import { linesMessages } from "./lines.messages.ts";
import type { Clashes, LineClash } from "./use-clashes.ts";
import * as base from "../../kit/base.module.css";
import * as styles from "./LineClashes.module.css";

/** Lines that others changed meanwhile, each with both values and a choice. */
export function LineClashes({ clashes }: { readonly clashes: Clashes }) {
  const { t } = useLanguage();
  if (clashes.all.length === 0) return null;
  return (
    <div className={styles.clashes} role="alert">
      <p>{t(linesMessages.conflict, { count: clashes.all.length })}</p>
      <ul>
        {clashes.all.map((clash) => (
          <li key={clash.id} className={base.rowWrap}>
            <strong>{t(linesMessages.line, { n: clash.row + 1 })}</strong>
            <span className={base.grow}>
              <ClashWords clash={clash} />
            </span>
            <QuietButton onClick={() => clashes.keepMine(clash)}>{t(linesMessages.keepMine)}</QuietButton>
            <QuietButton onClick={() => clashes.takeTheirs(clash)}>{t(linesMessages.takeTheirs)}</QuietButton>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ClashWords({ clash: { mine, theirs, columns } }: { readonly clash: LineClash }) {
  const { t, of, language } = useLanguage();
  if (!theirs) return t(linesMessages.gone);
  const said = (text: string): string => text || t(linesMessages.empty);
  return columns
    .map(({ field }) =>
      t(linesMessages.clash, {
        field: of(field.label, field.name),
        mine: said(cellText(field, mine, language)),
        theirs: said(cellText(field, theirs, language)),
      }),
    )
    .join(language === "en" ? "; " : "；");
}
