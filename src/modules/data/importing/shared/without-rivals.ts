import type { Field } from "../../../../shared/metadata/field.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { FileColumn } from "./file-column.ts";
import { headerScore, wordsOf } from "./header-score.ts";
import { headerWords } from "./header-words.ts";

interface Pair {
  readonly column: FileColumn;
  readonly field: Field;
  readonly score: number;
}

/**
 * Where the last word of several titles alike fits a field ("Activity Score", "Profile Score"), nothing says
 * which of them is meant: none is suggested.
 */
export function withoutRivals(pairs: readonly Pair[], object: CatalogObject): readonly Pair[] {
  const isWhole = ({ column, field }: Pair): boolean => {
    const { whole, core } = headerWords(column.name);
    return wordsOf(field, object).some(([word]) => word === whole || core.includes(word));
  };
  const byEnd = pairs.filter(
    (pair) => headerScore(pair.field, pair.column.name, object) > 0 && !isWhole(pair),
  );
  const rivals = new Set(
    byEnd.filter((pair) =>
      byEnd.some(
        (other) =>
          other.field === pair.field &&
          other.column !== pair.column &&
          Math.abs(other.score - pair.score) < 0.05,
      ),
    ),
  );
  return pairs.filter((pair) => !rivals.has(pair));
}
