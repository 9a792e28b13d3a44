import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "react-router";
import type { FieldKind, SelectOption } from "../../../../shared/metadata/field.ts";
import { type Conversion, previewKind } from "../../../../shared/wire/fields.contract.ts";
import { isProblem } from "../../../../ui/data/problem-error.ts";
import { OBJECTS, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { call } from "../../../../ui/data/call.ts";
import { recordPath } from "../../../../ui/field/LinkCell.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { KIND_TEXTS } from "./kind.messages.ts";
import { asSent, optionsIn, type Properties, type SettingsField } from "./field-draft.ts";
import { objectMessages } from "./objects.messages.ts";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./KindPreview.module.css";

interface KindPreviewProps {
  readonly object: ObjectInfo;
  readonly field: SettingsField;
  readonly kind: FieldKind;
  /** What would be sent. */
  readonly body: Properties;
  /** Whether every value has an equal; null while that is not known. */
  readonly onKnown: (converts: boolean | null) => void;
}

/**
 * What would become of the values of a field under another kind: how many, and examples of those with no
 * equal first. Asked before anything is confirmed.
 */
export function KindPreview({ object, field, kind, body, onKnown }: KindPreviewProps) {
  const { t } = useLanguage();
  const { data, error, isFetching } = useQuery({
    queryKey: [...OBJECTS, "kind-preview", object.name, field.name, JSON.stringify(body)],
    retry: false,
    gcTime: 0,
    queryFn: ({ signal }) =>
      call(previewKind, {
        params: { object: object.name, field: field.name },
        body: asSent({ ...body, dry_run: true }),
        signal,
      }).then((answer) => answer.data),
  });
  const converts = data && !isFetching ? data.failing === 0 : null;
  useEffect(() => onKnown(converts), [converts, onKnown]);
  if (isProblem(error)) {
    const words = error.problem.errors.map((one) => one.message).filter(Boolean);
    return (
      <div className={`${bannerStyles.banner} ${styles.kindPreview}`}>{words[0] ?? error.problem.detail}</div>
    );
  }
  if (!data) return <p className={`${base.note} ${styles.kindPreview}`}>{t(objectMessages.kindCounting)}</p>;
  const params = { total: data.total, failing: data.failing, kind: t(KIND_TEXTS[kind]) };
  return (
    <section
      className={
        data.failing > 0
          ? `${bannerStyles.banner} ${bannerStyles.bannerDanger} ${styles.kindPreview}`
          : `${bannerStyles.banner} ${bannerStyles.bannerInfo} ${styles.kindPreview}`
      }
      aria-live="polite"
    >
      <div className={base.stack}>
        <strong>
          {t(
            data.total === 0
              ? objectMessages.kindNone
              : data.failing > 0
                ? objectMessages.kindFails
                : objectMessages.kindAll,
            params,
          )}
        </strong>
        {data.examples.length > 0 && (
          <Examples
            object={object}
            field={field}
            kind={kind}
            options={optionsIn(body)}
            examples={data.examples}
          />
        )}
      </div>
    </section>
  );
}

interface ExamplesProps extends Pick<KindPreviewProps, "object" | "field" | "kind"> {
  readonly options: readonly SelectOption[];
  readonly examples: Conversion["examples"];
}
function Examples({ object, field, kind, options, examples }: ExamplesProps) {
  const { t, of } = useLanguage();
  const inWords = (text: string, of_: FieldKind, known: readonly SelectOption[]): string => {
    if (of_ === "boolean") return t(text === "true" || text === "t" ? objectMessages.yes : objectMessages.no);
    const labelled = (code: string): string => {
      const option = known.find((one) => one.name === code);
      return option ? of(option.label, code) : code;
    };
    if (of_ === "multiselect")
      return text
        .replace(/^\{|\}$/g, "")
        .split(",")
        .filter(Boolean)
        .map((one) => labelled(one.replaceAll('"', "")))
        .join("、");
    return of_ === "select" ? labelled(text) : text;
  };
  return (
    <table className={styles.kindExamples}>
      <thead>
        <tr>
          <th>{t(objectMessages.kindBefore)}</th>
          <th>{t(objectMessages.kindAfter)}</th>
          <th aria-label={t(objectMessages.kindRecord)} />
        </tr>
      </thead>
      <tbody>
        {examples.map(({ record, before, after }) => (
          <tr key={record}>
            <td>{inWords(before, field.kind, optionsIn({ ...field }))}</td>
            <td>
              {after === null ? (
                <strong>{t(objectMessages.kindNoEqual)}</strong>
              ) : (
                inWords(after, kind, options)
              )}
            </td>
            <td>
              <Link to={recordPath(object.name, record)} target="_blank">
                {t(objectMessages.kindRecord)}
              </Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
