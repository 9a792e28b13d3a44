import { useMemo } from "react";
import { sanitiseHtml } from "../../field/sanitise-html.ts";

/** Formatted text, cleaned before it is shown. */
export function RichText({ html }: { readonly html: string }) {
  const clean = useMemo(() => ({ __html: sanitiseHtml(html) }), [html]);
  return <div className="rich-text-shown" dangerouslySetInnerHTML={clean} />;
}
