import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Refusal } from "../../../../ui/kit/Refusal.tsx";
import { useProblemWords } from "../../../../ui/kit/use-problem-words.ts";
import { previewErasure } from "../shared/erasure.contract.ts";
import { privacyMessages } from "./audit.messages.ts";
import { useCounts } from "./privacy-words.ts";
import * as bannerStyles from "../../../../ui/kit/banner.module.css";

export interface ErasureEffectProps {
  readonly object: string;
  readonly id: string;
  readonly attachments: boolean;
}
/** What will be emptied, and what stays. */
export function ErasureEffect({ object, id, attachments }: ErasureEffectProps) {
  const { t } = useLanguage();
  const counts = useCounts();
  const inWords = useProblemWords();
  const { data, error } = useQuery({
    queryKey: ["erasure-preview", object, id],
    queryFn: async ({ signal }) => (await call(previewErasure, { query: { object, id }, signal })).data,
  });
  if (error) return <Refusal words={inWords(error)} />;
  if (!data) return null;
  const none = t(privacyMessages.nothing);
  return (
    <div className={`${bannerStyles.banner} ${bannerStyles.bannerInfo}`}>
      <div>
        {t(privacyMessages.emptied, {
          list: [counts({ [object]: 1 }), attachments ? counts({ ...data.erased }) : ""]
            .filter(Boolean)
            .join(" · "),
        })}
      </div>
      <div>
        {t(privacyMessages.stays, {
          list:
            [counts({ ...data.kept }), attachments ? "" : counts({ ...data.erased })]
              .filter(Boolean)
              .join(" · ") || none,
        })}
      </div>
    </div>
  );
}
