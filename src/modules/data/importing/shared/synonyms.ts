import { anyObjectTitles } from "./synonyms/any-object.ts";
import { catalogTitles } from "./synonyms/catalog.ts";
import { partyTitles } from "./synonyms/party.ts";
import { peopleTitles } from "./synonyms/people.ts";
import { sellingTitles } from "./synonyms/selling.ts";
import { workTitles } from "./synonyms/work.ts";
import type { Words } from "./synonyms/words.ts";

const ALL = [anyObjectTitles, partyTitles, sellingTitles, catalogTitles, workTitles, peopleTitles];

/**
 * Words people put above columns, by the field they usually mean in any object. Compared squeezed: "Company
 * Name" is "companyname".
 */
export const SYNONYMS: Words = Object.fromEntries(ALL.flatMap(({ fields }) => Object.entries(fields)));
/** Words that name a field of one object only. They come before the common ones. */
export const SYNONYMS_OF: Readonly<Record<string, Words>> = Object.fromEntries(
  ALL.flatMap(({ of }) => Object.entries(of)),
);
