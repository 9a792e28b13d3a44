import { Popover } from "../../../../ui/kit/Overlay.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useMetrics } from "./insight-data.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import * as styles from "./Definition.module.css";

/** The (i) beside a figure: the one definition that the catalogue of metrics gives. */
export function Definition({ metric }: { readonly metric: string }) {
  const { t, of } = useLanguage();
  const found = useMetrics().data?.find(({ name }) => name === metric);
  if (!found) return null;
  const parts = [
    [insightScreenMessages.formula, found.formula],
    [insightScreenMessages.grain, found.grain],
    [insightScreenMessages.skip, found.skip],
    [insightScreenMessages.backward, found.backward],
    [insightScreenMessages.censoring, found.censoring],
    [insightScreenMessages.scope, found.filters],
  ] as const;
  const content = (
    <div className={styles.insightDefinition}>
      <h3>{of(found.label)}</h3>
      <dl>
        {parts.map(([name, text]) => (
          <div key={t(name)}>
            <dt>{t(name)}</dt>
            <dd>{of(text)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
  return (
    <Popover placement="bottom" arrow={false} destroyOnHidden content={content}>
      <QuietButton
        icon="info"
        className={styles.insightInfo}
        aria-label={t(insightScreenMessages.definition, { name: of(found.label) })}
      />
    </Popover>
  );
}
