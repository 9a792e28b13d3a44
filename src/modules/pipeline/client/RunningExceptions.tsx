import { useQuery } from "@tanstack/react-query";
import { request } from "../../../ui/data/request.ts";
import { Icon } from "../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { pipelineTexts } from "./pipeline.messages.ts";

interface RunningException {
  readonly criterion: string;
  readonly missing: readonly string[];
  readonly until: string;
  readonly reason: string;
  readonly by: string | null;
  readonly is_over: boolean;
}
/** What the record was let past for a time and still lacks: what must be supplied, and by when. */
export function RunningExceptions({ object, id }: { readonly object: string; readonly id: string }) {
  const { t, language } = useLanguage();
  const { data } = useQuery({
    queryKey: ["record", object, id, "exceptions"],
    queryFn: async ({ signal }) =>
      (
        await request<{ data: readonly RunningException[] }>(`/records/${object}/${id}/exceptions`, {
          signal,
        })
      ).data,
  });
  if (!data || data.length === 0) return null;
  return (
    <ul className="stage-exceptions" aria-label={t(pipelineTexts.exceptions)}>
      {data.map(({ criterion, missing, until, reason, by, is_over }) => (
        <li
          key={criterion}
          data-over={is_over || undefined}
          title={by ? t(pipelineTexts.letPastBy, { by, reason }) : reason}
        >
          <Icon name={is_over ? "warning" : "clock"} size={14} />
          <strong>{t(is_over ? pipelineTexts.supplyOver : pipelineTexts.supplyBy, { until })}</strong>
          <span>{missing.join(language === "zh-CN" ? "；" : "; ")}</span>
        </li>
      ))}
    </ul>
  );
}
