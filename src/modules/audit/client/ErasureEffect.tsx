import { useQuery } from "@tanstack/react-query";
import { request } from "../../../ui/data/request.ts";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { recordTexts } from "../../../ui/record/record.messages.ts";
import { wordsOf } from "../../../ui/record/use-save-cell.ts";
import type { ErasurePreview } from "../shared/wire.ts";
import { privacyTexts } from "./audit.messages.ts";
import { useCounts } from "./privacy-words.ts";

export interface ErasureEffectProps {
  readonly object: string;
  readonly id: string;
  readonly attachments: boolean;
}
/** What will be emptied, and what stays. */
export function ErasureEffect({ object, id, attachments }: ErasureEffectProps) {
  const { t } = useLanguage();
  const counts = useCounts();
  const { data, error } = useQuery({
    queryKey: ["erasure-preview", object, id],
    queryFn: async ({ signal }) =>
      (await request<{ data: ErasurePreview }>("/erasures/preview", { query: { object, id }, signal })).data,
  });
  if (error)
    return (
      <div className="banner banner-danger" role="alert">
        {wordsOf(error, t(recordTexts.keptOffline))}
      </div>
    );
  if (!data) return null;
  const none = t(privacyTexts.nothing);
  return (
    <div className="banner banner-info">
      <div>
        {t(privacyTexts.emptied, {
          list: [counts({ [object]: 1 }), attachments ? counts({ ...data.erased }) : ""]
            .filter(Boolean)
            .join(" · "),
        })}
      </div>
      <div>
        {t(privacyTexts.stays, {
          list:
            [counts({ ...data.kept }), attachments ? "" : counts({ ...data.erased })]
              .filter(Boolean)
              .join(" · ") || none,
        })}
      </div>
    </div>
  );
}
