/** Words by the name of the field that they mean. */
export type Words = Readonly<Record<string, readonly string[]>>;

export interface TitleWords {
  /** In any object. */
  readonly fields: Words;
  /** In one object only: these come before the common ones. */
  readonly of: Readonly<Record<string, Words>>;
}

/** Titles squeezed, surest first, told apart by blanks. */
export const words = (text: string): readonly string[] => text.split(" ");
