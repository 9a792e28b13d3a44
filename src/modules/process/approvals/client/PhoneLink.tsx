import { Suspense, useState } from "react";
import { makeLink } from "../../../base/links/shared/public.ts";
import { call } from "../../../../ui/data/call.ts";
import { useSession } from "../../../../ui/data/session.ts";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useAttempt } from "../../../../ui/kit/use-attempt.ts";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import { approvalScreenMessages } from "./approvals.messages.ts";

const PhoneLinkDialog = lazily(() => import("./PhoneLinkDialog.tsx").then((m) => m.PhoneLinkDialog));

/** One’s own decision on the phone, without signing in there: a link of one use, as a code to be scanned. */
export function PhoneLink({ request }: { readonly request: string }) {
  const { t } = useLanguage();
  const attempt = useAttempt();
  const me = useSession().data?.user.id;
  const [url, setUrl] = useState<string | null>(null);
  if (useIsNarrow() || me === undefined) return null;
  const make = () =>
    attempt(
      () =>
        call(makeLink, {
          body: { purpose: "approval", object: "approval_request", record: request, person: me },
        }),
      { onDone: (made) => setUrl(made.url) },
    );
  return (
    <>
      <QuietButton onClick={() => void make()}>
        <Icon name="phone" size={14} /> {t(approvalScreenMessages.onPhone)}
      </QuietButton>
      {url !== null && (
        <Suspense>
          <PhoneLinkDialog url={url} onClose={() => setUrl(null)} />
        </Suspense>
      )}
    </>
  );
}
