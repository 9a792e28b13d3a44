import { useEffect, useRef, type MouseEvent } from "react";
import { Missing } from "../../../../../ui/kit/Missing.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { useGuidePage } from "./use-guide.ts";
import * as styles from "./GuideArticle.module.css";

export interface GuideArticleProps {
  readonly page: string;
  /** A heading to begin at. */
  readonly anchor?: string | undefined;
  /** A link to another page of the guide, or to a heading of this one. */
  readonly onOpen: (page: string, anchor: string) => void;
}
/** A page of the guide, as HTML that the build has made of it. */
export function GuideArticle({ page, anchor, onOpen }: GuideArticleProps) {
  const place = useRef<HTMLElement>(null);
  const article = useGuidePage(page);
  const isThere = Boolean(article.data);
  useEffect(() => {
    if (!isThere) return;
    const heading = anchor ? place.current?.querySelector(`[id="${CSS.escape(anchor)}"]`) : null;
    if (heading) heading.scrollIntoView({ block: "start" });
    else place.current?.scrollIntoView({ block: "nearest" });
  }, [isThere, page, anchor]);
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const href = link?.getAttribute("href") ?? "";
    const [, to = page, heading = ""] = /^(?:\/guide\/([a-z-]+))?(?:#(.*))?$/.exec(href) ?? [];
    if (!link || !href.match(/^(\/guide\/|#)/) || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    onOpen(to, decodeURIComponent(heading));
  };
  return (
    <QueryResult query={article} rows={8}>
      {(text) =>
        text ? (
          <article
            ref={place}
            className={styles.article}
            onClick={follow}
            dangerouslySetInnerHTML={{ __html: text.html }}
          />
        ) : (
          <Missing list="/guide" />
        )
      }
    </QueryResult>
  );
}
