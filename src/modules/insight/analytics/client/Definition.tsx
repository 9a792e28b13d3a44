import { Popover } from "antd";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useMetrics } from "./insight-data.ts";
import { insightTexts } from "./insight.messages.ts";

/** The (i) beside a figure: the one definition that the catalogue of metrics gives. */
export function Definition({ metric }: { readonly metric: string }) {
  const { t, of } = useLanguage();
  const found = useMetrics().data?.find(({ name }) => name === metric);
  if (!found) return null;
  const parts = [
    [insightTexts.formula, found.formula],
    [insightTexts.grain, found.grain],
    [insightTexts.skip, found.skip],
    [insightTexts.backward, found.backward],
    [insightTexts.censoring, found.censoring],
    [insightTexts.scope, found.filters],
  ] as const;
  const content = (
    <div className="insight-definition">
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
    <Popover trigger="click" placement="bottom" arrow={false} destroyOnHidden content={content}>
      <Ghost
        icon="info"
        className="insight-info"
        aria-label={t(insightTexts.definition, { name: of(found.label) })}
      />
    </Popover>
  );
}
